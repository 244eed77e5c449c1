import QtQuick
import Clienteling.Theme

// Says what has just been done and, for a while, offers to undo it.
Rectangle {
    id: toast

    property string text: ""
    property bool undoable: false
    signal undo

    implicitWidth: line.implicitWidth + 2 * Theme.space20
    implicitHeight: Math.max(Theme.action + Theme.space8, line.implicitHeight + Theme.space8)
    radius: height / 2
    color: Theme.ink
    opacity: toast.text === "" ? 0 : 1
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: toast.text
    Behavior on opacity { NumberAnimation { duration: Theme.quick } }

    Row {
        id: line

        anchors.centerIn: parent
        spacing: Theme.space16

        Body {
            anchors.verticalCenter: parent.verticalCenter
            text: toast.text
            color: Theme.paper
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Button {
            visible: toast.undoable
            kind: Button.Quiet
            iconName: "arrow-counter-clockwise"
            text: qsTr("Undo")
            implicitHeight: Theme.touch
            onClicked: toast.undo()
        }
    }
}
