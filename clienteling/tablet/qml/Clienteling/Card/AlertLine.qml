import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// What has to be known before the first word is said.
Rectangle {
    id: alert

    required property string kind
    required property string words

    readonly property bool loud: alert.kind === "promise_overdue" || alert.kind === "complaint_open"

    implicitHeight: line.implicitHeight + 2 * Theme.space8
    radius: Theme.radiusPicture
    color: alert.loud ? Theme.warnTint : Theme.goldTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: alert.words

    Icon {
        id: sign

        anchors { left: parent.left; leftMargin: Theme.space12 }
        // In the middle of the first line, which grows faster than it does.
        y: line.y + Math.round((line.implicitHeight / Math.max(1, line.lineCount) - height) / 2)
        name: Signs.alert(alert.kind)
        tint: alert.loud ? Theme.warn : Theme.gold
        size: Theme.iconSmall + Theme.space4 / 2
    }
    Body {
        id: line

        anchors {
            left: sign.right
            leftMargin: Theme.space8
            right: parent.right
            rightMargin: Theme.space12
            verticalCenter: parent.verticalCenter
        }
        text: alert.words
        color: alert.loud ? Theme.warn : Theme.gold
        font.weight: Font.Medium
        Accessible.ignored: true
    }
}
