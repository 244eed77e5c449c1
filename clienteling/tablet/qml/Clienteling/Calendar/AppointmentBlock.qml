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
    required property string note
    required property string time
    required property string whose
    // An AppointmentState.
    required property string standing
    required property bool clash
    required property string initials
    property bool brief: false

    readonly property bool booked: block.standing === "booked"
    readonly property string rest: Words.joined(block.brief ? [] : [block.time, block.title, block.note, block.whose, block.booked ? "" : Words.appointmentState(block.standing)])

    focusPolicy: Qt.StrongFocus
    padding: Theme.space4
    topPadding: Theme.space4
    bottomPadding: Theme.space4
    clip: true
    Accessible.role: Accessible.Button
    Accessible.name: [block.clash ? qsTr("in the way of another") : "", block.time, block.name, block.title, block.whose, block.booked ? "" : Words.appointmentState(block.standing)].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.space8
        color: block.booked ? Theme.tint : block.standing === "missed" ? Theme.warnTint : Theme.card
        border.width: Theme.hairline
        border.color: block.clash ? Theme.warn : block.booked ? Theme.accent : Theme.line

        Rectangle {
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom; margins: Theme.hairline }
            width: Theme.space4
            radius: Theme.focusLine
            color: block.booked ? Theme.accent : block.standing === "missed" ? Theme.warn : Theme.line
        }
        FocusRing { target: block; radius: Theme.space8; anchors.margins: 0; shown: block.visualFocus }
    }
    contentItem: Item {
        id: inside

        readonly property real room: block.availableWidth - Theme.space8
        // Where both do not stand beside each other, the sign stands beneath the initials.
        readonly property bool slim: block.brief && block.width < 5 * Theme.sizeText
        readonly property real before: sign.visible && !inside.slim ? sign.width + Theme.space4 : 0
        // Of a long name in a narrow place the initials are left.
        readonly property bool cramped: block.width < 4.5 * Theme.sizeText
            || whole.implicitHeight > block.availableHeight || whole.contentWidth > whole.width

        Small {
            id: whole

            visible: false
            width: inside.room - inside.before
            text: block.name
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Icon {
            id: sign

            objectName: "standing"
            visible: block.clash || !block.booked
            x: Theme.space8
            y: inside.slim ? who.height : 0
            name: block.clash ? "warning" : block.standing === "missed" ? "x-circle" : "check"
            tint: block.clash || block.standing === "missed" ? Theme.warn : Theme.accent
            size: Theme.iconSmall
        }
        Small {
            id: who

            x: Theme.space8 + inside.before
            width: block.availableWidth - x
            text: inside.cramped ? block.initials : block.name
            color: block.booked ? Theme.ink : Theme.ink2
            font.weight: Font.DemiBold
            font.pixelSize: !inside.cramped || !block.brief ? Theme.sizeSmall
                : Math.max(Theme.leastText, Math.min(Theme.sizeSmall, Math.floor((inside.room - inside.before) / 1.7)))
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Small {
            // Said where there is room for it; a tap says the rest.
            visible: text !== "" && who.implicitHeight + implicitHeight <= block.availableHeight
            x: Theme.space8
            y: who.height
            width: inside.room
            text: block.rest
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
