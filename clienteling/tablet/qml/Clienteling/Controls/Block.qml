import QtQuick
import Clienteling.Theme

// The one filled block of a page: the thing that matters now. Words on it are Theme.inkOnAccent.
Rectangle {
    id: block

    default property alias content: inside.data
    property int padding: Theme.space28

    implicitWidth: inside.childrenRect.width + 2 * padding
    implicitHeight: inside.childrenRect.height + 2 * padding
    radius: Theme.radiusBlock
    color: Theme.accent

    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: block.padding
    }
}
