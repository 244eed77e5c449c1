import QtQuick
import Clienteling.Theme

// A person by her initials, or an icon where there is no name. Plain: a sign that only helps to find the line.
Rectangle {
    id: avatar

    enum Tone { Gold, Green, Red, Plain }

    property string initials: ""
    property string iconName: ""
    property int tone: Avatar.Gold
    // At words of the usual size; it grows with them.
    property int size: 44
    readonly property int side: Math.round(avatar.size * Theme.signScale)

    readonly property color words: avatar.tone === Avatar.Green ? Theme.accent
        : avatar.tone === Avatar.Red ? Theme.warn : avatar.tone === Avatar.Plain ? Theme.ink2 : Theme.gold

    implicitWidth: side
    implicitHeight: side
    radius: side / 2
    color: avatar.tone === Avatar.Green ? Theme.tint : avatar.tone === Avatar.Red ? Theme.warnTint
        : avatar.tone === Avatar.Plain ? Theme.card : Theme.goldTint
    border.width: avatar.tone === Avatar.Plain ? Theme.hairline : 0
    border.color: Theme.line
    Accessible.ignored: true

    Body {
        visible: avatar.iconName === ""
        anchors.centerIn: parent
        text: avatar.initials
        color: avatar.words
        font.weight: Font.DemiBold
        font.pixelSize: Math.round(Math.max(avatar.side * 0.36, Math.min(Theme.sizeTiny, avatar.side * 0.42)))
        Accessible.ignored: true
    }
    Icon {
        visible: avatar.iconName !== ""
        anchors.centerIn: parent
        name: avatar.iconName
        tint: avatar.words
        size: Math.round(avatar.side * 0.5)
    }
}
