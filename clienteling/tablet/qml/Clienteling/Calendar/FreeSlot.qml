import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme

// A free half hour: a tap books it.
T.AbstractButton {
    id: slot

    required property string day
    required property int minute

    readonly property string time: `${Math.floor(slot.minute / 60)}:${String(slot.minute % 60).padStart(2, "0")}`

    objectName: `slot-${slot.day}-${slot.minute}`
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Book at %1").arg(slot.time)

    background: Rectangle {
        color: slot.down ? Theme.tint : slot.hovered ? Qt.alpha(Theme.tint, 0.5) : "transparent"

        Hairline {
            width: parent.width
            opacity: slot.minute % 60 === 0 ? 1 : 0.45
        }
        FocusRing { target: slot; radius: Theme.space8; anchors.margins: 1; shown: slot.visualFocus }
    }
    contentItem: Item {
        Icon {
            visible: slot.hovered || slot.visualFocus || slot.down
            anchors.centerIn: parent
            name: "plus"
            tint: Theme.accent
        }
    }
}
