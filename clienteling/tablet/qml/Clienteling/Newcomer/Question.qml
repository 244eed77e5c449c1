pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// One thing to agree to: its text, whole, and yes or no.
Column {
    id: question

    required property string key
    required property string body
    required property string version
    required property string answer
    property bool missing: false
    signal answered(yes: bool)

    spacing: Theme.space4

    Hairline { width: parent.width }
    Item {
        width: parent.width
        implicitHeight: Math.max(about.implicitHeight, answers.implicitHeight)

        Body {
            id: about

            anchors { left: parent.left; right: answers.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            text: CustomerWords.purpose(question.key)
            font.weight: Font.DemiBold
        }
        YesOrNo {
            id: answers

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            about: question.key
            answer: question.answer
            onAnswered: yes => question.answered(yes)
        }
    }
    Body {
        width: parent.width
        text: question.body
        color: Theme.ink2
    }
    Row {
        visible: question.missing
        width: parent.width
        spacing: Theme.space8

        Icon { id: sign; name: "warning"; tint: Theme.warn; size: Theme.iconSmall }
        Body {
            width: parent.width - sign.width - parent.spacing
            text: qsTr("Without it no card may be kept of her.")
            color: Theme.warn
            Accessible.role: Accessible.AlertMessage
        }
    }
}
