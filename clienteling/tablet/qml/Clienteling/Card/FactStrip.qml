pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// The facts, folded: side by side when the screen is tall.
ListView {
    id: strip

    objectName: "sideways"
    signal asked(string kind)
    signal confirmed(string kind)
    signal added

    orientation: ListView.Horizontal
    implicitHeight: Math.max(tallest, Theme.action)
    spacing: Theme.space12
    boundsBehavior: Flickable.StopAtBounds

    property int tallest: 0

    // Of those that stand there: the next card, and smaller words, need less again.
    function measure(): void {
        let most = 0;
        for (let place = 0; place < strip.count; place++)
            most = Math.max(most, strip.itemAtIndex(place)?.implicitHeight ?? 0);
        strip.tallest = most;
    }

    onCountChanged: strip.measure()

    delegate: T.AbstractButton {
        id: fact

        required property string kind
        required property string value
        required property string source
        required property int purchases
        required property int conversations
        required property string store
        required property string said
        required property bool to_confirm
        required property int days_left
        required property string because
        required property bool confirmable

        readonly property string origin: fact.because !== "" ? fact.because : CustomerWords.origin(fact.source, fact.purchases, fact.conversations, fact.store,
                                                      fact.said, fact.to_confirm, fact.days_left)

        width: Math.min(strip.width / 2, Math.max(strip.width / 5, 2 * Theme.space16
            + (fact.confirmable ? Theme.touch : 0) + Math.max(label.implicitWidth, value.implicitWidth, origin_words.implicitWidth / 2 + Theme.space28)))
        height: Math.max(implicitHeight, strip.tallest)
        implicitHeight: words.implicitHeight + 2 * Theme.space12
        objectName: "fact-" + kind
        enabled: fact.kind !== "birthday" && fact.kind !== "interest"
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: `${CustomerWords.preference(fact.kind)}: ${fact.value}. ${fact.origin}`
        onImplicitHeightChanged: strip.measure()
        onClicked: strip.asked(fact.kind)

        background: Rectangle {
            radius: Theme.radiusPicture
            color: fact.down ? Theme.tint : Theme.card
            border.width: Theme.hairline
            border.color: Theme.line
            FocusRing { target: fact; radius: Theme.radiusPicture; shown: fact.visualFocus }
        }
        IconButton {
            objectName: "still-" + fact.kind
            anchors { right: parent.right; top: parent.top }
            implicitWidth: Theme.touch
            implicitHeight: Theme.touch
            visible: fact.confirmable
            iconName: "check-circle"
            tint: Theme.gold
            label: qsTr("%1 is still true").arg(CustomerWords.preference(fact.kind))
            onClicked: strip.confirmed(fact.kind)
        }
        contentItem: Item {
            Column {
                id: words

                x: Theme.space16
                y: Theme.space12
                width: fact.width - 2 * Theme.space16 - (fact.confirmable ? Theme.space32 : 0)

                Small {
                    id: label

                    text: CustomerWords.preference(fact.kind)
                    Accessible.ignored: true
                }
                Serif {
                    id: value

                    width: parent.width
                    text: fact.value
                    font.pixelSize: Theme.sizeTitle
                    Accessible.ignored: true
                }
                Small {
                    id: origin_words

                    width: parent.width
                    visible: text !== ""
                    text: Words.unbroken(fact.origin, Math.floor(13 / Theme.scale))
                    color: fact.to_confirm ? Theme.gold : Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
    footerPositioning: ListView.InlineFooter
    footer: Item {
        width: adder.x + adder.width
        height: strip.height

        Button {
            id: adder

            x: strip.count > 0 ? Theme.space12 : 0
            anchors.verticalCenter: parent.verticalCenter
            iconName: "plus"
            label: qsTr("Add a preference")
            text: strip.count > 0 ? "" : label
            onClicked: strip.added()
        }
    }
}
