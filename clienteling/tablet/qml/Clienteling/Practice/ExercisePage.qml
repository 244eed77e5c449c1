import QtQuick
import Clienteling.Main
import Clienteling.Models

// The shop's own screens below, and above them what to do next.
FocusScope {
    id: page

    required property PracticeViewModel model
    required property Exercise exercise

    focus: true

    ExerciseStrip {
        id: strip

        width: parent.width
        model: page.model
        exercise: page.exercise
        onSteps_asked: steps.open()
    }
    ShopPage {
        anchors { top: strip.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        shop: page.exercise.shop as Shop
    }
    StepsSheet {
        id: steps

        model: page.model
        exercise: page.exercise
    }
}
