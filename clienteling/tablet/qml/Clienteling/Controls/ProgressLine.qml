import QtQuick
import Clienteling.Theme

// How far something has come, 0 to 1; below 0 it moves without saying how far.
Rectangle {
    id: line

    property real progress: -1

    implicitWidth: 320
    implicitHeight: 6
    radius: height / 2
    color: Theme.line
    clip: true
    Accessible.role: Accessible.ProgressBar
    Accessible.name: line.progress < 0 ? "" : `${Math.round(line.progress * 100)} %`

    Rectangle {
        id: part

        readonly property bool moving: line.progress < 0

        height: parent.height
        radius: parent.radius
        width: part.moving ? parent.width / 4 : parent.width * Math.min(1, line.progress)
        color: Theme.accent
        Behavior on width { enabled: !part.moving; NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic } }

        SequentialAnimation on x {
            running: part.moving && line.visible && !Theme.reducedMotion
            loops: Animation.Infinite
            onStopped: part.x = 0
            NumberAnimation { from: 0; to: line.width * 3 / 4; duration: 900; easing.type: Easing.InOutQuad }
            NumberAnimation { from: line.width * 3 / 4; to: 0; duration: 900; easing.type: Easing.InOutQuad }
        }
    }
}
