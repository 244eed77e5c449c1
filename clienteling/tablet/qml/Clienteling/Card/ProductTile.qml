import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// A product with why it stands here. A tap opens it, the sign at its corner takes it in hand.
T.AbstractButton {
    id: tile

    required property string tag
    required property string product_id
    required property string variant_id
    required property string name
    required property string label
    required property string price
    required property string picture
    required property int times
    required property int here
    required property int elsewhere
    required property int counted
    required property string reason
    required property bool picked
    signal hand_asked

    readonly property bool suggested: tile.tag === "goes_with" || tile.tag === "step_up"

    implicitHeight: view.height + Theme.space8 + words.implicitHeight
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [Words.shelfTag(tile.tag, tile.times), tile.name, tile.label, tile.price, tile.reason]
        .filter(part => part !== "").join(", ")

    background: Item {
        FocusRing { target: tile; radius: Theme.radiusPicture; anchors.margins: 0; shown: tile.visualFocus }
    }

    contentItem: Item {
        Rectangle {
            id: view

            width: parent.width
            height: Math.round(width * 0.9)
            radius: Theme.radiusPicture
            color: Theme.card
            border.width: tile.picked ? Theme.focusLine : Theme.hairline
            border.color: tile.picked ? Theme.accent : Theme.line

            Picture {
                anchors {
                    fill: parent
                    topMargin: why.height + Theme.space16
                    leftMargin: Theme.space8
                    rightMargin: Theme.space8
                    bottomMargin: Theme.space12
                }
                border.width: 0
                digest: tile.picture
                Accessible.ignored: true
            }
        }
        Rectangle {
            x: Theme.space8
            y: Theme.space8
            width: why.width + 2 * Theme.space8
            height: why.height + Theme.space4
            radius: Theme.space8
            color: tile.suggested ? Theme.goldTint : "transparent"

            Small {
                id: why

                anchors.centerIn: parent
                text: Words.shelfTag(tile.tag, tile.times)
                color: tile.suggested ? Theme.gold : Theme.ink
                font.pixelSize: Theme.sizeTiny
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        IconButton {
            objectName: "take-" + (tile.variant_id === "" ? tile.product_id : tile.variant_id)
            anchors { right: view.right; bottom: view.bottom }
            iconName: tile.picked ? "check" : "plus"
            label: tile.picked ? qsTr("Put %1 back").arg(tile.name) : qsTr("Take %1 in hand").arg(tile.name)
            chosen: tile.picked
            framed: true
            implicitWidth: Theme.touch
            implicitHeight: Theme.touch
            onClicked: tile.hand_asked()
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
                text: tile.suggested && tile.reason !== "" ? tile.reason
                    : Words.unbroken(Words.joined([tile.label, tile.price, Words.stock(tile.here, tile.elsewhere, tile.counted)]),
                        Math.floor(13 / Theme.scale))
                Accessible.ignored: true
            }
        }
    }
}
