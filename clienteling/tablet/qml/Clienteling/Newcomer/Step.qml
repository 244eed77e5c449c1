import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// One question to somebody who holds this tablet for the first time: large, and nothing else on the screen.
Column {
    id: step

    required property string title
    property string words: ""
    default property alias content: inside.data

    spacing: Theme.space20

    Serif {
        width: parent.width
        text: step.title
        font.pixelSize: Theme.sizeDisplay
        Accessible.role: Accessible.Heading
    }
    Body {
        width: parent.width
        visible: text !== ""
        text: step.words
        font.pixelSize: Theme.sizeLarge
        lineHeight: 1.3
        color: Theme.ink2
    }
    Column {
        id: inside

        width: parent.width
        spacing: Theme.space16
    }
}
