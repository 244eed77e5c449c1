pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Two values side by side, each with who, where and when: one of them is chosen.
Column {
    id: block

    required property ConflictsViewModel model

    visible: block.model.conflicts.count > 0
    spacing: Theme.space16

    component Side: Rectangle {
        id: side

        required property string words
        required property string who
        required property string tapped
        signal chosen

        implicitHeight: inside.implicitHeight + 2 * Theme.space16
        radius: Theme.radiusBlock
        color: Theme.card
        border.width: Theme.hairline
        border.color: Theme.line

        Column {
            id: inside

            anchors { left: parent.left; right: parent.right; margins: Theme.space16; verticalCenter: parent.verticalCenter }
            spacing: Theme.space8

            Serif {
                width: parent.width
                text: side.words
                wrapMode: Text.WrapAnywhere
            }
            Small {
                width: parent.width
                text: side.who
            }
            Button {
                objectName: side.tapped
                width: parent.width
                iconName: "check"
                text: qsTr("This one")
                Accessible.description: side.words
                onClicked: side.chosen()
            }
        }
    }

    SectionHeader {
        width: parent.width
        title: qsTr("Two values, one is right")
        aside: qsTr("%n to decide", "two values", block.model.conflicts.count)
    }
    Repeater {
        model: block.model.conflicts

        Column {
            id: conflict

            required property string key
            required property string customer_id
            required property string customer
            required property string field
            required property string words
            required property string who
            required property string other_words
            required property string other_who

            width: block.width
            spacing: Theme.space8

            ListRow {
                objectName: "conflictOf-" + conflict.key
                width: parent.width
                lined: false
                title: LedgerWords.fieldOf(conflict.field, conflict.customer)
                subtitle: qsTr("Written in two places that had not heard of each other. Open her card")
                leading: Component { Avatar { iconName: "warning"; tone: Avatar.Gold } }
                onClicked: block.model.open_customer(conflict.customer_id)
            }
            Grid {
                id: sides

                readonly property bool narrow: width < 2 * 220 * Theme.scale
                readonly property real share: narrow ? width : (width - spacing) / 2

                width: parent.width
                columns: narrow ? 1 : 2
                spacing: Theme.space12

                Side {
                    width: sides.share
                    words: conflict.words
                    who: conflict.who
                    tapped: "keep-" + conflict.key
                    onChosen: block.model.keep(conflict.key)
                }
                Side {
                    width: sides.share
                    words: conflict.other_words
                    who: conflict.other_who
                    tapped: "other-" + conflict.key
                    onChosen: block.model.take_other(conflict.key)
                }
            }
        }
    }
}
