import QtQuick
import Clienteling.Theme

// What has to be read at arm's length.
Text {
    color: Theme.ink
    font.family: Theme.sans
    font.pixelSize: Theme.sizeText
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
