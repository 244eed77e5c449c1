import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// Why something is suggested, and the two words that teach the next suggestion.
Rectangle {
    id: block

    required property string words
    required property bool useful
    signal judged(bool useful)

    implicitHeight: column.implicitHeight + 2 * Theme.space12
    radius: Theme.radiusPicture
    color: Theme.goldTint

    Column {
        id: column

        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space16 }
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Suggested: %1").arg(block.words)
            color: Theme.gold
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Chip {
                objectName: "suggestionUseful"
                iconName: "thumbs-up"
                text: qsTr("It was useful")
                chosen: block.useful
                onClicked: block.judged(true)
            }
            Chip {
                objectName: "suggestionNotUseful"
                iconName: "thumbs-down"
                text: qsTr("Not for her")
                onClicked: block.judged(false)
            }
        }
    }
}
