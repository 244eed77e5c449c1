import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A place of the rail: its sign, its word, and how much waits there. Words twice as large leave the sign alone.
T.Button {
    id: button

    required property Navigation navigation
    required property int place
    required property string iconName
    required property string label
    property string word: label
    property int waiting: 0
    readonly property bool chosen: button.navigation.place === button.place
    // Somebody's face stands on its own ground.
    property bool filled: chosen
    readonly property bool worded: button.word !== "" && Theme.scale <= 1.5 && word_below.implicitWidth <= width

    implicitWidth: Theme.rail - Theme.space8
    implicitHeight: block.height + (button.worded ? word_below.height + Theme.space4 : 0) + Theme.space8
    focusPolicy: Qt.StrongFocus
    Accessible.name: button.waiting === 0 ? button.label
        : qsTr("%1: %n wait(s)", "what waits at a place of the rail", button.waiting).arg(button.label)
    Accessible.role: Accessible.PageTab
    Accessible.selected: button.chosen
    onClicked: button.navigation.go(button.place)

    contentItem: Item {
        Rectangle {
            id: block

            anchors.horizontalCenter: parent.horizontalCenter
            width: 56
            height: Math.max(40, sign.height + Theme.space8)
            radius: Theme.radiusPicture
            color: button.filled ? Theme.accent : button.down ? Theme.tint : button.hovered ? Theme.card : "transparent"

            Icon {
                id: sign

                anchors.centerIn: parent
                name: button.iconName
                filled: button.filled
                tint: button.filled ? Theme.inkOnAccent : Theme.ink2
                size: Theme.iconLarge
            }
            FocusRing { target: button; radius: block.radius + 2 * Theme.focusLine; shown: button.visualFocus }
        }
        Rectangle {
            objectName: "waiting"
            visible: button.waiting > 0
            anchors { right: block.right; top: block.top; rightMargin: -Theme.space4 }
            width: Math.max(height, figure.implicitWidth + Theme.space12)
            height: figure.implicitHeight + Theme.space4
            radius: height / 2
            color: Theme.gold
            border.width: Theme.focusLine
            border.color: Theme.paper

            Small {
                id: figure

                anchors.centerIn: parent
                text: button.waiting > 99 ? "99+" : button.waiting
                color: Theme.paper
                font.pixelSize: Math.round(Theme.leastText * Theme.signScale)
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
        Small {
            id: word_below

            visible: button.worded
            anchors { top: block.bottom; topMargin: Theme.space4 / 2; horizontalCenter: parent.horizontalCenter }
            text: button.word
            color: button.chosen ? Theme.accent : Theme.ink2
            font.pixelSize: Theme.sizeTiny
            font.weight: button.chosen ? Font.DemiBold : Font.Medium
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
