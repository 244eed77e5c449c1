import QtQuick
import Clienteling.Theme

// Lies around what has the keyboard's focus; a finger never sees it.
Rectangle {
    id: ring

    required property Item target

    anchors.fill: parent
    anchors.margins: -2 * Theme.focusLine
    radius: height / 2
    color: "transparent"
    border.width: Theme.focusLine
    border.color: Theme.accent
    visible: ring.target.activeFocus && ring.shown
    property bool shown: true
}
