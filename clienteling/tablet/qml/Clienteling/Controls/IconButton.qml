import QtQuick
import QtQuick.Templates as T
import Clienteling.Models
import Clienteling.Theme

// A round button with a picture instead of a word; the word is for screen readers and the pointer.
T.Button {
    id: button

    required property string iconName
    required property string label
    property bool chosen: false
    property bool framed: false
    // Whether it goes with its line or becomes another: a trembling finger's second touch is not meant for what comes.
    property bool once: false
    property real corner: height / 2
    property color ground: button.chosen ? Theme.accent : button.framed ? Theme.card : "transparent"
    property color tint: button.chosen ? Theme.inkOnAccent : Theme.ink2

    implicitWidth: Theme.action
    implicitHeight: Theme.action
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: label
    Accessible.checked: chosen
    onClicked: {
        if (button.once)
            SecondTouch.turned();
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            filled: button.chosen
            tint: button.tint
            size: Theme.iconLarge
        }
    }

    background: Rectangle {
        radius: button.corner
        color: button.ground
        border.width: button.framed ? Theme.hairline : 0
        border.color: Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.tint
            opacity: button.down ? 0.12 : button.hovered ? 0.05 : 0
            visible: opacity > 0
            Behavior on opacity { NumberAnimation { duration: Theme.quick } }
        }
        FocusRing { target: button; radius: parent.radius + 2 * Theme.focusLine; shown: button.visualFocus }
    }
}
