pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What does not belong into what is being typed about her. It warns; whoever writes decides.
Row {
    id: line

    required property NoteGuard guard
    required property string text

    readonly property list<string> topics: line.guard.topics(line.text)

    function warning(topic: string): string {
        switch (topic) {
        case "card":
            return qsTr("A card or account number does not belong here: anybody who opens her card could read it.");
        case "health":
            return qsTr("This sounds like her health. The law protects it: write only how to serve her.");
        case "religion":
            return qsTr("This sounds like what she believes. The law protects it: write only how to serve her.");
        case "child":
            return qsTr("A child's name does not belong here. “Her daughter” says enough.");
        default:
            return qsTr("She may ask to read this. Would you say it to her?");
        }
    }

    objectName: "guardLine"
    visible: line.topics.length > 0
    spacing: Theme.space12
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: sign

        name: "warning"
        tint: Theme.gold
    }
    Body {
        id: words

        width: line.width - sign.width - line.spacing
        text: line.topics.map(topic => line.warning(topic)).join("\n")
        color: Theme.gold
        Accessible.ignored: true
    }
}
