import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Closes the day: who has read it, what is another figure since, and saying so.
Block {
    id: block

    required property ReviewViewModel model

    implicitHeight: closing.height + 2 * padding

    Column {
        id: closing

        width: parent.width
        spacing: Theme.space12

        Serif {
            width: parent.width
            text: block.model.reviewed !== "" ? block.model.reviewed
                : block.model.may_review ? qsTr("Once you have read it, say so") : qsTr("No manager has read it yet")
            color: Theme.inkOnAccent
        }
        Body {
            width: parent.width
            visible: block.model.changed_since !== ""
            text: qsTr("Changed since: %1").arg(block.model.changed_since)
            color: Theme.inkOnAccent
        }
        Body {
            objectName: "unopened"
            width: parent.width
            visible: block.model.unopened
            text: qsTr("With which figures it was read does not open on this tablet: it cannot say what has changed since.")
            color: Theme.inkOnAccent
        }
        Button {
            objectName: "markDay"
            kind: Button.OnBlock
            visible: block.model.may_mark
            iconName: "check"
            text: block.model.reviewed === "" ? qsTr("Mark as read") : qsTr("Mark as read again")
            onClicked: block.model.mark()
        }
    }
}
