import QtQuick
import QtQuick.Shapes

// Paints the ground over the four corners of what lies below: video is not clipped to a round shape.
Shape {
    id: corners

    required property real radius
    required property color ground

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        strokeWidth: -1
        fillColor: corners.ground
        fillRule: ShapePath.OddEvenFill

        // A pixel beyond the edge, where the two curves would leave a hair of the video.
        PathRectangle {
            x: -1
            y: -1
            width: corners.width + 2
            height: corners.height + 2
        }
        PathRectangle {
            width: corners.width
            height: corners.height
            radius: corners.radius
        }
    }
}
