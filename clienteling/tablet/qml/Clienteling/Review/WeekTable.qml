pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The week of the day that is read; a tap goes to another of its days.
Column {
    id: table

    required property Rows week
    signal chosen(day: string)

    component Cell: Small {
        width: (table.width - Theme.space16) / 5
        anchors.verticalCenter: parent?.verticalCenter
        font.features: ({ tnum: 1 })
        Accessible.ignored: true
    }

    Row {
        width: parent.width
        leftPadding: Theme.space8

        Item { width: (table.width - Theme.space16) / 5; height: 1 }
        Cell { text: qsTr("visits"); color: Theme.ink3; font.pixelSize: Theme.sizeTiny }
        Cell { text: qsTr("known"); color: Theme.ink3; font.pixelSize: Theme.sizeTiny }
        Cell { text: qsTr("sold"); color: Theme.ink3; font.pixelSize: Theme.sizeTiny }
        Cell { text: qsTr("promises"); color: Theme.ink3; font.pixelSize: Theme.sizeTiny }
    }
    Repeater {
        model: table.week

        T.AbstractButton {
            id: day

            required property string key
            required property string name
            required property string visits
            required property string recognised
            required property string receipts
            required property string promises
            required property bool chosen
            required property bool read
            required property bool changed
            readonly property string standing: day.changed ? qsTr("changed since it was read") : day.read ? qsTr("read") : ""

            objectName: "week-" + key
            width: table.width
            implicitHeight: Math.max(Theme.touch, cells.implicitHeight + 2 * Theme.space8)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1: %2 visits, %3 identified, %4 sold, promises %5").arg(day.name).arg(day.visits).arg(day.recognised).arg(day.receipts).arg(day.promises)
            Accessible.description: day.standing
            onClicked: table.chosen(day.key)

            background: Rectangle {
                radius: Theme.radiusPicture
                color: day.chosen || day.down ? Theme.tint : "transparent"
                FocusRing { target: day; radius: Theme.radiusPicture; anchors.margins: 0; shown: day.visualFocus }
            }
            contentItem: Row {
                id: cells

                leftPadding: Theme.space8

                Cell { text: day.name; color: day.changed ? Theme.gold : Theme.ink; font.weight: day.chosen ? Font.DemiBold : Font.Normal }
                Cell { text: day.visits }
                Cell { text: day.recognised }
                Cell { text: day.receipts }
                Item {
                    width: (table.width - Theme.space16) / 5
                    anchors.verticalCenter: parent?.verticalCenter
                    implicitHeight: kept.implicitHeight

                    Cell { id: kept; text: day.promises }
                    Icon {
                        visible: day.read
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        name: day.changed ? "clock-countdown" : "check"
                        size: Theme.iconSmall
                        tint: day.changed ? Theme.gold : Theme.accent
                    }
                }
            }
        }
    }
}
