pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// A word to the team or to one of it, or something that waits handed on to them: it stands on their tablets
// among what is to do.
Sheet {
    id: sheet

    required property TellViewModel model
    readonly property bool handing: sheet.model.about !== ""
    readonly property bool enough: sheet.handing || words.text.trim() !== ""

    function send(): void {
        if (!sheet.enough)
            return;
        sheet.model.send(words.text);
        sheet.close();
    }

    title: sheet.handing ? qsTr("Hand on") : qsTr("Something for the team")
    help: "ask"
    onAboutToHide: sheet.model.unfinished.end()
    onOpened: {
        if (!sheet.handing)
            words.forceActiveFocus();
    }

    Connections {
        target: sheet.model
        function onReady(): void {
            words.text = sheet.model.words;
        }
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
        visible: sheet.model.room > 0
        maximumLength: sheet.model.room
        onEdited: text => sheet.model.say(text)
        onAccepted: sheet.send()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.model.begin_anew();
            words.forceActiveFocus();
        }
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
            chosen: sheet.model.whom === ""
            onClicked: sheet.model.choose("")
        }
        Repeater {
            model: sheet.model.team

            Chip {
                id: person

                required property string key
                required property string name

                objectName: "ask-" + key
                text: person.name
                chosen: sheet.model.whom === person.key
                onClicked: sheet.model.choose(person.key)
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
