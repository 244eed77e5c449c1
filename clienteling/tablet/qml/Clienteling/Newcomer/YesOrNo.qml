import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// Neither is chosen for her.
Row {
    id: choice

    required property string about
    required property string answer
    signal answered(yes: bool)

    // There is room for the tick before anything is chosen: neither moves as the other is touched.
    readonly property real each: Math.round(80 * Theme.scale)

    spacing: Theme.space8

    Chip {
        width: Math.max(implicitWidth, choice.each)
        objectName: "yes-" + choice.about
        text: qsTr("Yes")
        iconName: choice.answer === "yes" ? "check" : ""
        chosen: choice.answer === "yes"
        onClicked: choice.answered(true)
    }
    Chip {
        width: Math.max(implicitWidth, choice.each)
        objectName: "no-" + choice.about
        text: qsTr("No")
        iconName: choice.answer === "no" ? "check" : ""
        chosen: choice.answer === "no"
        onClicked: choice.answered(false)
    }
}
