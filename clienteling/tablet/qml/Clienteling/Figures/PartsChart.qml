pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What a figure is made of: a bar for each part, the largest first.
Column {
    id: chart

    required property Rows parts

    Repeater {
        model: chart.parts

        Item {
            id: part

            required property string what
            required property string words
            required property int count
            required property real share

            width: chart.width
            implicitHeight: said.height + 2 * Theme.space8
            Accessible.role: Accessible.ListItem
            Accessible.name: [part.what, part.count, part.words].filter(one => one !== "").join(", ")

            Column {
                id: said

                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(parent.width * 0.46)
                spacing: Theme.space4 / 2

                Small {
                    width: parent.width
                    text: part.what
                    color: Theme.ink
                    Accessible.ignored: true
                }
                Small {
                    visible: part.words !== ""
                    width: parent.width
                    text: part.words
                    Accessible.ignored: true
                }
            }
            Rectangle {
                anchors { left: said.right; leftMargin: Theme.space12; verticalCenter: parent.verticalCenter }
                width: Math.max(height, Math.round((parent.width - said.width - number.width - Theme.space28) * part.share))
                height: 10
                radius: height / 2
                color: Theme.gold
            }
            Small {
                id: number

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                width: Math.max(implicitWidth, Theme.space32)
                horizontalAlignment: Text.AlignRight
                text: part.count
                font.features: ({ tnum: 1 })
                Accessible.ignored: true
            }
            Hairline { anchors.bottom: parent.bottom; width: parent.width }
        }
    }
}
