pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// What is written to her: the shop's words with her data, by which way, and what speaks against it. The device's
// own program sends it.
Sheet {
    id: sheet

    required property MessageViewModel model
    signal consent_asked
    signal data_asked
    readonly property bool coded: sheet.model.code !== ""
    property bool choosing: false

    help: "message"
    title: qsTr("Write to her")
    onAboutToHide: sheet.model.unfinished.end()

    // A leaf that opens over this one and closes again finds it as it was.
    Connections {
        target: sheet.model
        function onFilled(): void {
            subject.text = sheet.model.subject;
            body.text = sheet.model.body;
        }
        function onShown(): void {
            sheet.choosing = sheet.model.nothing_open;
        }
        function onHanded_over(): void {
            sheet.close();
        }
    }

    function written(): void {
        sheet.model.write(subject.text, body.text);
    }

    component Templates: Flow {
        id: choices

        required property bool service

        width: parent?.width ?? 0
        spacing: Theme.space8

        Repeater {
            model: sheet.model.templates

            Chip {
                required property string key
                required property string name
                required property bool service
                required property bool current

                objectName: "template-" + key
                visible: service === choices.service
                text: name
                chosen: current
                onClicked: {
                    sheet.choosing = false;
                    sheet.model.choose_template(key);
                }
            }
        }
    }

    Column {
        width: parent.width
        visible: !sheet.coded
        spacing: Theme.space16

        ListRow {
            objectName: "templateChoice"
            width: parent.width
            visible: !sheet.choosing
            title: sheet.model.template
            subtitle: sheet.model.service ? qsTr("about something of hers") : qsTr("news, where she agreed to it")
            aside: qsTr("Change")
            onClicked: sheet.choosing = true
        }
        Column {
            width: parent.width
            visible: sheet.choosing
            spacing: Theme.space12

            SectionHeader { width: parent.width; title: qsTr("About something of hers") }
            Templates { service: true; visible: !sheet.model.nothing_open }
            Body {
                width: parent.width
                visible: sheet.model.nothing_open
                text: qsTr("No promise is open and she bought nothing lately: there is only news to write about.")
                color: Theme.ink2
            }
            SectionHeader { width: parent.width; title: qsTr("News, where she agreed to it") }
            Templates { service: false }
        }
        Column {
            width: parent.width
            visible: sheet.model.matters.count > 0
            spacing: Theme.space8

            Body {
                width: parent.width
                text: qsTr("About what?")
                font.weight: Font.Medium
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Repeater {
                    model: sheet.model.matters

                    Chip {
                        required property string key
                        required property string words
                        required property bool current

                        objectName: "matter-" + key
                        chosen: current
                        width: Math.min(implicitWidth, parent?.width ?? 0)
                        text: words
                        onClicked: sheet.model.choose_matter(key)
                    }
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.space4

            Repeater {
                model: sheet.model.ways

                Chip {
                    required property string key
                    required property bool current

                    objectName: "way-" + key
                    chosen: current
                    text: Words.way(key)
                    iconName: key === "phone" ? "phone" : Signs.channel(key)
                    onClicked: sheet.model.choose_way(key)
                }
            }
        }
        Small {
            width: parent.width
            visible: text !== ""
            text: Words.joined([sheet.model.to, CustomerWords.language(sheet.model.language)])
            color: Theme.ink2
        }
        Field {
            id: subject

            objectName: "messageSubject"
            width: parent.width
            visible: sheet.model.way === "email"
            label: qsTr("Subject")
            onEdited: sheet.written()
        }
        TextBox {
            id: body

            objectName: "messageBody"
            width: parent.width
            label: sheet.model.way === "phone" ? qsTr("What to say") : qsTr("The message, as she will get it")
            onWritten: sheet.written()
        }
        BegunBefore {
            width: parent.width
            unfinished: sheet.model.unfinished
            onAnew: sheet.model.begin_anew()
        }
    }
    Column {
        width: parent.width
        visible: sheet.coded
        spacing: Theme.space16

        Body {
            width: parent.width
            text: sheet.model.closed
                ? qsTr("This tablet has no program for it. The shop's phone opens it with this code:")
                : qsTr("The shop's phone opens it with this code:")
        }
        CodePicture {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(400, parent.width)
            height: width
            source: sheet.model.code
            words: qsTr("Code that opens the message")
        }
        Button {
            objectName: "messageBack"
            width: parent.width
            iconName: "caret-left"
            text: qsTr("Back to the text")
            onClicked: sheet.model.hide_code()
        }
    }
    footer: Column {
        width: parent.width
        spacing: Theme.space12

        Button {
            objectName: "messageSent"
            visible: sheet.coded
            width: parent.width
            kind: Button.Primary
            iconName: "check"
            text: qsTr("It is sent from there")
            onClicked: sheet.model.sent()
        }
        Repeater {
            model: sheet.coded ? null : sheet.model.objections

            ObjectionLine {
                required property string key

                objectName: "objection-" + key
                width: parent?.width ?? 0
                onAsked: way_on => way_on === "consent" ? sheet.consent_asked() : sheet.data_asked()
            }
        }
        Item {
            visible: !sheet.coded
            width: parent.width
            height: Math.max(send.implicitHeight, code.implicitHeight)

            Button {
                id: send

                objectName: "sendMessage"
                width: parent.width - code.width - Theme.space8
                kind: sheet.model.warned ? Button.Quiet : Button.Primary
                enabled: sheet.model.may
                iconName: sheet.model.way === "phone" ? "phone" : "paper-plane-tilt"
                text: sheet.sending()
                onClicked: sheet.model.send()
            }
            IconButton {
                id: code

                objectName: "messageCode"
                anchors.right: parent.right
                implicitWidth: Theme.action
                implicitHeight: Theme.action
                enabled: sheet.model.may
                opacity: enabled ? 1 : 0.45
                iconName: "qr-code"
                label: qsTr("Show it as a code for the shop's phone")
                onClicked: sheet.model.show_code()
            }
        }
    }

    function sending(): string {
        if (sheet.model.warned)
            return qsTr("Send it all the same");
        switch (sheet.model.way) {
        case "whatsapp":
            return qsTr("Open WhatsApp");
        case "sms":
            return qsTr("Open the text message");
        case "phone":
            return qsTr("Call");
        }
        return qsTr("Open the e-mail");
    }
}
