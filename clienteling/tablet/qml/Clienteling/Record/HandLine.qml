import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// A product in hand and what became of it.
Column {
    id: line

    required property string key
    required property string name
    required property string label
    required property string price
    required property string picture
    required property string reason
    property bool asks: true
    property bool asks_aloud: line.asks
    signal reason_given(string reason)
    signal put_back

    spacing: Theme.space12

    Item {
        width: parent.width
        height: Math.max(view.height, said.height)

        Picture {
            id: view

            anchors.verticalCenter: parent.verticalCenter
            width: 2 * Theme.space32
            height: width
            digest: line.picture
        }
        Column {
            id: said

            anchors {
                left: view.right
                leftMargin: Theme.space12
                right: away.left
                rightMargin: Theme.space8
                verticalCenter: parent.verticalCenter
            }

            Body {
                width: parent.width
                text: line.name
                font.weight: Font.Medium
            }
            Small {
                width: parent.width
                text: Words.joined([line.label, line.price])
            }
        }
        IconButton {
            id: away

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            iconName: "x"
            label: qsTr("Put %1 back").arg(line.name)
            onClicked: line.put_back()
        }
    }
    Small {
        visible: line.asks_aloud
        text: qsTr("Not bought? Why:")
    }
    ReasonChips {
        visible: line.asks
        width: parent.width
        chosen: line.reason
        about: "-" + line.key
        onGiven: reason => line.reason_given(reason)
    }
    Hairline {
        width: parent.width
    }
}
