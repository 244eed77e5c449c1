import QtQuick
import Clienteling.Theme

// What will be here, and the one thing to do about it.
Column {
    id: empty

    property string iconName: ""
    property string title: ""
    property string words: ""
    property string actionText: ""
    signal acted

    spacing: Theme.space16

    Avatar {
        visible: empty.iconName !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        iconName: empty.iconName
        tone: Avatar.Green
        size: 72
    }
    Serif {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        lineHeight: 1.1
    }
    Body {
        visible: empty.words !== ""
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.ink2
        text: empty.words
    }
    Button {
        visible: empty.actionText !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        text: empty.actionText
        onClicked: empty.acted()
    }
}
