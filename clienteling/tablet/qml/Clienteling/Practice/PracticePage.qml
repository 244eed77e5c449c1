pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Practice mode: on a ground of its own, with a band across the top on every page of it.
FocusScope {
    id: page

    required property PracticeViewModel model

    focus: true

    component Part: Loader {
        anchors.fill: parent
        active: visible
        focus: visible
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Part {
        visible: page.model.stage === PracticeViewModel.Stage.Choosing
        sourceComponent: PracticeHome { model: page.model }
    }
    Item {
        anchors.fill: parent
        visible: page.model.stage === PracticeViewModel.Stage.Preparing

        PracticeBand { width: parent.width }
        EmptyState {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, 520)
            iconName: "storefront"
            title: qsTr("The practice shop opens")
        }
    }
    // Stays behind the self-check: whoever looks something up again finds the exercise as it was.
    Loader {
        id: exercise

        readonly property Exercise wanted: page.model.exercise

        anchors.fill: parent
        visible: page.model.stage === PracticeViewModel.Stage.Exercising
        focus: visible
        onWantedChanged: show()
        Component.onCompleted: show()

        function show(): void {
            if (exercise.wanted === null)
                exercise.source = "";
            else
                exercise.setSource(Qt.resolvedUrl("ExercisePage.qml"),
                                   { model: page.model, exercise: exercise.wanted });
        }
    }
    Part {
        visible: page.model.stage === PracticeViewModel.Stage.Checking
        sourceComponent: SelfCheckPage { model: page.model }
    }
    // The frame stays in sight where a leaf lies over the band.
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.space4
        border.color: Theme.band
    }
}
