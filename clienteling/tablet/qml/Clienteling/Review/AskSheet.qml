pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A word to the team or to one of it, or something that waits handed on to them: it stands on their tablets
// among what is to do.
Sheet {
    id: sheet

    required property TellViewModel model
    property string whom: ""
    readonly property bool handing: sheet.model.about !== ""
    readonly property bool enough: sheet.handing || words.text.trim() !== ""

    function send(): void {
        if (!sheet.enough)
            return;
        sheet.model.send(words.text, sheet.whom);
        sheet.close();
    }

    title: sheet.handing ? qsTr("Hand on") : qsTr("Something for the team")
    onAboutToShow: {
        words.text = "";
        sheet.whom = "";
    }
    help: "ask"
    onOpened: {
        if (!sheet.handing)
            words.forceActiveFocus();
    }

    Serif {
        width: parent.width
        visible: sheet.handing
        text: sheet.model.about
        font.pixelSize: Theme.sizeTitle
    }
    Field {
        id: words

        objectName: "askWords"
        width: parent.width
        label: sheet.handing ? qsTr("A word with it") : qsTr("What is to be done")
        placeholder: sheet.handing ? qsTr("Before noon, if you can") : qsTr("Call Elena about the bag")
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
            model: sheet.model.team

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
        enabled: sheet.enough
        iconName: "paper-plane-tilt"
        text: qsTr("Put it on their tablets")
        onClicked: sheet.send()
    }
}
