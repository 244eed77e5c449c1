pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// The timeline of one channel, or of all.
ListView {
    id: filter

    objectName: "sideways"
    property string chosen: ""
    signal asked(string channel)

    implicitHeight: Theme.touch
    orientation: ListView.Horizontal
    spacing: Theme.space8
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    model: ["", "shop", "web", "basket", "order", "messenger", "instagram", "whatsapp", "sms", "advert", "email", "call", "help_desk"]

    delegate: Chip {
        required property string modelData

        objectName: "channel-" + modelData
        chosen: filter.chosen === modelData
        iconName: modelData === "" ? "" : Signs.channel(modelData)
        text: Words.channel(modelData)
        onClicked: filter.asked(modelData)
    }
}
