pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A scheme in a month: what it comes to, how, and closing it when the month is over.
Rectangle {
    id: block

    required property IncentivesViewModel incentives
    required property string key
    required property string name
    required property string terms
    required property string amount
    required property string words
    required property string closed
    required property bool may_close
    required property bool persons
    required property bool sealed
    required property bool may_open_again
    required property bool may_change
    required property string later
    property bool asked: false
    signal change_asked(string key)

    objectName: "scheme-" + name
    implicitHeight: column.height + 2 * Theme.space16
    radius: Theme.radiusBlock
    color: Theme.card
    border { width: Theme.hairline; color: Theme.line }

    Column {
        id: column

        x: Theme.space16
        y: Theme.space16
        width: parent.width - 2 * Theme.space16
        spacing: Theme.space8

        Item {
            width: parent.width
            height: Math.max(title.height, amount.height)

            Body {
                id: title

                width: parent.width - amount.width - Theme.space12
                anchors.verticalCenter: parent.verticalCenter
                text: block.name
                font.weight: Font.Medium
            }
            Serif {
                id: amount

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                text: block.amount
                font.pixelSize: Theme.sizeTitle
                wrapMode: Text.NoWrap
            }
        }
        Small {
            width: parent.width
            text: block.terms
            color: Theme.ink2
        }
        Body {
            width: parent.width
            visible: text !== ""
            text: block.words
        }
        Small {
            width: parent.width
            visible: text !== ""
            text: block.closed
            color: block.may_close ? Theme.gold : Theme.ink2
        }
        Small {
            objectName: "later-" + block.name
            width: parent.width
            visible: text !== ""
            text: block.later
            color: Theme.ink2
        }
        Repeater {
            model: block.incentives.due_of === block.key ? block.incentives.due : 0

            ListRow {
                id: due

                required property string name
                required property string words
                required property string amount

                width: column.width
                touchable: false
                title: due.name
                subtitle: due.words
                aside: due.amount
            }
        }
        Button {
            objectName: "close-" + block.name
            width: parent.width
            visible: block.may_close
            kind: block.incentives.to_close === block.key ? Button.Primary : Button.Quiet
            iconName: "check"
            text: qsTr("Close the month")
            onClicked: block.incentives.close_month(block.key)
        }
        Button {
            objectName: "open-" + block.name
            visible: block.may_open_again && !block.asked
            kind: Button.Plain
            text: qsTr("Open the month again")
            onClicked: block.asked = true
        }
        Column {
            width: parent.width
            visible: block.may_open_again && block.asked
            spacing: Theme.space8

            Body {
                width: parent.width
                text: qsTr("What it was closed with is given up, on every tablet. It is worked out anew, and may come to something else.")
                color: Theme.warn
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Button {
                    objectName: "openYes-" + block.name
                    kind: Button.Quiet
                    text: qsTr("Open it again")
                    onClicked: {
                        block.asked = false;
                        block.incentives.open_again(block.key);
                    }
                }
                Button {
                    kind: Button.Plain
                    text: qsTr("Leave it closed")
                    onClicked: block.asked = false
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Button {
                objectName: "due-" + block.name
                visible: block.persons && !block.sealed && block.incentives.due_of !== block.key
                kind: Button.Plain
                text: qsTr("Each of them")
                onClicked: block.incentives.show_due(block.key)
            }
            IconButton {
                objectName: "print-" + block.name
                visible: !block.sealed
                framed: true
                iconName: "printer"
                label: qsTr("As a PDF, to print")
                onClicked: block.incentives.print_month(block.key)
            }
            IconButton {
                objectName: "export-" + block.name
                visible: !block.sealed
                framed: true
                iconName: "download-simple"
                label: qsTr("As a table")
                onClicked: block.incentives.export_month(block.key)
            }
            Button {
                objectName: "change-" + block.name
                visible: block.may_change
                kind: Button.Plain
                text: qsTr("Change")
                Accessible.name: qsTr("Change: %1").arg(block.name)
                onClicked: block.change_asked(block.key)
            }
        }
    }
}
