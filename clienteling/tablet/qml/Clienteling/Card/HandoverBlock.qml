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

    // Beside large words in a narrow place the action would leave a few to each line: then it stands beneath.
    readonly property bool stacked: block.acts && block.width - action.width < 16 * Theme.sizeHead
    readonly property int side: Theme.space20 + Theme.space4

    implicitHeight: 2 * Theme.space20 + (block.stacked ? lines.implicitHeight + Theme.space16 + action.implicitHeight
        : Math.max(lines.implicitHeight, action.implicitHeight))
    radius: Theme.radiusBlock
    color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Why she is here: %1").arg(block.words)

    Column {
        id: lines

        x: block.side
        y: block.stacked ? Theme.space20 : Math.round((block.height - height) / 2)
        width: block.width - block.side - Theme.space20 - (block.acts && !block.stacked ? action.width + block.side : 0)
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
            objectName: "handoverWords"
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
        x: block.stacked ? block.side : block.width - width - block.side
        y: block.stacked ? lines.y + lines.height + Theme.space16 : Math.round((block.height - height) / 2)
        kind: Button.OnBlock
        iconName: block.promise_id !== "" ? "check" : "tag"
        text: block.promise_id !== "" ? qsTr("Keep it") : qsTr("See it")
        onClicked: block.promise_id !== "" ? block.kept() : block.product_asked()
    }
}
