pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A few questions, one at a time; at the end what came of them, for nobody else to see.
FocusScope {
    id: page

    required property PracticeViewModel model
    readonly property SelfCheck check: page.model.check

    focus: true
    Keys.onEscapePressed: page.model.choose()

    PracticeBand {
        id: band

        width: parent.width
        onLeave_asked: page.model.leave()
    }
    Flickable {
        anchors { top: band.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space32)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(Theme.space32, (parent.height - implicitHeight) / 3)
            width: Math.min(page.width - 2 * Theme.margin, Theme.readingWidth)
            spacing: Theme.space20

            Small {
                width: parent.width
                text: page.check.finished ? page.check.title
                    : qsTr("%1 · question %2 of %3").arg(page.check.title).arg(page.check.number).arg(page.check.count)
            }
            Serif {
                objectName: "question"
                width: parent.width
                text: page.check.finished ? page.outcome() : page.check.words
                font.pixelSize: Theme.sizeDisplay
                lineHeight: 1.05
            }
            Column {
                width: parent.width
                spacing: Theme.space12
                visible: !page.check.finished

                Repeater {
                    model: page.check.answers

                    AnswerLine {
                        width: parent?.width ?? 0
                        open: !page.check.answered
                        onClicked: page.check.answer(index)
                    }
                }
            }
            Body {
                width: parent.width
                visible: page.check.answered
                text: page.check.because
                font.pixelSize: Theme.sizeLarge
                Accessible.role: Accessible.AlertMessage
            }
            Button {
                objectName: "goOn"
                visible: page.check.answered
                kind: Button.Primary
                text: page.check.number < page.check.count ? qsTr("Next question") : qsTr("See the result")
                onClicked: page.check.go_on()
            }
            Body {
                width: parent.width
                visible: page.check.finished
                text: page.model.kept ? qsTr("Only you see this. It is kept on this tablet with what you practised.")
                    : qsTr("Nobody sees this, and it is not kept.")
                color: Theme.ink2
            }
            Flow {
                width: parent.width
                spacing: Theme.space12
                visible: page.check.finished

                Button {
                    objectName: "otherExercises"
                    kind: Button.Primary
                    iconName: "graduation-cap"
                    text: qsTr("Other exercises")
                    onClicked: page.model.choose()
                }
                Button {
                    objectName: "checkAgain"
                    iconName: "arrow-counter-clockwise"
                    text: qsTr("Answer once more")
                    onClicked: page.model.take_check()
                }
            }
        }
    }

    function outcome(): string {
        return page.check.right === page.check.count ? qsTr("All %n answers are right.", "", page.check.count)
            : qsTr("%1 of %2 answers are right.").arg(page.check.right).arg(page.check.count);
    }
}
