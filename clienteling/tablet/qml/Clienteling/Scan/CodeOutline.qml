import QtQuick
import QtQuick.Shapes
import Clienteling.Theme

// The line round a code: its corners come as shares of the picture, which fills this item and is cropped.
Shape {
    id: outline

    required property size picture
    required property list<point> corners
    readonly property real zoom: Math.max(width / Math.max(1, picture.width), height / Math.max(1, picture.height))

    visible: corners.length > 0
    preferredRendererType: Shape.CurveRenderer

    function place(share: point): point {
        const shownWidth = outline.picture.width * outline.zoom;
        const shownHeight = outline.picture.height * outline.zoom;
        return Qt.point(share.x * shownWidth - (shownWidth - outline.width) / 2,
                        share.y * shownHeight - (shownHeight - outline.height) / 2);
    }

    ShapePath {
        strokeColor: Theme.inkOnNight
        strokeWidth: Theme.space4
        joinStyle: ShapePath.RoundJoin
        capStyle: ShapePath.RoundCap
        fillColor: Qt.alpha(Theme.inkOnNight, 0.14)

        PathPolyline {
            path: [...outline.corners, ...outline.corners.slice(0, 1)].map(share => outline.place(share))
        }
    }
}
