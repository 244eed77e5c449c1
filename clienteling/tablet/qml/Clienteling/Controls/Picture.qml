import QtQuick
import Clienteling.Theme

// A product's picture, large, on the card colour. `digest` is the SHA-256 that the product names.
Rectangle {
    id: picture

    property string digest: ""
    property string description: ""
    property string standIn: "image"

    implicitWidth: 160
    implicitHeight: 132
    radius: Theme.radiusPicture
    color: Theme.card
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: description

    Image {
        id: image

        anchors.fill: parent
        anchors.margins: Theme.space4
        source: picture.digest === "" ? "" : `image://product/${picture.digest}`
        sourceSize: Qt.size(Math.max(1, width), Math.max(1, height))
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        opacity: status === Image.Ready ? 1 : 0
        Behavior on opacity { NumberAnimation { duration: Theme.quick } }
    }
    Icon {
        visible: picture.digest === "" || image.status === Image.Error
        anchors.centerIn: parent
        name: picture.standIn
        tint: Theme.ink3
        size: 2 * Theme.iconLarge
    }
}
