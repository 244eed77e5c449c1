pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Whom
import Clienteling.Words

// One appointment: with whom, what for, when. Afterwards whether she came, and her code to take it along.
Sheet {
    id: sheet

    required property AppointmentViewModel model
    readonly property bool fresh: sheet.model.fresh
    readonly property bool booked: sheet.model.state === "booked"
    property bool choosing: false

    readonly property bool ready: sheet.model.whom.customer_id !== "" || sheet.model.whom.text !== ""
    lacking: sheet.ready ? "" : qsTr("Still to be said: who comes.")
    help: "appointment"
    title: sheet.fresh ? qsTr("New appointment") : qsTr("Appointment")
    onAboutToShow: sheet.choosing = false
    onAboutToHide: sheet.model.unfinished.end()

    Connections {
        target: sheet.model
        function onReady(): void {
            what.text = sheet.model.title;
            note.text = sheet.model.note;
            whom.begin();
        }
    }

    function say(): void {
        sheet.model.say(what.text, note.text);
    }

    function end(state: string): void {
        sheet.model.close(state);
        sheet.close();
    }

    ListRow {
        objectName: "appointmentWhen"
        width: parent.width
        title: sheet.model.when
        subtitle: sheet.fresh ? "" : sheet.booked ? "" : Words.appointmentState(sheet.model.state)
        lined: false
        leading: Component { Avatar { iconName: "calendar-blank"; tone: Avatar.Green } }
        trailing: Component { Icon { name: "note-pencil"; tint: Theme.ink2 } }
        onClicked: sheet.choosing = !sheet.choosing
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: sheet.model.begin_anew()
    }
    Row {
        visible: sheet.model.clash !== ""
        width: parent.width
        spacing: Theme.space8

        Icon { id: sign; name: "warning"; tint: Theme.warn; size: Theme.iconSmall }
        Body {
            objectName: "appointmentClash"
            width: parent.width - sign.width - parent.spacing
            text: sheet.model.clash
            color: Theme.warn
        }
    }
    Flow {
        width: parent.width
        visible: !sheet.fresh
        spacing: Theme.space8

        Button {
            objectName: "appointmentCame"
            visible: sheet.booked
            iconName: "check"
            text: qsTr("She came")
            onClicked: sheet.end("came")
        }
        Button {
            objectName: "appointmentMissed"
            visible: sheet.booked
            iconName: "x-circle"
            text: qsTr("Did not come")
            onClicked: sheet.end("missed")
        }
        Button {
            objectName: "appointmentBooked"
            visible: !sheet.booked
            iconName: "arrow-counter-clockwise"
            text: qsTr("Still expected")
            onClicked: sheet.end("booked")
        }
        Button {
            objectName: "appointmentCard"
            visible: sheet.model.whom.customer_id !== ""
            iconName: "user-circle"
            text: qsTr("Her card")
            onClicked: {
                sheet.close();
                sheet.model.open_card();
            }
        }
    }
    Column {
        width: parent.width
        visible: !sheet.model.settled || sheet.choosing
        spacing: Theme.space12

        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.days

                Chip {
                    required property string key
                    required text

                    objectName: "appointmentDay-" + key
                    chosen: sheet.model.day === key
                    onClicked: sheet.model.choose_day(key)
                }
            }
        }
        Hairline { width: parent.width }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.times

                Chip {
                    required property string key
                    required property bool busy
                    required text

                    objectName: "appointmentTime-" + key
                    chosen: sheet.model.time === key
                    iconName: busy ? "prohibit" : ""
                    onClicked: sheet.model.choose_time(key)
                }
            }
        }
    }
    WhomField {
        id: whom

        width: parent.width
        model: sheet.model.whom
        question: qsTr("Who comes?")
        hint: qsTr("A name, with or without a card")
    }
    Field {
        id: what

        objectName: "appointmentWhat"
        width: parent.width
        label: qsTr("What for?")
        placeholder: qsTr("Fitting for a wedding")
        maximumLength: 200
        onEdited: sheet.say()
    }
    Flow {
        width: parent.width
        visible: what.text === ""
        spacing: Theme.space8

        Repeater {
            model: [qsTr("Fitting"), qsTr("Advice"), qsTr("Collection"), qsTr("Alteration")]

            Chip {
                required property string modelData
                required property int index

                objectName: "appointmentFor-" + index
                text: modelData
                onClicked: {
                    what.text = modelData;
                    sheet.say();
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("How long, and with whom?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: [30, 60, 90, 120]

                Chip {
                    required property int modelData

                    objectName: "appointmentMinutes-" + modelData
                    text: qsTr("%n min", "", modelData)
                    chosen: sheet.model.minutes === modelData
                    onClicked: sheet.model.choose_minutes(modelData)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.people

                Chip {
                    required property string key
                    required text

                    objectName: "appointmentPerson-" + key
                    chosen: sheet.model.associate_id === key
                    onClicked: sheet.model.choose_person(key)
                }
            }
        }
    }
    Field {
        id: note

        objectName: "appointmentNote"
        width: parent.width
        label: qsTr("To be prepared")
        placeholder: qsTr("Three dresses, size 44")
        maximumLength: 400
        onEdited: sheet.say()
    }
    GuardLine {
        width: parent.width
        guard: sheet.model.guard
        text: `${what.text}\n${note.text}`
    }
    Column {
        width: parent.width
        visible: sheet.model.code !== ""
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("For her telephone: she takes a picture of it and has it in her calendar.")
            color: Theme.ink2
        }
        Image {
            objectName: "appointmentCode"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 260)
            height: width
            sourceSize: Qt.size(width, height)
            source: sheet.model.code
            smooth: false
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("A code with the appointment for her calendar")
        }
    }
    Flow {
        width: parent.width
        visible: !sheet.fresh
        spacing: Theme.space8

        Button {
            objectName: "appointmentExport"
            kind: Button.Plain
            iconName: "export"
            text: qsTr("Into a calendar")
            onClicked: sheet.model.export()
        }
        Button {
            objectName: "appointmentOff"
            visible: sheet.booked
            kind: Button.Plain
            iconName: "prohibit"
            text: qsTr("Call it off")
            onClicked: sheet.end("cancelled")
        }
    }
    footer: Button {
        objectName: "saveAppointment"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.ready
        iconName: "check"
        text: sheet.fresh ? qsTr("Book it") : qsTr("Save")
        onClicked: {
            sheet.model.save(what.text, note.text);
            sheet.close();
        }
    }
}
