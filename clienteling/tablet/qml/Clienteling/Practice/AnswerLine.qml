import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme

// One answer to a question; once one was touched, which is right and which was chosen.
T.AbstractButton {
    id: answer

    required property int index
    required property string words
    required property bool chosen
    required property bool correct
    required property bool open

    readonly property bool told: !answer.open && (answer.chosen || answer.correct)
    readonly property color tone: answer.correct ? Theme.accent : Theme.warn

    objectName: "answer-" + index
    implicitHeight: Math.max(Theme.action, text.implicitHeight + 2 * Theme.space12)
    enabled: answer.open
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: !answer.told ? answer.words
        : answer.correct ? qsTr("Right: %1").arg(answer.words) : qsTr("Not right: %1").arg(answer.words)
    Accessible.checked: answer.chosen

    background: Rectangle {
        radius: Theme.radiusBlock
        color: !answer.told ? (answer.down ? Theme.tint : Theme.card) : answer.correct ? Theme.tint : Theme.warnTint
        border.width: answer.told ? Theme.focusLine : Theme.hairline
        border.color: answer.told ? answer.tone : Theme.line
        FocusRing { target: answer; radius: Theme.radiusBlock + 2 * Theme.focusLine; shown: answer.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign

            x: Theme.space16
            anchors.verticalCenter: parent.verticalCenter
            name: !answer.told ? "circle" : answer.correct ? "check-circle" : "x-circle"
            tint: answer.told ? answer.tone : Theme.ink3
        }
        Body {
            id: text

            anchors {
                left: sign.right
                leftMargin: Theme.space12
                right: parent.right
                rightMargin: Theme.space16
                verticalCenter: parent.verticalCenter
            }
            text: answer.words
            font.pixelSize: Theme.sizeLarge
            Accessible.ignored: true
        }
    }
}
