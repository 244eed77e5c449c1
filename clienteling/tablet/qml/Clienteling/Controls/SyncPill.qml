import QtQuick
import QtQuick.Templates as T
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Where the tablet stands with the hub: green and silent when live, gold words when not; never red for
// being offline. A tap opens the ledger.
T.AbstractButton {
    id: pill

    required property Link link

    readonly property int standing: pill.link.standing
    readonly property bool stopped: [Link.Standing.Refused, Link.Standing.Locked, Link.Standing.Wiped].includes(pill.standing)
    readonly property bool calm: pill.standing === Link.Standing.Live && pill.link.to_decide === 0
    readonly property color tone: pill.calm || pill.standing === Link.Standing.Working ? Theme.accent
        : pill.stopped ? Theme.warn : Theme.gold
    readonly property string words: LinkWords.pill(pill.link)

    implicitWidth: Math.max(Theme.touch, line.implicitWidth + 2 * Theme.space16)
    implicitHeight: Math.max(Theme.touch, line.implicitHeight + Theme.space12)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: pill.words === "" ? qsTr("Everything has reached the hub") : pill.words

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: Math.max(36, line.implicitHeight + Theme.space8)
            radius: height / 2
            color: pill.calm ? "transparent" : pill.standing === Link.Standing.Working ? Theme.tint
                : pill.stopped ? Theme.warnTint : Theme.goldTint
            FocusRing { target: pill; shown: pill.visualFocus }
        }
    }
    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.space8

            Icon {
                name: {
                    if (pill.stopped || pill.link.to_decide > 0)
                        return "warning";
                    if (pill.standing === Link.Standing.Offline || pill.standing === Link.Standing.Unpaired)
                        return "wifi-slash";
                    return pill.calm && pill.link.saved_here === 0 ? "check-circle" : "arrows-clockwise";
                }
                tint: pill.tone
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Small {
                visible: text !== ""
                text: pill.words
                color: pill.tone
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
