import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme

// The next best thing to do with her, in one line with its reason.
T.AbstractButton {
    id: line

    required property string kind
    required property string words
    required property string reason

    objectName: "nextAction"
    implicitHeight: Math.max(Theme.touch, said.implicitHeight + 2 * Theme.space12)
    focusPolicy: Qt.StrongFocus
    text: line.kind === "show" || line.kind === "suggest" ? qsTr("Show") : qsTr("Ask")
    Accessible.role: Accessible.Button
    Accessible.name: `${line.words}, ${line.reason}. ${line.text}`

    background: Rectangle {
        radius: Theme.radiusPicture
        color: line.down ? Theme.line : Theme.tint
        FocusRing { target: line; radius: Theme.radiusPicture; shown: line.visualFocus }
    }
    contentItem: Item {
        Icon {
            id: sign

            anchors { left: parent.left; leftMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            name: "lightbulb"
            tint: Theme.accent
        }
        Flow {
            id: said

            anchors { left: sign.right; leftMargin: Theme.space8; right: action.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            spacing: Theme.space8

            Body {
                id: title

                width: Math.min(implicitWidth, said.width)
                text: line.words
                color: Theme.accent
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Small {
                width: Math.min(implicitWidth, said.width)
                height: Math.max(implicitHeight, title.implicitHeight)
                verticalAlignment: Text.AlignVCenter
                text: line.reason
                Accessible.ignored: true
            }
        }
        Body {
            id: action

            anchors { right: parent.right; rightMargin: Theme.space16; verticalCenter: parent.verticalCenter }
            text: line.text
            color: Theme.accent
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
