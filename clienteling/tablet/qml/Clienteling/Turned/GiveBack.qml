import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// For the associate: the PIN, and nothing else leads out of here.
FocusScope {
    id: leaf

    required property TurnedViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    signal put_away

    function message(): string {
        if (leaf.model.wait_seconds > 0)
            return qsTr("Too many tries. Try again in %n seconds.", "", leaf.model.wait_seconds);
        return leaf.model.outcome === "wrong_pin" ? qsTr("The PIN is not right.")
            : leaf.model.outcome === "not_possible" ? qsTr("This person may not sign in any more.") : "";
    }
    onVisibleChanged: {
        pad.empty();
        if (visible)
            pad.forceActiveFocus();
    }
    Keys.onEscapePressed: leaf.put_away()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea { anchors.fill: parent }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, grid.implicitHeight + 2 * Theme.margin)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        Grid {
            id: grid

            anchors.centerIn: parent
            columns: leaf.tall ? 1 : 2
            columnSpacing: Theme.rail
            rowSpacing: Theme.space32
            verticalItemAlignment: Grid.AlignVCenter
            horizontalItemAlignment: Grid.AlignHCenter

            Column {
                width: leaf.tall ? Math.min(520 * Theme.scale, leaf.width - 2 * Theme.margin) : 400 * Theme.scale
                spacing: Theme.space16

                Avatar { iconName: "lock-simple"; tone: Avatar.Green; size: 72 }
                Serif {
                    width: parent.width
                    text: qsTr("For %1").arg(leaf.model.associate)
                    font.pixelSize: Theme.sizeDisplay
                }
                Body {
                    width: parent.width
                    visible: !complaint.visible
                    color: Theme.ink2
                    text: Theme.practice ? qsTr("In practice the PIN is 1234.") : qsTr("Your PIN gives the tablet back to the shop.")
                }
                Body {
                    id: complaint

                    width: parent.width
                    visible: text !== ""
                    color: Theme.warn
                    text: leaf.message()
                    Accessible.role: Accessible.AlertMessage
                }
                Flow {
                    width: parent.width
                    spacing: Theme.space12

                    Button {
                        objectName: "keepTurned"
                        iconName: "caret-left"
                        text: qsTr("Not yet")
                        onClicked: leaf.put_away()
                    }
                    Button {
                        objectName: "somebodyElse"
                        kind: Button.Plain
                        text: qsTr("I am somebody else")
                        onClicked: leaf.model.somebody_else()
                    }
                }
            }
            PinPad {
                id: pad

                focus: true
                shortest: leaf.model.shortest_pin
                longest: leaf.model.longest_pin
                enabled: !leaf.model.busy && leaf.model.wait_seconds === 0
                onEntered: pin => leaf.model.submit(pin)

                Connections {
                    target: leaf.model

                    function onRefused(): void { pad.empty(); }
                }
            }
        }
    }
}
