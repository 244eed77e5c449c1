import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Says that what stands on the leaf was typed before and not saved, and takes it away where it is not wanted.
Item {
    id: begun

    required property UnfinishedViewModel unfinished
    signal anew

    visible: begun.unfinished.resumed
    implicitHeight: Math.max(said.implicitHeight, button.height)

    Body {
        id: said

        anchors { left: parent.left; right: button.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
        text: qsTr("Begun before and not saved")
        color: Theme.gold
    }
    Button {
        id: button

        objectName: "beginAnew"
        anchors.right: parent.right
        kind: Button.Plain
        rightPadding: 0
        iconName: "arrow-counter-clockwise"
        text: qsTr("Begin anew")
        onClicked: begun.anew()
    }
}
