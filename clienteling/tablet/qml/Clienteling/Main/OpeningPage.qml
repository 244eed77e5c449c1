import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// The first frame: the house's name on its own paper, while the book is being opened.
Item {
    Serif {
        anchors.centerIn: parent
        text: qsTr("Clienteling")
        font.pixelSize: Theme.sizeDisplay
    }
}
