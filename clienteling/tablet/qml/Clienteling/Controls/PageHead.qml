import QtQuick
import Clienteling.Theme

// The head of a page: what is shown, a quieter line or more below it, and its tools at the right. Where both
// do not fit beside each other the tools stand beneath the words: a date is one line, however large.
Item {
    id: head

    property string title: ""
    property string words: ""
    property color wordsColor: Theme.ink2
    property string note: ""
    default property alias tools: row.data
    readonly property bool beside: natural.advanceWidth + row.width + Theme.space32 <= width

    implicitHeight: row.y + row.height > titles.height ? row.y + row.height : titles.height

    TextMetrics {
        id: natural

        font: heading.font
        text: head.title
    }
    Column {
        id: titles

        width: head.beside ? head.width - row.width - Theme.space16 : head.width
        spacing: Theme.space4

        Serif {
            id: heading

            width: parent.width
            text: head.title
            font.pixelSize: Theme.sizeDisplay
            Accessible.role: Accessible.Heading
        }
        Body {
            width: parent.width
            visible: text !== ""
            text: head.words
            color: head.wordsColor
        }
        Small {
            objectName: "headNote"
            width: parent.width
            visible: text !== ""
            text: head.note
        }
    }
    Row {
        id: row

        x: head.beside ? head.width - width : 0
        y: head.beside ? 0 : titles.height + Theme.space12
        spacing: Theme.space8
    }
}
