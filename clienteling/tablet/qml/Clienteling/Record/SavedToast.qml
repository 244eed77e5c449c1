pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What was saved, said only after it is on disk, with how far it has come and the way back.
Rectangle {
    id: toast

    required property SavedViewModel model
    property bool covered: false
    signal details_asked

    readonly property bool failed: toast.model.failure !== ""
    readonly property bool shown: toast.failed || toast.model.kind !== ""
    readonly property int stays: 9000

    implicitWidth: line.implicitWidth + Theme.space20 + Theme.space8
    implicitHeight: Theme.action + Theme.space12
    radius: height / 2
    color: Theme.ink
    opacity: toast.shown && !toast.covered ? 1 : 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    Behavior on opacity { NumberAnimation { duration: Theme.quick } }

    Connections {
        target: toast.model
        function onChanged(): void {
            if (toast.shown)
                patience.restart();
        }
    }
    Timer {
        id: patience

        interval: toast.stays
        onTriggered: toast.model.dismiss()
    }
    RowLayout {
        id: line

        anchors { left: parent.left; leftMargin: Theme.space20; right: parent.right; rightMargin: Theme.space8; verticalCenter: parent.verticalCenter }
        spacing: Theme.space12

        Icon {
            name: toast.failed ? "warning" : "check-circle"
            tint: Theme.paper
        }
        Column {
            Layout.fillWidth: true

            Body {
                id: words

                objectName: "savedWords"
                text: toast.failed ? Words.notSaved(toast.model.failure) : Words.saved(toast.model.kind)
                color: Theme.paper
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Small {
                objectName: "savedState"
                visible: text !== ""
                text: Words.recordState(toast.model.state)
                color: Theme.paper
                opacity: 0.8
                Accessible.ignored: true
            }
        }
        Button {
            objectName: "savedDetails"
            visible: toast.model.open_to_details
            kind: Button.Quiet
            implicitHeight: Theme.touch
            text: qsTr("Add details")
            onClicked: toast.details_asked()
        }
        Button {
            id: undo

            objectName: "savedUndo"
            visible: toast.model.undoable
            kind: Button.Quiet
            implicitHeight: Theme.touch
            iconName: "arrow-counter-clockwise"
            text: qsTr("Undo")
            onClicked: toast.model.undo()

            Stroke {
                page: undo
                key: qsTr("U", "key: undo")
                does: undo.text
                onStruck: undo.clicked()
            }
        }
        IconButton {
            visible: !toast.model.undoable
            implicitWidth: Theme.touch
            implicitHeight: Theme.touch
            iconName: "x"
            tint: Theme.paper
            label: qsTr("Put away")
            onClicked: toast.model.dismiss()
        }
    }
}
