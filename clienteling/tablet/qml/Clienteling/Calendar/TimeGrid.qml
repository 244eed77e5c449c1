pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Days beside each other, half hours down: what is free is tapped to book it, what is booked to open it.
Item {
    id: grid

    required property CalendarViewModel model
    signal free_asked(string day, int minute)
    signal asked(string id)
    signal day_asked(string day)

    readonly property int slot: 30
    readonly property int rowHeight: Math.max(Theme.touch, Math.round(Theme.sizeSmall * 3.4))
    readonly property int gutter: Math.round(52 * Theme.scale)
    readonly property int count: Math.max(1, grid.model.days.count)
    readonly property real column: (width - gutter) / count
    // Where one name of a day needs a second line, all have one.
    readonly property bool narrow: column < 6 * Theme.sizeText
    readonly property int rows: Math.max(0, (grid.model.closes - grid.model.opens) / slot)

    // Where one looks first: an hour ago, or where the day begins.
    function look(): void {
        const wanted = grid.offset(Math.max(grid.model.opens, grid.model.now - 60));
        scroll.contentY = Math.max(0, Math.min(wanted, scroll.contentHeight - scroll.height));
    }

    Connections {
        target: grid.model
        property string shown: ""

        function onChanged(): void {
            if (shown !== grid.model.heading) {
                shown = grid.model.heading;
                soon.restart();
            }
        }
    }
    // Once everything has its place; a page that is left meanwhile takes its timer with it.
    Timer {
        id: soon

        interval: 0
        onTriggered: grid.look()
    }
    Component.onCompleted: soon.start()

    function offset(minute: int): real {
        return (minute - grid.model.opens) / grid.slot * grid.rowHeight;
    }

    Row {
        id: heads

        visible: grid.model.week
        x: grid.gutter
        height: visible ? Math.max(Theme.touch, Math.round(Theme.sizeText * 2.7)) : 0

        Repeater {
            model: grid.model.days

            T.AbstractButton {
                id: head

                required property string key
                required property string name
                required property string full
                required property bool is_today
                required property bool is_open

                objectName: "day-" + key
                width: grid.column
                height: heads.height
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: head.full
                onClicked: grid.day_asked(key)

                background: Rectangle {
                    color: head.down ? Theme.tint : "transparent"
                    radius: Theme.space8
                    FocusRing { target: head; radius: Theme.space8; anchors.margins: 0; shown: head.visualFocus }
                }
                contentItem: Body {
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: grid.narrow ? head.name.replace(" ", "\n") : head.name
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    color: head.is_today ? Theme.accent : head.is_open ? Theme.ink : Theme.ink3
                    font.weight: head.is_today ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
            }
        }
    }
    Flickable {
        id: scroll

        objectName: "calendarScroll"
        anchors { left: parent.left; right: parent.right; top: heads.bottom; bottom: parent.bottom }
        contentHeight: grid.rows * grid.rowHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Repeater {
            model: grid.rows

            Small {
                required property int index

                readonly property int minute: grid.model.opens + index * grid.slot

                visible: minute % 60 === 0
                y: index * grid.rowHeight - (index === 0 ? 0 : Math.round(height / 2))
                width: grid.gutter - Theme.space12
                horizontalAlignment: Text.AlignRight
                text: `${minute / 60}:00`
                color: Theme.ink3
                wrapMode: Text.NoWrap
                font.features: ({ tnum: 1 })
            }
        }
        Repeater {
            model: grid.model.days

            Item {
                id: day

                required property int index
                required property string key
                required property bool is_today
                required property bool is_open

                x: grid.gutter + index * grid.column
                width: grid.column
                height: grid.rows * grid.rowHeight

                Rectangle {
                    anchors.fill: parent
                    visible: grid.model.week && day.is_today
                    color: Theme.card
                }
                Hairline {
                    visible: grid.model.week
                    width: Theme.hairline
                    height: parent.height
                }
                Repeater {
                    model: grid.rows

                    FreeSlot {
                        id: free

                        required property int index

                        y: index * grid.rowHeight
                        width: day.width
                        height: grid.rowHeight
                        day: day.key
                        minute: grid.model.opens + index * grid.slot
                        onClicked: grid.free_asked(free.day, free.minute)
                    }
                }
            }
        }
        Repeater {
            model: grid.model.days

            Rectangle {
                required property int index
                required property bool is_today

                visible: is_today && grid.model.now >= grid.model.opens && grid.model.now < grid.model.closes
                x: grid.gutter + index * grid.column
                y: grid.offset(grid.model.now)
                width: grid.column
                height: Theme.focusLine
                color: Theme.gold
            }
        }
        Repeater {
            model: grid.model.blocks

            AppointmentBlock {
                required property string key
                required property int day
                required property int start
                required property int minutes
                required property int lane
                required property int lanes
                required property string state_here

                readonly property real share: (grid.column - Theme.space8) / lanes

                objectName: "appointment-" + key
                standing: state_here
                x: grid.gutter + day * grid.column + Theme.space4 + Math.min(lane * share, grid.column - Theme.space8 - width)
                y: grid.offset(start) + Theme.focusLine
                width: Math.max(Theme.touch, share - Theme.focusLine)
                height: Math.max(Theme.touch, minutes / grid.slot * grid.rowHeight - 2 * Theme.focusLine)
                brief: grid.model.week
                onClicked: grid.asked(key)
            }
        }
    }
}
