pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Why not bought: a bar for each reason, the most frequent first. A tap asks who it was.
Column {
    id: chart

    required property Rows lost
    property int most: 1
    signal asked(key: string, reason: string)

    function measure(): void {
        let most = 1;
        for (let n = 0; n < repeater.count; n++) {
            const line = repeater.itemAt(n) as ReasonLine;
            if (line)
                most = Math.max(most, line.times);
        }
        chart.most = most;
    }

    component ReasonLine: T.AbstractButton {
        id: line

        required property string key
        required property string reason
        required property int times

        objectName: "lost-" + line.key
        width: chart.width
        implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.space8)
        focusPolicy: Qt.StrongFocus
        onTimesChanged: chart.measure()
        onClicked: chart.asked(line.key, line.reason)
        Accessible.role: Accessible.Button
        Accessible.name: `${line.reason}, ${line.times}`

        background: Rectangle {
            radius: Theme.radiusPicture
            color: line.down ? Theme.tint : "transparent"
            FocusRing { target: line; radius: Theme.radiusPicture; anchors.margins: 0; shown: line.visualFocus }
        }
        contentItem: Item {
            Small {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(parent.width * 0.46)
                text: line.reason
                Accessible.ignored: true
            }
            Rectangle {
                anchors { left: words.right; leftMargin: Theme.space8; verticalCenter: parent.verticalCenter }
                width: Math.max(height, Math.round((parent.width - words.width - count.width - Theme.space20) * line.times / chart.most))
                height: 10
                radius: height / 2
                color: Theme.gold
            }
            Small {
                id: count

                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                width: Math.max(implicitWidth, Theme.space20)
                horizontalAlignment: Text.AlignRight
                text: line.times
                font.features: ({ tnum: 1 })
                Accessible.ignored: true
            }
        }
    }

    Repeater {
        id: repeater

        model: chart.lost
        onItemAdded: chart.measure()
        onItemRemoved: chart.measure()

        ReasonLine {}
    }
}
