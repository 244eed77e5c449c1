import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// A step with its tick; the one that is next says how.
Item {
    id: line

    required property int number
    required property string words
    required property string how
    required property bool done
    required property bool current

    implicitHeight: text.implicitHeight + 2 * Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: line.done ? qsTr("Done: %1").arg(line.words) : line.words

    Icon {
        id: tick

        y: Theme.space12
        name: line.done ? "check-circle" : "circle"
        tint: line.done ? Theme.accent : line.current ? Theme.ink : Theme.ink3
        size: Theme.icon
    }
    Column {
        id: text

        anchors { left: tick.right; leftMargin: Theme.space12; right: parent.right }
        y: Theme.space12
        spacing: Theme.space4

        Body {
            width: parent.width
            text: line.words
            color: line.done || !line.current ? Theme.ink2 : Theme.ink
            font.weight: line.current ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Small {
            visible: line.current
            width: parent.width
            text: line.how
            Accessible.ignored: true
        }
    }
    Hairline { anchors.bottom: parent.bottom; width: parent.width }
}
