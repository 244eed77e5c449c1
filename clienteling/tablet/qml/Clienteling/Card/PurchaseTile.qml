import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Something she bought, when and where.
T.AbstractButton {
    id: tile

    required property string product_id
    required property string variant_id
    required property string name
    required property string label
    required property string price
    required property string picture
    required property string day
    required property string store
    required property string channel
    required property bool returned

    readonly property string where: tile.store !== "" ? tile.store
        : tile.channel === "order" ? qsTr("online") : Words.channel(tile.channel)

    implicitHeight: view.height + Theme.space8 + words.implicitHeight
    enabled: tile.product_id !== ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [tile.name, tile.label, tile.price, tile.day, tile.where].filter(part => part !== "").join(", ")

    background: Item {
        FocusRing { target: tile; radius: Theme.radiusPicture; anchors.margins: 0; shown: tile.visualFocus }
    }

    contentItem: Item {
        Picture {
            id: view

            width: parent.width
            height: Math.round(width * 0.9)
            digest: tile.picture
            opacity: tile.returned ? 0.5 : 1
        }
        Tag {
            x: Theme.space8
            y: Theme.space8
            visible: tile.returned
            tone: Tag.Waiting
            text: qsTr("returned")
        }
        Column {
            id: words

            anchors { top: view.bottom; topMargin: Theme.space8; left: parent.left; right: parent.right }

            Body {
                width: parent.width
                text: tile.name
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Small {
                width: parent.width
                text: Words.joined([tile.label, tile.price])
                Accessible.ignored: true
            }
            Small {
                width: parent.width
                text: Words.joined([tile.day, tile.where])
                color: Theme.ink3
                Accessible.ignored: true
            }
        }
    }
}
