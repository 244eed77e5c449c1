import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Across the top of every screen of an exercise: the step that is next, and what the customer does at it.
Rectangle {
    id: strip

    required property PracticeViewModel model
    required property Exercise exercise
    readonly property bool narrow: strip.width < 1000
    readonly property string task: strip.exercise.complete
        ? qsTr("Every step is done. A few questions are left.") : strip.exercise.words
    signal steps_asked

    readonly property real line: Math.max(words.implicitHeight, Theme.action)

    implicitHeight: strip.line + (strip.narrow && act.visible ? act.height + Theme.space8 : 0) + 2 * Theme.space12
    color: Theme.band
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Practice mode")

    Column {
        id: mode

        anchors { left: parent.left; leftMargin: Theme.margin; verticalCenter: words.verticalCenter }
        width: Math.max(label.implicitWidth, count.implicitWidth)

        Small {
            id: label

            text: qsTr("Practice mode")
            color: Theme.inkOnBand2
            wrapMode: Text.NoWrap
        }
        Body {
            id: count

            objectName: "stepsDone"
            text: qsTr("%1 of %2 done").arg(strip.exercise.done).arg(strip.exercise.count)
            color: Theme.inkOnBand
            font.weight: Font.DemiBold
            font.features: ({ tnum: 1 })
            wrapMode: Text.NoWrap
        }
    }
    Column {
        id: words

        anchors {
            left: mode.right
            leftMargin: Theme.space28
            right: strip.narrow || !act.visible ? more.left : act.left
            rightMargin: Theme.space16
        }
        y: Theme.space12 + (strip.line - height) / 2

        Body {
            objectName: "exerciseTask"
            width: parent.width
            text: strip.task
            color: Theme.inkOnBand
            font.weight: Font.Medium
            Accessible.role: Accessible.AlertMessage
        }
        Small {
            width: parent.width
            visible: text !== ""
            text: strip.exercise.complete ? "" : strip.exercise.how
            color: Theme.inkOnBand2
        }
    }
    Button {
        id: act

        objectName: "exerciseProp"
        visible: strip.exercise.complete || strip.exercise.prop !== ""
        x: strip.narrow ? Theme.margin : more.x - width - Theme.space8
        y: Theme.space12 + (strip.narrow ? strip.line + Theme.space8 : (strip.line - height) / 2)
        kind: Button.OnBlock
        iconName: {
            if (strip.exercise.complete)
                return "list-checks";
            switch (strip.exercise.prop_kind) {
            case "code": return "qr-code";
            case "label": return "barcode";
            default: return "plugs";
            }
        }
        text: strip.exercise.complete ? qsTr("Self-check") : strip.exercise.prop
        onClicked: strip.exercise.complete ? strip.model.take_check() : strip.exercise.use_prop()
    }
    IconButton {
        id: more

        objectName: "exerciseSteps"
        anchors { right: leave.left; verticalCenter: words.verticalCenter }
        iconName: "list-checks"
        label: qsTr("All steps of this exercise")
        tint: Theme.inkOnBand
        onClicked: strip.steps_asked()
    }
    IconButton {
        id: leave

        objectName: "leaveExercise"
        anchors { right: parent.right; rightMargin: Theme.space16; verticalCenter: words.verticalCenter }
        iconName: "x"
        label: qsTr("Leave the exercise")
        tint: Theme.inkOnBand
        onClicked: strip.model.choose()
    }
}
