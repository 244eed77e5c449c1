pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A note, and who may read it.
Sheet {
    id: sheet

    required property RecordViewModel model
    property string visibility: "store"

    title: qsTr("Note")
    onAboutToShow: {
        body.clear();
        sheet.visibility = "store";
    }
    onOpened: body.forceActiveFocus()

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
    ChoiceRow {
        width: parent.width
        question: qsTr("Who may read it?")
        prefix: "visibility-"
        keys: ["mine", "store", "everybody"]
        answers: [qsTr("only me"), qsTr("this shop"), qsTr("all shops")]
        chosen: sheet.visibility
        onPicked: key => sheet.visibility = key
    }
    Button {
        objectName: "saveNote"
        width: parent.width
        kind: Button.Primary
        enabled: body.text.trim() !== ""
        iconName: "check"
        text: qsTr("Save")
        onClicked: {
            sheet.model.note(body.text, sheet.visibility);
            sheet.close();
        }
    }
}
