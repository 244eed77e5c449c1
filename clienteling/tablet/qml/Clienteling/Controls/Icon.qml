import QtQuick
import Clienteling.Theme

// A Phosphor icon in one colour, drawn at its size in device pixels by the provider of pictures.py.
Image {
    id: icon

    required property string name
    property bool filled: false
    property color tint: Theme.ink
    property int size: Theme.icon

    source: icon.name === "" ? ""
        : `image://icon/${icon.filled ? "fill" : "regular"}/${icon.name}/${icon.tint.toString().slice(1)}`
    sourceSize: Qt.size(icon.size, icon.size)
    width: icon.size
    height: icon.size
    Accessible.ignored: true
}
