pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The days of a month, one of which is touched; the arrows turn to other months, never beyond today.
Column {
    id: grid

    required property DaysViewModel model
    readonly property real cell: Math.floor(month.width / 7)
    signal touched(day: string)

    spacing: Theme.space8

    Item {
        width: parent.width
        implicitHeight: Math.max(back.height, name.height)

        Serif {
            id: name

            anchors { left: parent.left; right: back.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            text: grid.model.month
        }
        IconButton {
            id: back

            objectName: "monthBack"
            anchors { right: on.left; rightMargin: Theme.space8 }
            framed: true
            iconName: "caret-left"
            label: qsTr("The month before")
            onClicked: grid.model.turn(-1)
        }
        IconButton {
            id: on

            objectName: "monthOn"
            anchors.right: parent.right
            framed: true
            enabled: grid.model.can_go_on
            iconName: "caret-right"
            label: qsTr("The next month")
            onClicked: grid.model.turn(1)
        }
    }
    Grid {
        id: month

        width: parent.width
        columns: 7

        Repeater {
            model: grid.model.weekdays

            Small {
                required property string modelData

                width: grid.cell
                bottomPadding: Theme.space4
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                color: Theme.ink3
                Accessible.ignored: true
            }
        }
        Repeater {
            model: grid.model.days

            T.AbstractButton {
                id: day

                required property string key
                required property int number
                required property string name
                required property bool ours
                required property bool inside
                required property bool end

                objectName: "day-" + key
                width: grid.cell
                height: Math.max(Theme.touch, figure.implicitHeight + Theme.space8)
                enabled: day.ours
                opacity: day.ours ? 1 : 0
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.checked: day.inside
                Accessible.name: day.name
                onClicked: grid.touched(day.key)

                background: Rectangle {
                    color: day.end ? Theme.accent : day.inside || day.down ? Theme.tint : "transparent"
                    radius: day.end ? Theme.radiusPicture : 0

                    FocusRing { target: day; radius: Theme.radiusPicture; anchors.margins: 0; border.color: day.end ? Theme.gold : Theme.accent; shown: day.visualFocus }
                }
                contentItem: Body {
                    id: figure

                    text: day.number
                    color: day.end ? Theme.inkOnAccent : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    font.features: ({ tnum: 1 })
                    Accessible.ignored: true
                }
            }
        }
    }
}
