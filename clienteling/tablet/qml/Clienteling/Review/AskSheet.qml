pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A word to the team or to one of it: it stands on their tablets among what is to do.
Sheet {
    id: sheet

    required property Rows team
    property string whom: ""
    signal asked(what: string, whom: string)

    function begin(what: string): void {
        words.text = what;
        sheet.whom = "";
    }

    function send(): void {
        if (words.text.trim() === "")
            return;
        sheet.asked(words.text, sheet.whom);
        sheet.close();
    }

    title: qsTr("Something for the team")
    help: "ask"
    onOpened: words.forceActiveFocus()

    Field {
        id: words

        objectName: "askWords"
        width: parent.width
        label: qsTr("What is to be done")
        placeholder: qsTr("Call Elena about the bag")
        maximumLength: 400
        onAccepted: sheet.send()
    }
    Body {
        width: parent.width
        topPadding: Theme.space12
        text: qsTr("For whom")
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Chip {
            objectName: "askEverybody"
            text: qsTr("everybody")
            chosen: sheet.whom === ""
            onClicked: sheet.whom = ""
        }
        Repeater {
            model: sheet.team

            Chip {
                id: person

                required property string key
                required property string name

                objectName: "ask-" + key
                text: person.name
                chosen: sheet.whom === person.key
                onClicked: sheet.whom = person.key
            }
        }
    }
    footer: Button {
        objectName: "askSend"
        width: parent.width
        kind: Button.Primary
        enabled: words.text.trim() !== ""
        iconName: "paper-plane-tilt"
        text: qsTr("Put it on their tablets")
        onClicked: sheet.send()
    }
}
