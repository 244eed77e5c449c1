pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What was saved, said only after it is on disk, with how far it has come and the way back.
Rectangle {
    id: toast

    required property SavedViewModel model
    property bool covered: false
    // How far above its parent's lower edge it lies.
    property real foot: 0
    signal details_asked

    readonly property bool failed: toast.model.failure !== ""
    readonly property bool shown: toast.failed || toast.model.kind !== ""
    readonly property int stays: 9000
    // How much of the page's foot it takes, with what keeps it apart.
    readonly property real taken: toast.visible ? toast.height + Theme.space8 : 0

    // Where the words and what can be done about them do not fit side by side, that stands below.
    readonly property real said: Math.ceil(Math.max(words.implicitWidth, state.visible ? state.implicitWidth : 0)) + 1
    readonly property real free: parent ? Leaves.right(parent) : implicitWidth
    readonly property real widest: toast.free - 2 * Theme.margin
    readonly property bool stacked: toast.implicitWidth > toast.widest

    objectName: "savedToast"
    implicitWidth: Theme.space20 + sign.width + toast.said + acts.width + 2 * Theme.space12 + Theme.space8
    implicitHeight: toast.stacked ? Theme.space12 + texts.height + Theme.space8 + acts.height + Theme.space8
        : Math.max(Theme.action + Theme.space12, texts.height + 2 * Theme.space8)
    x: (toast.free - width) / 2
    y: Leaves.line(parent, height, toast.foot) - height
    width: Math.min(implicitWidth, toast.widest)
    radius: Math.min(height / 2, Theme.radiusBlock + Theme.space12)
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
    Icon {
        id: sign

        x: Theme.space20
        y: texts.y + (texts.height - height) / 2
        name: toast.failed ? "warning" : "check-circle"
        tint: Theme.paper
    }
    Column {
        id: texts

        x: sign.x + sign.width + Theme.space12
        y: toast.stacked ? Theme.space12 : (toast.height - height) / 2
        width: toast.stacked ? toast.width - x - Theme.space20 : toast.said

        Body {
            id: words

            objectName: "savedWords"
            width: parent.width
            text: toast.failed ? Words.notSaved(toast.model.failure) : Words.saved(toast.model.kind)
            color: Theme.paper
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Small {
            id: state

            objectName: "savedState"
            width: parent.width
            visible: text !== ""
            text: Words.recordState(toast.model.state)
            color: Theme.paper
            opacity: 0.8
            Accessible.ignored: true
        }
    }
    Row {
        id: acts

        x: toast.width - width - Theme.space8
        y: toast.stacked ? texts.y + texts.height + Theme.space8 : (toast.height - height) / 2
        spacing: Theme.space12

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
