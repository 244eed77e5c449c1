pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The exercises: the one that comes next is the filled block, the others are cards below it.
FocusScope {
    id: page

    required property PracticeViewModel model
    readonly property bool tall: height > width
    readonly property int inner: width - 2 * Theme.margin

    focus: true
    Keys.onEscapePressed: page.model.leave()

    PracticeBand {
        id: band

        width: parent.width
        onLeave_asked: page.model.leave()
    }
    Flickable {
        anchors { top: band.bottom; left: parent.left; right: parent.right; bottom: parent.bottom }
        contentHeight: column.implicitHeight + 2 * Theme.margin
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            x: Theme.margin + Math.max(0, (page.inner - width) / 2)
            y: Theme.margin
            width: Math.min(page.inner, 1120)
            spacing: Theme.space28

            Column {
                width: parent.width
                spacing: Theme.space4

                Serif {
                    width: parent.width
                    text: page.model.kept ? qsTr("What would you like to practise, %1?").arg(page.model.name)
                        : qsTr("What would you like to practise?")
                    font.pixelSize: Theme.sizeDisplay
                    lineHeight: 1.0
                }
                Body {
                    width: parent.width
                    text: page.model.kept
                        ? qsTr("How far you are is kept on this tablet, for you alone.")
                        : qsTr("Sign in first, and how far you are is kept for you. Without, nothing is kept.")
                    color: Theme.ink2
                }
            }
            Flow {
                id: cards

                readonly property real half: page.tall ? width : (width - spacing) / 2
                readonly property real tallest: {
                    let height = 0;
                    for (let place = 0; place < all.count; place++)
                        height = Math.max(height, all.itemAt(place)?.implicitHeight ?? 0);
                    return height;
                }

                width: parent.width
                spacing: Theme.space16

                Repeater {
                    id: all

                    model: page.model.scenarios

                    ScenarioCard {
                        width: first ? cards.width : cards.half
                        height: first || page.tall ? implicitHeight : cards.tallest
                        first: page.model.next === key
                        onClicked: page.model.begin(key)
                    }
                }
            }
            Button {
                objectName: "forgetProgress"
                visible: page.model.begun
                kind: Button.Plain
                iconName: "arrow-counter-clockwise"
                text: qsTr("Begin everything anew")
                onClicked: page.model.forget_progress()
            }
        }
    }
}
