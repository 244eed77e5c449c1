pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The whole exercise: its story, each step with its tick, and the way out or back to its beginning.
Sheet {
    id: sheet

    required property PracticeViewModel model
    required property Exercise exercise

    help: "steps"
    title: sheet.exercise.title

    Body {
        width: parent.width
        text: sheet.exercise.story
        color: Theme.ink2
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.exercise.steps

            StepLine { width: parent?.width ?? 0 }
        }
    }
    Small {
        width: parent.width
        text: qsTr("A step is ticked off when its record stands in the practice shop, not by touching it. Where a PIN is asked here, it is 1234.")
    }
    footer: Column {
        width: parent.width
        spacing: Theme.space12

        Button {
            objectName: "beginAgain"
            width: parent.width
            iconName: "arrow-counter-clockwise"
            text: qsTr("Begin this exercise anew")
            onClicked: {
                sheet.close();
                sheet.model.begin_again();
            }
        }
        Button {
            objectName: "takeCheck"
            width: parent.width
            iconName: "list-checks"
            text: qsTr("Self-check")
            onClicked: {
                sheet.close();
                sheet.model.take_check();
            }
        }
        Button {
            objectName: "otherExercises"
            width: parent.width
            iconName: "graduation-cap"
            text: qsTr("Other exercises")
            onClicked: {
                sheet.close();
                sheet.model.choose();
            }
        }
    }
}
