import QtQuick
import Clienteling.Controls
import Clienteling.Models

// The “?” of a page: opens the leaf about it.
IconButton {
    id: button

    required property string topic

    objectName: "help-" + topic
    iconName: "question"
    label: qsTr("Help about this page")
    onClicked: Help.ask(button.topic)
}
