pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who came, hour by hour: recognised below, without a code above.
Row {
    id: chart

    required property Rows hours
    readonly property int room: 112
    readonly property real slot: Math.min(80, width / Math.max(1, repeater.count))
    property int most: 1

    function measure(): void {
        let most = 1;
        for (let n = 0; n < repeater.count; n++) {
            const bar = repeater.itemAt(n) as HourBar;
            if (bar)
                most = Math.max(most, bar.recognised + bar.unknown);
        }
        chart.most = most;
    }

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Visits by the hour")

    component HourBar: Column {
        id: bar

        required property int hour
        required property int recognised
        required property int unknown

        width: chart.slot
        spacing: Theme.space4
        onRecognisedChanged: chart.measure()
        onUnknownChanged: chart.measure()
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1 o'clock: %2 identified, %3 without a code").arg(bar.hour).arg(bar.recognised).arg(bar.unknown)

        Item {
            width: Math.min(parent.width - Theme.space4, 72)
            height: chart.room

            Rectangle {
                anchors.bottom: known.top
                width: parent.width
                height: Math.round(chart.room * bar.unknown / chart.most)
                color: Theme.tint
                topLeftRadius: Theme.space4
                topRightRadius: Theme.space4
            }
            Rectangle {
                id: known

                anchors.bottom: parent.bottom
                width: parent.width
                height: Math.round(chart.room * bar.recognised / chart.most)
                color: Theme.accent
                topLeftRadius: bar.unknown === 0 ? Theme.space4 : 0
                topRightRadius: bar.unknown === 0 ? Theme.space4 : 0
            }
        }
        Small {
            width: Math.min(parent.width - Theme.space4, 72)
            text: bar.hour
            color: Theme.ink3
            font.pixelSize: Theme.sizeTiny
            font.features: ({ tnum: 1 })
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }

    Repeater {
        id: repeater

        model: chart.hours
        onItemAdded: chart.measure()
        onItemRemoved: chart.measure()

        HourBar {}
    }
}
