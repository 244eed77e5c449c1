pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models

// Which of two values was chosen lately, and by whom: for a week it may be the other one after all.
Column {
    id: block

    required property ConflictsViewModel model

    visible: block.model.decided.count > 0

    SectionHeader {
        width: parent.width
        title: qsTr("Decided lately")
    }
    Repeater {
        model: block.model.decided

        ListRow {
            id: decided

            required property string key
            required property string customer
            required property string field
            required property string words
            required property string instead_words
            required property string who

            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: `${LedgerWords.fieldOf(field, customer)}: ${words}`
            subtitle: qsTr("instead of %1 · %2").arg(instead_words).arg(who)
            leading: Component { Avatar { iconName: "check"; tone: Avatar.Green } }
            trailing: Component {
                Button {
                    objectName: "change-" + decided.key
                    iconName: "arrow-counter-clockwise"
                    text: qsTr("The other one")
                    onClicked: block.model.change(decided.key)
                }
            }
        }
    }
}
