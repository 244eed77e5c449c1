import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// What is due, promised or put down: a tap opens her card, the sign at its end says that it was done.
T.AbstractButton {
    id: card

    required property string key
    required property string customer_id
    required property string sign
    required property string task
    required property string due
    required property bool due_today
    required property bool overdue
    required property string why
    signal kept

    readonly property string particulars: Words.joined([
        card.overdue ? qsTr("overdue: it was %1").arg(card.due) : card.due,
        card.why
    ])

    implicitHeight: Math.max(words.implicitHeight, mark.height) + 2 * Theme.space12
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [card.task, card.particulars].join(", ")

    background: Rectangle {
        radius: Theme.radiusBlock
        color: card.down ? Theme.tint : Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
        FocusRing { target: card; radius: Theme.radiusBlock; shown: card.visualFocus }
    }
    contentItem: Item {
        Avatar {
            id: mark

            anchors { left: parent.left; leftMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            iconName: card.overdue ? "clock-countdown" : Signs.todo(card.sign)
            tone: card.overdue ? Avatar.Red : Avatar.Green
        }
        Column {
            id: words

            anchors {
                left: mark.right
                leftMargin: Theme.space12
                right: keep.left
                rightMargin: Theme.space4
                verticalCenter: parent.verticalCenter
            }

            Body {
                width: parent.width
                text: card.task
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Small {
                width: parent.width
                visible: text !== ""
                text: card.particulars
                color: card.overdue ? Theme.warn : Theme.ink2
                Accessible.ignored: true
            }
        }
        IconButton {
            id: keep

            objectName: "keep-" + card.key
            anchors { right: parent.right; rightMargin: Theme.space8; verticalCenter: parent.verticalCenter }
            iconName: "check"
            label: qsTr("Done: %1").arg(card.task)
            once: true
            onClicked: card.kept()
        }
    }
}
