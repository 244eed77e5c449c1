import QtQuick
import Clienteling.Theme

// A code to be photographed: black on white in every appearance, for another device has to read it.
Rectangle {
    id: picture

    required property string source
    required property string words

    implicitWidth: 320
    implicitHeight: implicitWidth
    radius: Theme.radiusPicture
    color: "white"

    Image {
        anchors.fill: parent
        anchors.margins: Theme.space8
        source: picture.source
        sourceSize: Qt.size(width, height)
        smooth: false
        Accessible.role: Accessible.Graphic
        Accessible.name: picture.words
    }
}
