import QtQuick
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Theme

// Says that nothing here is real, wherever no exercise says it.
Rectangle {
    id: band

    signal leave_asked

    implicitHeight: Math.max(Theme.action, line.implicitHeight) + Theme.space16
    color: Theme.band
    Accessible.role: Accessible.Grouping
    Accessible.name: title.text

    Row {
        id: line

        anchors {
            left: band.left
            leftMargin: Theme.margin
            right: help.left
            rightMargin: Theme.space16
            verticalCenter: band.verticalCenter
        }
        spacing: Theme.space16

        Icon {
            id: cap

            anchors.verticalCenter: parent.verticalCenter
            name: "graduation-cap"
            tint: Theme.inkOnBand
            size: Theme.iconLarge
        }
        Column {
            width: parent.width - cap.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter

            Body {
                id: title

                width: parent.width
                text: qsTr("Practice mode")
                color: Theme.inkOnBand
                font.weight: Font.DemiBold
            }
            Small {
                width: parent.width
                text: qsTr("Invented people on this tablet only. Nothing is sent, nothing is real.")
                color: Theme.inkOnBand2
            }
        }
    }
    HelpButton {
        id: help

        anchors { right: leave.left; rightMargin: Theme.space8; verticalCenter: parent.verticalCenter }
        topic: "practice"
        tint: Theme.inkOnBand
    }
    Button {
        id: leave

        objectName: "leavePractice"
        anchors { right: parent.right; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        iconName: "x"
        text: qsTr("Back to the shop")
        onClicked: band.leave_asked()
    }
}
