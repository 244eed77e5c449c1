import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// Neither is chosen for her.
Row {
    id: choice

    required property string about
    required property string answer
    signal answered(yes: bool)

    spacing: Theme.space8

    Chip {
        width: Math.max(implicitWidth, 64 * Theme.scale)
        objectName: "yes-" + choice.about
        text: qsTr("Yes")
        iconName: choice.answer === "yes" ? "check" : ""
        chosen: choice.answer === "yes"
        onClicked: choice.answered(true)
    }
    Chip {
        width: Math.max(implicitWidth, 64 * Theme.scale)
        objectName: "no-" + choice.about
        text: qsTr("No")
        iconName: choice.answer === "no" ? "check" : ""
        chosen: choice.answer === "no"
        onClicked: choice.answered(false)
    }
}
