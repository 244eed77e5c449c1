pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Somebody new on one page: who she is, whether she is here already, what she agrees to; then her code.
FocusScope {
    id: page

    required property NewcomerViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property bool entered: page.model.her_code.shown

    Component.onCompleted: form.begin()

    HerCode {
        anchors.fill: parent
        visible: page.entered
        focus: visible
        model: page.model.her_code
        onAnother_asked: page.model.begin_anew()
    }
    FocusScope {
        anchors.fill: parent
        visible: !page.entered
        focus: visible

        Flickable {
            id: paper

            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }
            contentHeight: columns.y + columns.implicitHeight + Theme.margin
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: true

            Item {
                id: head

                x: Theme.margin
                width: paper.width - 2 * Theme.margin
                height: Math.max(title.implicitHeight, anew.visible ? anew.height : 0)

                Serif {
                    id: title

                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("New customer")
                    font.pixelSize: Theme.sizeDisplay
                    Accessible.role: Accessible.Heading
                }
                Body {
                    anchors { left: title.right; leftMargin: Theme.space20; right: anew.left; baseline: title.baseline }
                    visible: page.model.unfinished_since !== ""
                    text: qsTr("Left unfinished %1").arg(page.model.unfinished_since)
                    color: Theme.gold
                }
                Button {
                    id: anew

                    objectName: "beginAnew"
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    visible: page.model.unfinished_since !== ""
                    kind: Button.Plain
                    iconName: "arrow-counter-clockwise"
                    text: qsTr("Begin anew")
                    onClicked: page.model.begin_anew()
                }
            }
            Grid {
                id: columns

                readonly property real each: page.tall ? head.width : (head.width - Theme.space32) / 2

                x: Theme.margin
                y: head.height + Theme.space16
                columns: page.tall ? 1 : 2
                columnSpacing: Theme.space32
                rowSpacing: Theme.space28

                NewcomerForm {
                    id: form

                    width: columns.each
                    focus: true
                    model: page.model
                }
                Agreeing {
                    width: columns.each
                    model: page.model
                }
            }
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: bar.top }
            height: Theme.space20
            visible: paper.interactive
            gradient: Gradient {
                GradientStop { position: 0; color: Qt.alpha(Theme.paper, 0) }
                GradientStop { position: 1; color: Theme.paper }
            }
        }
        Ground { taken: bar.height + 2 * Theme.space16 }
        Flow {
            id: bar

            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.margin; bottomMargin: Theme.space16 }
            spacing: Theme.space12
            layoutDirection: Qt.RightToLeft

            Button {
                objectName: "saveNewcomer"
                kind: Button.Primary
                enabled: !page.model.busy && !page.model.nameless
                iconName: "check"
                text: qsTr("Save and show her code")
                onClicked: page.model.save()
            }
            Button {
                objectName: "turn"
                iconName: "device-tablet"
                text: qsTr("Let her do it herself")
                onClicked: page.model.turn()
            }
            Small {
                visible: page.model.nameless && page.model.failure === ""
                height: Theme.action
                verticalAlignment: Text.AlignVCenter
                text: qsTr("Still to be said: her name.")
            }
            Body {
                visible: page.model.failure !== ""
                height: Theme.action
                verticalAlignment: Text.AlignVCenter
                text: Words.notSaved(page.model.failure)
                color: Theme.warn
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
