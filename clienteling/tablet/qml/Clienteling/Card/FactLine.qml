import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// A fact with where it comes from and how old it is. A tap confirms or replaces it.
T.AbstractButton {
    id: fact

    objectName: "fact-" + kind

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
    // Kept free at the right, where the facts that ask to be confirmed have their button.
    property int gutter: 0
    signal confirmed

    readonly property string origin: fact.because !== "" ? fact.because : CustomerWords.origin(fact.source, fact.purchases, fact.conversations, fact.store,
                                                  fact.said, fact.to_confirm, fact.days_left)

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.space12)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: `${CustomerWords.preference(fact.kind)}: ${fact.value}. ${fact.origin}`

    background: Rectangle {
        color: fact.down ? Theme.tint : "transparent"
        FocusRing { target: fact; radius: Theme.radiusPicture; anchors.margins: 0; shown: fact.visualFocus }
    }

    contentItem: Item {
        Column {
            id: words

            anchors { left: parent.left; right: parent.right; rightMargin: fact.gutter; verticalCenter: parent.verticalCenter }

            Item {
                width: parent.width
                height: Math.max(label.height, value.height)

                Body {
                    id: label

                    anchors { left: parent.left; baseline: value.baseline }
                    text: CustomerWords.preference(fact.kind)
                    font.weight: Font.Medium
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Serif {
                    id: value

                    anchors { right: parent.right; top: parent.top }
                    width: parent.width - label.width - Theme.space16
                    horizontalAlignment: Text.AlignRight
                    text: fact.value
                    font.pixelSize: Theme.sizeTitle
                    Accessible.ignored: true
                }
            }
            Small {
                width: parent.width
                visible: text !== ""
                text: Words.unbroken(fact.origin, Math.floor(13 / Theme.scale))
                color: fact.to_confirm ? Theme.gold : Theme.ink2
                Accessible.ignored: true
            }
        }
    }

    IconButton {
        objectName: "still-" + fact.kind
        anchors { right: parent.right; rightMargin: -Theme.space8; verticalCenter: parent.verticalCenter }
        implicitWidth: Theme.touch
        implicitHeight: Theme.touch
        visible: fact.confirmable
        iconName: "check-circle"
        tint: Theme.gold
        label: qsTr("%1 is still true").arg(CustomerWords.preference(fact.kind))
        onClicked: fact.confirmed()
    }
    Hairline {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
}
