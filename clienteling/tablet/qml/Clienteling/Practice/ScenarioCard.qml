import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme

// One exercise: what it is about, how long it takes, and how far it is.
T.AbstractButton {
    id: card

    required property string key
    required property string title
    required property string story
    required property string sign
    required property int minutes
    required property int steps
    required property int steps_done
    required property bool complete
    required property int questions
    required property int score
    property bool first: false

    readonly property color words: card.first ? Theme.inkOnAccent : Theme.ink
    readonly property color quiet: card.first ? Theme.inkOnAccent : Theme.ink2
    readonly property string standing: {
        if (card.complete && card.score >= 0)
            return qsTr("Done · %1 of %2 answers right").arg(card.score).arg(card.questions);
        if (card.complete)
            return qsTr("Done · the self-check is still open");
        if (card.steps_done > 0)
            return qsTr("%1 of %2 steps").arg(card.steps_done).arg(card.steps);
        return qsTr("%n minutes", "", card.minutes);
    }

    objectName: "scenario-" + key
    implicitHeight: Math.max(face.height, text.implicitHeight) + 2 * Theme.space20
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [card.title, card.story, card.standing].join(", ")

    background: Rectangle {
        radius: Theme.radiusBlock
        color: card.first ? Theme.accent : card.down ? Theme.tint : Theme.card
        border.width: card.first ? 0 : Theme.hairline
        border.color: Theme.line
        FocusRing { target: card; radius: Theme.radiusBlock + 2 * Theme.focusLine; shown: card.visualFocus }
    }
    contentItem: Item {
        Avatar {
            id: face

            x: Theme.space20
            y: Theme.space20
            iconName: card.complete ? "check" : card.sign
            tone: Avatar.Green
            size: 52
        }
        Column {
            id: text

            anchors {
                left: face.right
                leftMargin: Theme.space16
                right: parent.right
                rightMargin: Theme.space20
                top: parent.top
                topMargin: Theme.space20
            }
            spacing: Theme.space8

            Serif {
                width: parent.width
                text: card.title
                color: card.words
                lineHeight: 1.1
                Accessible.ignored: true
            }
            Body {
                width: parent.width
                text: card.story
                color: card.quiet
                Accessible.ignored: true
            }
            Small {
                width: parent.width
                text: card.standing
                color: card.words
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
    }
}
