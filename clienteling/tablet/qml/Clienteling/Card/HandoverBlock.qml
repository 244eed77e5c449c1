import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Why she is here, and the one action that answers it.
Rectangle {
    id: block

    required property string words
    required property string channel
    required property string moment
    required property string promise_id
    required property string product_id
    signal kept
    signal product_asked

    readonly property bool acts: block.promise_id !== "" || block.product_id !== ""

    implicitHeight: Math.max(lines.implicitHeight, action.implicitHeight) + 2 * Theme.space20
    radius: Theme.radiusBlock
    color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Why she is here: %1").arg(block.words)

    Column {
        id: lines

        anchors {
            left: parent.left
            leftMargin: Theme.space20 + Theme.space4
            right: action.visible ? action.left : parent.right
            rightMargin: Theme.space20
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.space8

        Row {
            spacing: Theme.space8

            Icon {
                name: Signs.channel(block.channel)
                tint: Theme.inkOnAccent
                size: Theme.iconSmall
                anchors.verticalCenter: parent.verticalCenter
            }
            Small {
                text: qsTr("Why she is here")
                color: Theme.inkOnAccent
                font.weight: Font.DemiBold
                font.capitalization: Font.AllUppercase
                font.letterSpacing: Theme.hairline / 2
                Accessible.ignored: true
            }
            Small {
                text: "· " + Words.joined([block.moment, Words.channel(block.channel)])
                color: Theme.inkOnAccent
                Accessible.ignored: true
            }
        }
        Serif {
            width: parent.width
            text: block.words
            color: Theme.inkOnAccent
            lineHeight: 1.1
            Accessible.ignored: true
        }
    }
    Button {
        id: action

        objectName: "handoverAction"
        visible: block.acts
        anchors { right: parent.right; rightMargin: Theme.space20 + Theme.space4; verticalCenter: parent.verticalCenter }
        kind: Button.OnBlock
        iconName: block.promise_id !== "" ? "check" : "tag"
        text: block.promise_id !== "" ? qsTr("Keep it") : qsTr("See it")
        onClicked: block.promise_id !== "" ? block.kept() : block.product_asked()
    }
}
