pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// A new scheme: what it is called, who gets it, how much of what.
Sheet {
    id: sheet

    required property IncentivesViewModel model
    property string whose: "team"
    property bool refused: false

    function begin(): void {
        name.text = "";
        percent.text = "2";
        over.text = "";
        sheet.whose = "team";
        sheet.refused = false;
    }

    function save(): void {
        sheet.refused = !sheet.model.set_up(name.text, sheet.whose, percent.text, over.text);
        if (!sheet.refused)
            sheet.close();
    }

    title: qsTr("New scheme")
    help: "scheme"
    onOpened: name.forceActiveFocus()

    Field {
        id: name

        objectName: "schemeName"
        width: parent.width
        label: qsTr("What it is called")
        placeholder: qsTr("Autumn together")
        maximumLength: 60
        onAccepted: sheet.save()
    }
    ChoiceRow {
        width: parent.width
        topPadding: Theme.space12
        prefix: "whose-"
        question: qsTr("Who gets it")
        keys: ["team", "shop", "person"]
        answers: [qsTr("the team, the same for each"), qsTr("the shop"), qsTr("each by her own")]
        chosen: sheet.whose
        onPicked: key => sheet.whose = key
    }
    Body {
        width: parent.width
        visible: sheet.whose === "person"
        topPadding: Theme.space8
        text: qsTr("Figures per person are shown, closed and printed only under a recorded legal basis that covers the month.")
        color: Theme.gold
    }
    Field {
        id: percent

        objectName: "schemePercent"
        width: parent.width
        label: qsTr("Percent of what was bought after a contact")
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        maximumLength: 5
        onAccepted: sheet.save()
    }
    Field {
        id: over

        objectName: "schemeOver"
        width: parent.width
        label: qsTr("Only what is above, euro")
        placeholder: qsTr("All of it")
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        maximumLength: 12
        error: sheet.refused ? qsTr("It needs a name, and numbers that are some") : ""
        onAccepted: sheet.save()
    }
    footer: Button {
        objectName: "schemeSave"
        width: parent.width
        kind: Button.Primary
        enabled: name.text.trim() !== ""
        iconName: "check"
        text: qsTr("From this month on")
        onClicked: sheet.save()
    }
}
