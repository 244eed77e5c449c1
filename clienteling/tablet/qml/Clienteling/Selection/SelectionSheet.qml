pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Outreach
import Clienteling.Record
import Clienteling.Theme

// Two to six products for her, in a few words: what is in hand becomes a sheet of paper, a page or a code.
Sheet {
    id: sheet

    required property SelectionViewModel model
    required property RecordViewModel record
    signal message_asked

    readonly property bool coded: sheet.model.code !== ""
    readonly property bool ready: sheet.model.enough && !sheet.model.too_many

    title: qsTr("A selection for her")
    help: "selection"
    onAboutToShow: {
        words.text = "";
        sheet.model.begin();
    }
    onAboutToHide: sheet.model.unfinished.end()
    onClosed: sheet.model.hide_code()

    Connections {
        target: sheet.model
        function onWords_found(said: string): void {
            if (words.text === "")
                words.text = said;
        }
    }

    Column {
        width: parent.width
        visible: !sheet.coded
        spacing: Theme.space16

        Column {
            width: parent.width

            Repeater {
                model: sheet.record.picks

                ListRow {
                    id: chosen

                    required property string key
                    required property string name
                    required property string label
                    required property string price
                    required property string picture

                    objectName: "chosen-" + key
                    width: parent?.width ?? 0
                    title: name
                    subtitle: [label, price].filter(part => part !== "").join(" · ")
                    leading: Component { Picture { width: Theme.action; height: width; digest: chosen.picture } }
                    aside: qsTr("Put back")
                    onClicked: sheet.record.put_back(key)
                }
            }
        }
        Body {
            width: parent.width
            visible: !sheet.ready
            text: sheet.model.too_many ? qsTr("Six products are enough: put some back.")
                : qsTr("Choose two to six products, here or with + on her card.")
            color: Theme.ink2
        }
        ProductFinder { width: parent.width; visible: !sheet.model.too_many; model: sheet.record }
        TextBox {
            id: words

            objectName: "selectionWords"
            width: parent.width
            label: qsTr("In a few words to her")
            placeholder: qsTr("Why these, and what goes with what")
            onWritten: sheet.model.say(words.text)
        }
        BegunBefore {
            width: parent.width
            unfinished: sheet.model.unfinished
            onAnew: {
                words.text = "";
                sheet.model.say("");
                words.forceActiveFocus();
            }
        }
        Body {
            width: parent.width
            visible: sheet.model.failed
            text: qsTr("It could not be opened: this tablet has no program for it, or no room.")
            color: Theme.warn
        }
    }
    Column {
        width: parent.width
        visible: sheet.coded
        spacing: Theme.space16

        Body {
            width: parent.width
            text: qsTr("Another tablet of the shop opens the selection with this code; her phone too, where the shop has pages.")
        }
        CodePicture {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(400, parent.width)
            height: width
            source: sheet.model.code
            words: qsTr("Code that opens the selection")
        }
        Button {
            objectName: "selectionBack"
            width: parent.width
            iconName: "caret-left"
            text: qsTr("Back to the selection")
            onClicked: sheet.model.hide_code()
        }
    }
    footer: Column {
        width: parent.width
        spacing: Theme.space8
        visible: !sheet.coded

        Button {
            objectName: "selectionPdf"
            width: parent.width
            kind: Button.Primary
            enabled: sheet.ready
            iconName: "file-pdf"
            text: qsTr("As a PDF, to print or send")
            onClicked: sheet.model.share_pdf(words.text)
        }
        Row {
            width: parent.width
            spacing: Theme.space8

            Button {
                objectName: "selectionPage"
                width: (parent.width - 2 * parent.spacing) / 3
                enabled: sheet.ready
                iconName: "browser"
                text: qsTr("Page")
                onClicked: sheet.model.share_page(words.text)
            }
            Button {
                objectName: "selectionCode"
                width: (parent.width - 2 * parent.spacing) / 3
                enabled: sheet.ready
                iconName: "qr-code"
                text: qsTr("Code")
                onClicked: sheet.model.share_code(words.text)
            }
            Button {
                objectName: "selectionMessage"
                width: (parent.width - 2 * parent.spacing) / 3
                enabled: sheet.ready
                iconName: "paper-plane-tilt"
                text: qsTr("Write")
                label: qsTr("Write to her with the selection")
                onClicked: sheet.message_asked()
            }
        }
    }
}
