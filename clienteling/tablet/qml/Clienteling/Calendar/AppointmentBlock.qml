import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// An appointment in its place of the day: as long as it lasts. One that is over lies back, and says how.
T.AbstractButton {
    id: block

    required property string name
    required property string title
    required property string time
    required property string whose
    // An AppointmentState.
    required property string standing
    required property string initials
    property bool brief: false
    property bool cramped: false

    readonly property bool booked: block.standing === "booked"
    readonly property string rest: Words.joined(block.brief ? [] : [block.time, block.title, block.whose, block.booked ? "" : Words.appointmentState(block.standing)])

    focusPolicy: Qt.StrongFocus
    padding: Theme.space8
    topPadding: Theme.space4
    bottomPadding: Theme.space4
    clip: true
    Accessible.role: Accessible.Button
    Accessible.name: [block.time, block.name, block.title, block.whose, block.booked ? "" : Words.appointmentState(block.standing)].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.space8
        color: block.booked ? Theme.tint : block.standing === "missed" ? Theme.warnTint : Theme.card
        border.width: Theme.hairline
        border.color: block.booked ? Theme.accent : Theme.line

        Rectangle {
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.hairline }
            width: Theme.space4
            radius: Theme.focusLine
            color: block.booked ? Theme.accent : block.standing === "missed" ? Theme.warn : Theme.line
        }
        FocusRing { target: block; radius: Theme.space8; anchors.margins: 0; shown: block.visualFocus }
    }
    contentItem: Column {
        leftPadding: Theme.space8

        Row {
            width: parent.width - Theme.space8
            spacing: Theme.space4

            Icon {
                id: sign

                visible: !block.booked && !block.brief
                name: block.standing === "missed" ? "x-circle" : "check"
                tint: block.standing === "missed" ? Theme.warn : Theme.accent
                size: Theme.iconSmall
            }
            Small {
                width: parent.width - (sign.visible ? sign.width + Theme.space4 : 0)
                text: block.cramped ? block.initials : block.name
                color: block.booked ? Theme.ink : Theme.ink2
                font.weight: Font.DemiBold
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Accessible.ignored: true
            }
        }
        Small {
            visible: text !== ""
            width: parent.width - Theme.space8
            text: block.rest
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
    }
}
