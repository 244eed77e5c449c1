pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// One legal basis: its document, its days, about whom it is.
Sheet {
    id: sheet

    required property BasisSheetViewModel model
    required property Rows people
    readonly property bool everybody: sheet.model.people.length === 0 && !sheet.model.chain

    title: sheet.model.fresh ? qsTr("New legal basis") : qsTr("Legal basis")
    help: "basis"
    onOpened: paper.forceActiveFocus()
    onAboutToHide: sheet.model.unfinished.end()

    function save(): void {
        sheet.model.save(paper.text, first.text, last.text);
    }

    Connections {
        target: sheet.model
        function onReady(): void {
            paper.text = sheet.model.document;
            first.text = sheet.model.first;
            last.text = sheet.model.last;
        }
        function onSaved(): void {
            sheet.close();
        }
    }

    Field {
        id: paper

        objectName: "basisDocument"
        width: parent.width
        label: qsTr("Document")
        placeholder: qsTr("Agreement of 7 January 2026, register 12")
        error: sheet.model.wrong === "document" ? qsTr("Which agreement or authorisation is it?") : ""
        maximumLength: 200
        onEdited: text => sheet.model.type("document", text)
        onAccepted: first.forceActiveFocus()
    }
    Field {
        id: first

        objectName: "basisFirst"
        width: parent.width
        label: qsTr("First day")
        placeholder: qsTr("7/1/2026")
        error: sheet.model.wrong === "first" ? qsTr("A day like 7/1/2026") : ""
        inputMethodHints: Qt.ImhDate
        onEdited: text => sheet.model.type("first", text)
        onAccepted: last.forceActiveFocus()
    }
    Field {
        id: last

        objectName: "basisLast"
        width: parent.width
        label: qsTr("Last day")
        placeholder: qsTr("31/12/2026")
        error: sheet.model.wrong === "last" ? qsTr("A day like 31/12/2026, not before the first") : ""
        inputMethodHints: Qt.ImhDate
        onEdited: text => sheet.model.type("last", text)
        onAccepted: sheet.save()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.model.begin_anew();
            paper.forceActiveFocus();
        }
    }
    Body {
        width: parent.width
        text: qsTr("About whom it is")
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Chip {
            objectName: "basisEverybody"
            text: qsTr("everybody here")
            chosen: sheet.everybody
            onClicked: sheet.model.everybody()
        }
        Chip {
            objectName: "basisChain"
            visible: sheet.model.may_chain
            text: qsTr("every shop")
            chosen: sheet.model.chain
            onClicked: sheet.model.whole_chain()
        }
        Repeater {
            model: sheet.people

            Chip {
                required property string key
                required text

                objectName: "basisPerson-" + key
                chosen: sheet.model.people.includes(key)
                onClicked: sheet.model.toggle(key)
            }
        }
    }
    Button {
        objectName: "basisTakeBack"
        visible: !sheet.model.fresh && sheet.model.may_change
        kind: Button.Plain
        iconName: "prohibit"
        text: qsTr("Take it back")
        onClicked: sheet.model.take_back()
    }
    Small {
        visible: !sheet.model.may_change
        width: parent.width
        text: qsTr("It stands for every shop: the area manager changes it.")
    }
    footer: Button {
        objectName: "basisSave"
        width: parent.width
        visible: sheet.model.may_change
        kind: Button.Primary
        iconName: "check"
        text: sheet.model.fresh ? qsTr("Put it down") : qsTr("Say it anew")
        onClicked: sheet.save()
    }
}
