pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// The calendar: who comes when, by day and by week. A free place is tapped to book it.
Item {
    id: page

    required property CalendarViewModel model
    // Room at the foot for what is added, where that has none beside the views.
    readonly property bool tall: Theme.stacked(width, height)
    readonly property real foot: page.tall ? add.height + Theme.space12 : 0

    onVisibleChanged: {
        if (!visible)
            sheet.close();
    }

    Serif {
        id: title

        x: Theme.margin
        width: page.width - x - Theme.margin - turning.width - Theme.space16
        height: Math.max(turning.height, contentHeight)
        text: page.model.heading
        font.pixelSize: Theme.sizeDisplay
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.sizeHead
        maximumLineCount: 2
        Accessible.role: Accessible.Heading
    }
    Row {
        id: turning

        anchors { right: parent.right; rightMargin: Theme.margin }
        spacing: Theme.space8

        IconButton {
            objectName: "calendarBack"
            framed: true
            iconName: "caret-left"
            label: page.model.week ? qsTr("The week before") : qsTr("The day before")
            onClicked: page.model.turn(-1)
        }
        IconButton {
            objectName: "calendarOn"
            framed: true
            iconName: "caret-right"
            label: page.model.week ? qsTr("The next week") : qsTr("The next day")
            onClicked: page.model.turn(1)
        }
        IconButton {
            objectName: "calendarExport"
            framed: true
            iconName: "export"
            label: qsTr("Save what is shown as a calendar file")
            onClicked: page.model.export()
        }
    }
    Flow {
        id: views

        anchors { left: title.left; top: title.bottom; topMargin: Theme.space12 }
        width: page.width - 2 * Theme.margin - (page.tall ? 0 : add.width + Theme.space16)
        spacing: Theme.space8

        Chip {
            objectName: "calendarDay"
            text: qsTr("Day")
            chosen: !page.model.week
            onClicked: page.model.show_week(false)
        }
        Chip {
            objectName: "calendarWeek"
            text: qsTr("Week")
            chosen: page.model.week
            onClicked: page.model.show_week(true)
        }
        Item { width: Theme.space16; height: Theme.touch }
        Chip {
            objectName: "calendarToday"
            enabled: !page.model.is_today
            text: qsTr("Today")
            onClicked: page.model.today()
        }
    }
    TimeGrid {
        id: grid

        anchors { top: views.bottom; topMargin: Theme.space16; bottom: parent.bottom; bottomMargin: page.tall ? page.foot + Theme.margin : 0 }
        x: Theme.margin - Theme.space12
        width: page.width - x - Theme.margin
        model: page.model
        focus: true
        onFree_asked: (day, minute) => {
            page.model.appointment.begin_at(day, minute);
            sheet.open();
        }
        onAsked: id => page.model.appointment.open(id)
        onDay_asked: day => page.model.show_day(day)
    }
    Button {
        id: add

        objectName: "newAppointment"
        anchors { right: parent.right; rightMargin: Theme.margin }
        y: page.tall ? page.height - height - Theme.margin : views.y + Math.round((Theme.touch - height) / 2)
        kind: Button.Primary
        iconName: "plus"
        text: qsTr("New appointment")
        onClicked: page.model.begin()

        Stroke {
            page: add
            key: qsTr("N", "key: new appointment")
            does: add.text
            onStruck: add.clicked()
        }
    }
    Ground { taken: saved.foot; said: saved.taken }
    SavedToast {
        id: saved

        foot: Theme.margin + page.foot
        model: page.model.saved
    }
    AppointmentSheet {
        id: sheet

        model: page.model.appointment
    }
    Connections {
        target: page.model.appointment
        function onShown(): void {
            if (page.visible)
                sheet.open();
        }
    }
}
