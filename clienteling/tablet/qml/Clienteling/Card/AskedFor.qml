pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Who asked for it and has not got it: how many at a glance, their names at a touch, for whoever stands
// beside the tablet may be somebody else.
Column {
    id: asked

    required property AskingViewModel model
    property bool unfolded: false
    signal opened(customer_id: string)

    visible: asked.model.count > 0

    ListRow {
        objectName: "askedFor"
        width: parent.width
        title: qsTr("Who asked for it")
        subtitle: Words.joined([
            asked.model.rows.count > 0 ? qsTr("%n customer(s)", "", asked.model.rows.count) : "",
            asked.model.nameless > 0 ? qsTr("%n without a code", "", asked.model.nameless) : ""
        ])
        touchable: asked.model.rows.count > 0
        leading: Component { Avatar { iconName: "users-three" } }
        trailing: Component {
            Icon {
                visible: asked.model.rows.count > 0
                name: asked.unfolded ? "caret-up" : "caret-down"
                tint: Theme.ink2
            }
        }
        Accessible.checkable: touchable
        Accessible.checked: asked.unfolded
        onClicked: asked.unfolded = !asked.unfolded
    }
    Repeater {
        model: asked.unfolded ? asked.model.rows : null

        ListRow {
            id: asker

            required property string key
            required property string name
            required property string initials
            required property string words
            required aside

            objectName: "asker-" + asker.key
            width: parent?.width ?? 0
            title: asker.name
            subtitle: asker.words
            leading: Component { Avatar { initials: asker.initials } }
            onClicked: asked.opened(asker.key)
        }
    }
}
