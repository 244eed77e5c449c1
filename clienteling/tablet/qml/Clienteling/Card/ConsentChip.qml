import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// One consent at a glance: word, sign and ground say together where it stands. A tap shows its proof.
T.Button {
    id: chip

    required property string topic
    required property string standing

    readonly property bool given: chip.standing === "granted" || chip.standing === "partly"
    readonly property color words: chip.given ? Theme.accent : chip.standing === "expired" ? Theme.gold : Theme.ink2

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.touch
    leftPadding: Theme.space8
    rightPadding: Theme.space12
    focusPolicy: Qt.StrongFocus
    text: CustomerWords.consentTopic(chip.topic)
    Accessible.name: qsTr("%1: %2").arg(chip.text).arg(CustomerWords.standing(chip.standing))

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.space4

            Icon {
                name: Signs.standing(chip.standing)
                tint: chip.words
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Small {
                text: chip.standing === "partly" ? qsTr("%1 in part").arg(chip.text)
                    : chip.standing === "expired" ? qsTr("%1 expired").arg(chip.text) : chip.text
                color: chip.words
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Theme.space32
            radius: height / 2
            color: chip.down ? Theme.line : chip.given ? Theme.tint : chip.standing === "expired" ? Theme.goldTint : "transparent"
            border.width: chip.given || chip.standing === "expired" ? 0 : Theme.hairline
            border.color: Theme.line
            FocusRing { target: chip; shown: chip.visualFocus }
        }
    }
}
