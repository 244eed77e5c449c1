pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// A note, and who may read it.
Sheet {
    id: sheet

    required property RecordViewModel model
    required property UnfinishedViewModel unfinished
    property string visibility: "store"
    // The note that is being corrected; empty for a new one.
    property string corrects: ""
    // What that one says.
    property string stands: ""
    // What was saved before this one, while it is being written.
    property string before: ""
    property bool saving: false
    readonly property int left: sheet.model.guard.left(body.text)

    function correct(note_id: string, words: string): void {
        sheet.corrects = note_id;
        sheet.stands = words;
        body.text = words;
        sheet.open();
    }

    function save(): void {
        sheet.before = sheet.model.saved.record_id;
        sheet.saving = true;
        sheet.unfinished.settle();
        if (sheet.corrects === "")
            sheet.model.note(body.text, sheet.visibility);
        else
            sheet.model.correct_note(sheet.corrects, body.text);
    }

    function put_away(): void {
        sheet.unfinished.saved();
        sheet.close();
    }

    help: "note"
    // Beside what saves it: whoever pastes much does not see the end of it.
    lacking: sheet.left < 0 ? qsTr("%n character(s) too long", "", -sheet.left) : ""
    title: sheet.corrects === "" ? qsTr("Note") : qsTr("Correct the note")
    onAboutToShow: {
        if (sheet.corrects === "")
            sheet.unfinished.begin(sheet.model.customer_id);
        else
            sheet.unfinished.begin_at(sheet.corrects, sheet.model.customer_id);
    }
    onOpened: body.forceActiveFocus()
    onAboutToHide: sheet.unfinished.end()
    onClosed: {
        body.clear();
        sheet.visibility = "store";
        sheet.corrects = "";
        sheet.stands = "";
        sheet.saving = false;
    }

    // What was typed stays until it is saved: a full disk loses no word of it.
    Connections {
        target: sheet.model.saved
        function onChanged(): void {
            if (!sheet.saving)
                return;
            if (sheet.model.saved.failure !== "")
                sheet.saving = false;
            else if (sheet.model.saved.record_id !== "" && sheet.model.saved.record_id !== sheet.before)
                sheet.put_away();
        }
    }
    Connections {
        target: sheet.unfinished
        function onFound(said: string): void {
            if (body.text !== sheet.stands)
                return;
            body.text = said;
            body.cursorPosition = body.length;
        }
    }

    T.TextArea {
        id: body

        objectName: "noteBody"
        width: parent.width
        height: Math.max(4 * Theme.space32, implicitHeight)
        implicitHeight: contentHeight + topPadding + bottomPadding
        padding: Theme.space16
        wrapMode: TextEdit.Wrap
        color: Theme.ink
        selectionColor: Theme.tint
        selectedTextColor: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.sizeText
        Accessible.name: qsTr("Note")
        onTextChanged: sheet.unfinished.type(text === sheet.stands ? "" : text)

        background: Rectangle {
            radius: Theme.radiusBlock
            color: Theme.card
            border.width: body.activeFocus ? Theme.focusLine : Theme.hairline
            border.color: body.activeFocus ? Theme.accent : Theme.line
        }
        Body {
            visible: body.text === "" && body.preeditText === ""
            x: body.leftPadding
            y: body.topPadding
            width: body.width - 2 * x
            text: qsTr("What helps to serve her next time")
            color: Theme.ink3
            Accessible.ignored: true
        }
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.unfinished
        onAnew: {
            body.text = sheet.stands;
            body.forceActiveFocus();
        }
    }
    GuardLine {
        width: parent.width
        guard: sheet.model.guard
        text: body.text
    }
    Small {
        objectName: "noteLeft"
        width: parent.width
        visible: sheet.left >= 0 && sheet.left < 200
        text: qsTr("%n character(s) left", "", sheet.left)
        color: Theme.ink3
    }
    Body {
        width: parent.width
        visible: !sheet.saving && sheet.model.saved.failure !== ""
        text: Words.notSaved(sheet.model.saved.failure)
        color: Theme.warn
    }
    ChoiceRow {
        width: parent.width
        visible: sheet.corrects === ""
        question: qsTr("Who may read it?")
        prefix: "visibility-"
        keys: ["mine", "store", "everybody"]
        answers: [qsTr("only me"), qsTr("this shop"), qsTr("all shops")]
        chosen: sheet.visibility
        onPicked: key => sheet.visibility = key
    }
    footer: Button {
        objectName: "saveNote"
        width: parent.width
        kind: Button.Primary
        enabled: body.text.trim() !== "" && sheet.left >= 0 && !sheet.saving
        iconName: "check"
        text: qsTr("Save")
        onClicked: sheet.save()
    }
}
