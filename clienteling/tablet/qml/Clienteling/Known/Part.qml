import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// A part of what is known: its name, one line about it, and what there is.
Column {
    id: part

    required property string name
    property string words: ""
    default property alias content: inside.data

    spacing: Theme.space12

    Serif {
        width: parent.width
        text: part.name
        font.pixelSize: Theme.sizeDisplay
        Accessible.role: Accessible.Heading
    }
    Body {
        width: parent.width
        visible: text !== ""
        text: part.words
        color: Theme.ink2
        font.pixelSize: Theme.sizeLarge
    }
    Column {
        id: inside

        width: parent.width
        spacing: Theme.space16
    }
}
