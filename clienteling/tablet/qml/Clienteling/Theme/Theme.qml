pragma Singleton

import QtQuick

// The tokens, by role. Main sets the inputs once; everything else follows.
QtObject {
    property bool dark: false
    // The machine is set to strong contrast: what is quiet is said as loudly as the rest.
    property bool strong: false
    property bool reducedMotion: false
    // 1 to 2: how large this person wants to read.
    property real scale: 1
    property bool practice: false

    // Practice mode has a ground that no shop has: nobody takes what is practised for what is real.
    readonly property color paper: practice ? (dark ? "#241F3D" : "#E4E0F5") : dark ? "#171512" : "#F7F3EC"
    readonly property color card: practice ? (dark ? "#2A2447" : "#F8F6FE") : dark ? "#211E1A" : "#FFFDF9"
    // A leaf lies on the page: by day its edge says so, by night it is a little lighter.
    readonly property color leaf: !dark ? paper : practice ? "#272242" : "#1E1B17"
    readonly property color line: strong ? ink3 : practice ? (dark ? "#473E6B" : "#CCC5E8") : dark ? "#37322B" : "#E5DDD0"
    readonly property color band: "#4A3F8C"
    readonly property color inkOnBand: "#FBF8F2"
    readonly property color inkOnBand2: "#D9D3F2"

    readonly property color ink: dark ? "#F1EBE1" : "#1F1B16"
    readonly property color ink2: strong ? loud : dark ? "#B5AA9B" : practice ? "#5F574D" : "#6A6156"
    readonly property color ink3: strong ? loud : dark ? (practice ? "#A79D90" : "#9C9184") : practice ? "#655B50" : "#71675A"
    readonly property color loud: dark ? "#DED5C8" : "#3A332B"

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

    // A code is drawn on white in both appearances, and so is what stands in its place.
    readonly property color white: "#FFFFFF"
    readonly property color inkOnWhite: "#1F1B16"
    readonly property color inkOnWhite2: "#71675A"

    readonly property string sans: "Hanken Grotesk"
    readonly property string serif: "Newsreader"

    // Nothing that a clerk must read at arm's length is smaller than sizeText.
    readonly property int leastText: 13
    readonly property int sizeTiny: Math.round(13 * scale)
    readonly property int sizeSmall: Math.round(14 * scale)
    readonly property int sizeText: Math.round(16 * scale)
    readonly property int sizeLarge: Math.round(18 * scale)
    readonly property int sizeTitle: Math.round(21 * scale)
    readonly property int sizeHead: Math.round(24 * scale)
    readonly property int sizeDisplay: Math.round(40 * scale)

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space28: 28
    readonly property int space32: 32
    readonly property int margin: 28
    readonly property int readingWidth: Math.round(720 * scale)

    // Signs grow with the words beside them, half as fast: at twice the text they still fit what is touched.
    readonly property real signScale: 1 + (scale - 1) / 2

    // One column: the screen is tall, or too narrow for two columns of words of this size.
    function stacked(width: real, height: real): bool {
        return height > width || width < 900 * scale;
    }

    readonly property int radiusPicture: 14
    readonly property int radiusBlock: 18
    readonly property int radiusSheet: 20

    readonly property int hairline: 1
    readonly property int focusLine: 2
    readonly property int iconSmall: Math.round(18 * signScale)
    readonly property int icon: Math.round(22 * signScale)
    readonly property int iconLarge: Math.round(26 * signScale)

    readonly property int touch: 48
    readonly property int action: 52
    readonly property int rail: Math.round(80 * Math.min(scale, 1.5))

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 200
}
