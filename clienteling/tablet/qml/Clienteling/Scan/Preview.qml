import QtQuick
import QtMultimedia
import Clienteling.Models

// The camera's picture, filling its place, with an outline round the code that was found.
VideoOutput {
    id: output

    required property Scanner scanner

    fillMode: VideoOutput.PreserveAspectCrop
    Component.onCompleted: scanner.camera.show_in(videoSink)

    CodeOutline {
        anchors.fill: parent
        picture: Qt.size(output.sourceRect.width, output.sourceRect.height)
        corners: output.scanner.corners
    }
}
