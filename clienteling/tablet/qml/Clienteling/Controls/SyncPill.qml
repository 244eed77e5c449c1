import QtQuick
import QtQuick.Templates as T
import Clienteling.Models
import Clienteling.Theme

// Where the tablet stands with the hub: green and silent when live, gold words when not; never red for
// being offline. A tap opens the ledger.
T.AbstractButton {
    id: pill

    required property int standing
    property int savedHere: 0
    property int toDecide: 0

    readonly property bool calm: pill.standing === Link.Standing.Live && pill.toDecide === 0
    readonly property color tone: pill.calm || pill.standing === Link.Standing.Working ? Theme.accent
        : pill.standing === Link.Standing.Refused ? Theme.warn : Theme.gold
    readonly property string words: {
        if (pill.standing === Link.Standing.Refused)
            return qsTr("The hub no longer accepts this tablet");
        if (pill.toDecide > 0)
            return qsTr("%n to decide", "records set aside", pill.toDecide);
        if (pill.standing === Link.Standing.Offline)
            return pill.savedHere === 0 ? qsTr("Offline")
                : qsTr("Offline · %n saved here", "records", pill.savedHere);
        if (pill.standing === Link.Standing.Looking)
            return pill.savedHere === 0 ? qsTr("Looking for the hub")
                : qsTr("Looking for the hub · %n saved here", "records", pill.savedHere);
        if (pill.standing === Link.Standing.Working)
            return pill.savedHere === 0 ? qsTr("Updating") : qsTr("Sending %n", "records", pill.savedHere);
        return pill.savedHere === 0 ? "" : qsTr("Sending %n", "records", pill.savedHere);
    }

    implicitWidth: Math.max(Theme.touch, line.implicitWidth + 2 * Theme.space16)
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: pill.words === "" ? qsTr("Everything has reached the hub") : pill.words

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: 36
            radius: height / 2
            color: pill.calm ? "transparent" : pill.standing === Link.Standing.Working ? Theme.tint
                : pill.standing === Link.Standing.Refused ? Theme.warnTint : Theme.goldTint
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
                    if (pill.standing === Link.Standing.Refused || pill.toDecide > 0)
                        return "warning";
                    if (pill.standing === Link.Standing.Offline)
                        return "wifi-slash";
                    return pill.calm && pill.savedHere === 0 ? "check-circle" : "arrows-clockwise";
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
