pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The same in figures: a line for each bar.
Column {
    id: table

    required property ChartViewModel model
    readonly property int columns: table.model.has_goal ? 3 : 2
    readonly property real cell: Math.min(table.width * 0.22, 150 * Theme.scale)

    component Cell: Small {
        width: table.cell
        anchors.verticalCenter: parent?.verticalCenter
        horizontalAlignment: Text.AlignRight
        font.features: ({ tnum: 1 })
    }

    Item {
        width: parent.width
        implicitHeight: heads.height + Theme.space8

        Row {
            id: heads

            anchors.right: parent.right

            Cell { text: table.model.name; color: Theme.ink3 }
            Cell { text: table.model.legend_before; color: Theme.ink3 }
            Cell { visible: table.model.has_goal; text: qsTr("target"); color: Theme.ink3 }
        }
    }
    Repeater {
        model: table.model.slots

        Item {
            id: line

            required property string name
            required property string value
            required property string before
            required property string target
            required property bool meant

            width: table.width
            implicitHeight: Math.max(title.height, cells.height) + 2 * Theme.space8
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2, before %3").arg(line.name).arg(line.value).arg(line.before)

            Small {
                id: title

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - cells.width - Theme.space12
                text: line.name
                font.weight: line.meant ? Font.DemiBold : Font.Normal
                color: Theme.ink
                Accessible.ignored: true
            }
            Row {
                id: cells

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }

                Cell { text: line.value; color: Theme.ink; font.weight: Font.Medium; Accessible.ignored: true }
                Cell { text: line.before; Accessible.ignored: true }
                Cell { visible: table.model.has_goal; text: line.target; Accessible.ignored: true }
            }
            Hairline { anchors.bottom: parent.bottom; width: parent.width }
        }
    }
}
