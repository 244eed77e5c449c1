import QtQuick
import Clienteling.Theme

// Says what has just been done and, for a while, offers to undo it.
Rectangle {
    id: toast

    property string text: ""
    property bool undoable: false
    // How far above its parent's lower edge it lies.
    property real foot: 0
    signal undo

    readonly property real beneath: Leaves.ground?.said ?? 0
    readonly property real widest: parent ? Leaves.right(parent) : implicitWidth

    objectName: "toast"
    implicitWidth: words.implicitWidth + button.beside + 2 * Theme.space20
    x: (toast.widest - width) / 2
    y: Leaves.line(parent, height + toast.beneath, toast.foot) - toast.beneath - height
    width: Math.min(implicitWidth, toast.widest - 2 * Theme.margin)
    implicitHeight: Math.max(Theme.action + Theme.space8, line.implicitHeight + Theme.space8)
    radius: Math.min(height / 2, Theme.radiusBlock + Theme.space12)
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
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, toast.width - button.beside - 2 * Theme.space20)
            text: toast.text
            color: Theme.paper
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Button {
            id: button

            readonly property real beside: visible ? width + line.spacing : 0

            objectName: "toastUndo"
            visible: toast.undoable
            kind: Button.Quiet
            iconName: "arrow-counter-clockwise"
            text: qsTr("Undo")
            onClicked: toast.undo()
        }
    }
}
