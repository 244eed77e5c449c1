import QtQuick
import Clienteling.Models
import Clienteling.Theme

// A product's picture, large, on the card colour. `digest` is the SHA-256 that the product names.
Rectangle {
    id: picture

    property string digest: ""
    property string description: ""
    property string standIn: "image"
    // A few sizes for all places, so that one picture serves many.
    readonly property int side: 128 * Math.pow(2, Math.max(0, Math.ceil(2 * Math.log2(Math.max(width, height, 1)
                                                                                        * Screen.devicePixelRatio / 128)) / 2))
    property bool complete: false
    property bool here: false
    property bool nowhere: false

    implicitWidth: 160
    implicitHeight: 132
    radius: Theme.radiusPicture
    color: Theme.card
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: description

    // Not before its size is known: each size asked for is a picture to decode.
    function look(): void {
        if (!picture.complete)
            return;
        picture.nowhere = false;
        picture.here = picture.digest !== "" && Pictures.want(picture.digest, picture.side);
    }
    onDigestChanged: look()
    onSideChanged: look()
    Component.onCompleted: {
        picture.complete = true;
        look();
    }

    Connections {
        target: Pictures

        function onArrived(digest: string, side: int, found: bool): void {
            if (digest !== picture.digest || side !== picture.side)
                return;
            picture.here = found;
            picture.nowhere = !found;
        }
    }
    Image {
        anchors.fill: parent
        anchors.margins: Theme.space4
        source: picture.here ? `image://product/${picture.digest}/${picture.side}` : ""
        fillMode: Image.PreserveAspectFit
        smooth: true
        mipmap: true
        opacity: status === Image.Ready ? 1 : 0
        Behavior on opacity { NumberAnimation { duration: Theme.quick } }
    }
    Icon {
        visible: picture.digest === "" || picture.nowhere
        anchors.centerIn: parent
        name: picture.standIn
        tint: Theme.ink3
        size: 2 * Theme.iconLarge
    }
}
