pragma Singleton

import QtQuick

// The tokens, by role. Main sets the three inputs once; everything else follows.
QtObject {
    property bool dark: false
    property bool reducedMotion: false
    property real textScale: 1

    readonly property color paper: dark ? "#171512" : "#F7F3EC"
    readonly property color card: dark ? "#211E1A" : "#FFFDF9"
    readonly property color line: dark ? "#37322B" : "#E5DDD0"

    readonly property color ink: dark ? "#F1EBE1" : "#1F1B16"
    readonly property color ink2: dark ? "#B5AA9B" : "#6A6156"
    readonly property color ink3: dark ? "#9C9184" : "#71675A"

    readonly property color accent: dark ? "#8FC5B1" : "#1F4A3F"
    readonly property color inkOnAccent: dark ? "#12241E" : "#FBF8F2"
    readonly property color tint: dark ? "#22332C" : "#E4ECE6"

    readonly property color gold: dark ? "#DDB877" : "#7E5A20"
    readonly property color goldTint: dark ? "#362C1B" : "#F3E8D2"

    readonly property color warn: dark ? "#EE9F86" : "#9A3B26"
    readonly property color warnTint: dark ? "#3A2620" : "#F6E4DC"

    // The camera's ground is dark in both appearances: a picture lies on it.
    readonly property color night: "#1B1815"
    readonly property color inkOnNight: "#FBF8F2"
    readonly property color inkOnNight2: "#C9C0B4"

    readonly property string sans: "Hanken Grotesk"
    readonly property string serif: "Newsreader"

    // Nothing that a clerk must read at arm's length is smaller than sizeText.
    readonly property int sizeTiny: Math.round(13 * textScale)
    readonly property int sizeSmall: Math.round(14 * textScale)
    readonly property int sizeText: Math.round(16 * textScale)
    readonly property int sizeLarge: Math.round(18 * textScale)
    readonly property int sizeTitle: Math.round(21 * textScale)
    readonly property int sizeHead: Math.round(24 * textScale)
    readonly property int sizeDisplay: Math.round(40 * textScale)

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space28: 28
    readonly property int space32: 32
    readonly property int margin: 28
    readonly property int readingWidth: 720

    readonly property int radiusPicture: 14
    readonly property int radiusBlock: 18
    readonly property int radiusSheet: 20

    readonly property int hairline: 1
    readonly property int focusLine: 2
    readonly property int iconSmall: 18
    readonly property int icon: 22
    readonly property int iconLarge: 26

    readonly property int touch: 48
    readonly property int action: 52
    readonly property int rail: 80

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200
}
