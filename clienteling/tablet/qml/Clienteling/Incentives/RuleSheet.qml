pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// How the shop counts from today on: how long after a contact, and whose it is when several saw her.
Sheet {
    id: sheet

    required property IncentivesViewModel model
    property string days: ""
    property string priority: ""
    property string till: ""

    function begin(): void {
        sheet.days = sheet.model.window_days;
        sheet.priority = sheet.model.priority;
        sheet.till = sheet.model.till ? "yes" : "no";
    }

    title: qsTr("What counts")
    help: "attribution"

    ChoiceRow {
        width: parent.width
        prefix: "days-"
        question: qsTr("Days after a contact")
        keys: ["0", "3", "7", "14", "30", "60", "90"]
        answers: keys
        chosen: sheet.days
        onPicked: key => sheet.days = key
    }
    ChoiceRow {
        width: parent.width
        topPadding: Theme.space12
        prefix: "priority-"
        question: qsTr("When several saw her, it counts for whoever")
        keys: ["last", "first", "longest", "promised"]
        answers: [qsTr("saw her last"), qsTr("saw her first"), qsTr("was with her longest"), qsTr("promised it to her")]
        chosen: sheet.priority
        onPicked: key => sheet.priority = key
    }
    ChoiceRow {
        width: parent.width
        topPadding: Theme.space12
        prefix: "till-"
        question: qsTr("Is the sale itself a contact?")
        keys: ["no", "yes"]
        answers: [qsTr("no, one before it is needed"), qsTr("yes")]
        chosen: sheet.till
        onPicked: key => sheet.till = key
    }
    footer: Button {
        objectName: "ruleSave"
        width: parent.width
        kind: Button.Primary
        iconName: "check"
        text: qsTr("Count so from today on")
        onClicked: {
            sheet.model.lay_down(Number(sheet.days), sheet.priority, sheet.till === "yes");
            sheet.close();
        }
    }
}
