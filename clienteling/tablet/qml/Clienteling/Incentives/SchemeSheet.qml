pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// A scheme: what it is called, who gets it, how much of what, and from which month on; what was laid down before.
Sheet {
    id: sheet

    required property TermsViewModel model
    readonly property string whose: sheet.model.whose
    property bool refused: false

    function begin(key: string): void {
        if (key === "")
            sheet.model.begin();
        else
            sheet.model.pick(key);
        sheet.open();
    }

    Connections {
        target: sheet.model
        function onReady(): void {
            name.text = sheet.model.name;
            percent.text = sheet.model.percent;
            over.text = sheet.model.over;
            sheet.refused = false;
        }
    }

    function save(): void {
        sheet.refused = !sheet.model.save(name.text, sheet.whose, percent.text, over.text);
        if (!sheet.refused)
            sheet.close();
    }

    title: sheet.model.is_new ? qsTr("New scheme") : qsTr("Other terms")
    help: "scheme"
    onOpened: if (sheet.model.is_new) name.forceActiveFocus()
    onAboutToHide: sheet.model.unfinished.end()

    Field {
        id: name

        objectName: "schemeName"
        width: parent.width
        label: qsTr("What it is called")
        placeholder: qsTr("Autumn together")
        maximumLength: 60
        onEdited: text => sheet.model.type("name", text)
        onAccepted: sheet.save()
    }
    ChoiceRow {
        width: parent.width
        visible: sheet.model.is_new
        topPadding: Theme.space12
        prefix: "whose-"
        question: qsTr("Who gets it")
        keys: ["team", "shop", "person"]
        answers: [qsTr("the team, the same for each"), qsTr("the shop"), qsTr("each by her own")]
        chosen: sheet.whose
        onPicked: key => sheet.model.type("whose", key)
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
        onEdited: text => sheet.model.type("percent", text)
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
        onEdited: text => sheet.model.type("over", text)
        onAccepted: sheet.save()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.model.begin_anew();
            name.forceActiveFocus();
        }
    }
    Body {
        width: parent.width
        visible: from.visible
        topPadding: Theme.space12
        text: qsTr("From which month on")
        font.weight: Font.Medium
    }
    Flow {
        id: from

        width: parent.width
        visible: sheet.model.months.count > 1
        spacing: Theme.space8

        Repeater {
            model: sheet.model.months

            Chip {
                required property string key
                required text

                objectName: "since-" + key
                chosen: sheet.model.since === key
                iconName: chosen ? "check" : ""
                onClicked: sheet.model.choose_month(key)
            }
        }
    }
    Column {
        width: parent.width
        visible: sheet.model.laid.count > 0

        SectionHeader {
            width: parent.width
            title: qsTr("Laid down so far")
        }
        Repeater {
            model: sheet.model.laid

            ListRow {
                required property string key
                required property string words
                required property string said
                required property bool counts

                objectName: "laid-" + key
                width: parent?.width ?? 0
                touchable: false
                title: words
                subtitle: counts ? said : qsTr("%1 · no longer").arg(said)
            }
        }
    }
    footer: Column {
        width: parent.width
        spacing: Theme.space8

        Button {
            objectName: "schemeSave"
            width: parent.width
            kind: Button.Primary
            enabled: name.text.trim() !== ""
            iconName: "check"
            text: sheet.model.count_words
            onClicked: sheet.save()
        }
        Button {
            objectName: "schemeEnd"
            width: parent.width
            visible: sheet.model.end_words !== ""
            text: sheet.model.end_words
            onClicked: {
                sheet.model.end();
                sheet.close();
            }
        }
    }
}
