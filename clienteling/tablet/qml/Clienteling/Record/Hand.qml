pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What is in hand: it goes into whatever is recorded next.
ListView {
    id: hand

    objectName: "sideways"
    required property RecordViewModel record

    implicitHeight: count > 0 ? Theme.action : 0
    visible: count > 0
    orientation: ListView.Horizontal
    spacing: Theme.space8
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    model: hand.record.picks
    Accessible.name: qsTr("In hand")

    delegate: T.Button {
        id: pick

        required property string key
        required property string name
        required property string label
        required property string picture
        required property string reason

        objectName: "in-hand-" + key
        implicitHeight: Theme.action
        implicitWidth: line.implicitWidth + Theme.space8 + Theme.space16
        focusPolicy: Qt.StrongFocus
        Accessible.name: qsTr("Put %1 back").arg(pick.name)
        onClicked: hand.record.put_back(pick.key)

        background: Rectangle {
            radius: height / 2
            color: pick.down ? Theme.line : Theme.tint
            FocusRing { target: pick; shown: pick.visualFocus }
        }
        contentItem: Item {
            Row {
                id: line

                x: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space8

                Picture {
                    width: Theme.action - Theme.space8
                    height: width
                    radius: width / 2
                    digest: pick.picture
                    anchors.verticalCenter: parent.verticalCenter
                }
                Body {
                    text: Words.joined([pick.name, pick.label, Words.reason(pick.reason)])
                    color: Theme.accent
                    font.weight: Font.Medium
                    wrapMode: Text.NoWrap
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
                Icon {
                    name: "x"
                    tint: Theme.accent
                    size: Theme.iconSmall
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
