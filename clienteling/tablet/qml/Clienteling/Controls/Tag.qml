import QtQuick
import Clienteling.Theme

// A short word on a ground of its own: a state, a reason. Not to be touched.
Rectangle {
    id: tag

    enum Tone { Plain, Good, Waiting, Wrong }

    property int tone: Tag.Plain
    property string text: ""
    property string iconName: ""

    readonly property color words: {
        switch (tag.tone) {
        case Tag.Good: return Theme.accent;
        case Tag.Waiting: return Theme.gold;
        case Tag.Wrong: return Theme.warn;
        default: return Theme.ink2;
        }
    }

    implicitWidth: line.implicitWidth + 2 * Theme.space12
    implicitHeight: line.implicitHeight + Theme.space8
    radius: height / 2
    color: {
        switch (tag.tone) {
        case Tag.Good: return Theme.tint;
        case Tag.Waiting: return Theme.goldTint;
        case Tag.Wrong: return Theme.warnTint;
        default: return Theme.card;
        }
    }
    border.width: tag.tone === Tag.Plain ? Theme.hairline : 0
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.space8

        Icon {
            visible: tag.iconName !== ""
            name: tag.iconName
            tint: tag.words
            size: Theme.iconSmall
            anchors.verticalCenter: parent.verticalCenter
        }
        Small {
            text: tag.text
            color: tag.words
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
