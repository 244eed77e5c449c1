import QtQuick
import QtQuick.Shapes
import Clienteling.Theme

// Where to hold the code. A light runs slowly round it while the camera looks.
Item {
    id: guide

    property bool moving: false
    property real turn: 0
    readonly property real corner: Math.min(width, height) * 0.13
    // In units of the line's width, as dashes are measured.
    readonly property real length: (2 * (width + height) - (8 - 2 * Math.PI) * corner) / Theme.focusLine

    Rectangle {
        anchors.fill: parent
        radius: guide.corner
        color: Qt.alpha(Theme.inkOnNight, 0.06)
        border.width: Theme.focusLine
        border.color: Qt.alpha(Theme.inkOnNight, guide.moving && !Theme.reducedMotion ? 0.45 : 0.9)
    }
    Shape {
        anchors.fill: parent
        visible: guide.moving && !Theme.reducedMotion
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: Theme.inkOnNight
            strokeWidth: Theme.focusLine
            strokeStyle: ShapePath.DashLine
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            dashPattern: [guide.length / 4, guide.length * 3 / 4]
            dashOffset: -guide.turn * guide.length

            PathRectangle {
                x: Theme.focusLine / 2
                y: x
                width: guide.width - Theme.focusLine
                height: guide.height - Theme.focusLine
                radius: guide.corner
            }
        }
    }
    NumberAnimation on turn {
        running: guide.moving && guide.visible && !Theme.reducedMotion
        from: 0
        to: 1
        duration: 6000
        loops: Animation.Infinite
    }
}
