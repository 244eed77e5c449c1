pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Words

// The particulars of what happened: which products, what became of each, how it ended, a few words.
Sheet {
    id: sheet

    required property RecordViewModel model
    // Whether its page is the one on the screen: two pages ask the same questions.
    required property bool here

    readonly property string asked: sheet.model.editing
    readonly property bool not_bought: sheet.asked === "not_bought"
    readonly property bool one_answer: sheet.not_bought && !sheet.model.correcting && sheet.model.picks.count < 2
    readonly property bool ready: sheet.asked !== "sale" || sheet.model.sellable

    lacking: sheet.ready ? "" : qsTr("Still to be said: which product she bought.")
    help: "interaction"
    title: sheet.shown_title
    property string shown_title: ""

    onAskedChanged: {
        if (sheet.asked === "" || !sheet.here) {
            sheet.close();
            return;
        }
        sheet.shown_title = Words.interaction(sheet.asked);
        if (!sheet.opened)
            words.text = sheet.model.summary;
        sheet.open();
    }
    onHereChanged: {
        if (!sheet.here)
            sheet.close();
    }
    onClosed: sheet.model.leave()

    Connections {
        target: sheet.here ? sheet.model.unfinished : null
        function onFound(said: string): void {
            if (words.text === sheet.model.summary)
                words.text = said;
        }
    }

    Body {
        width: parent.width
        visible: sheet.one_answer
        text: qsTr("Why not bought?")
        font.weight: Font.Medium
    }
    ReasonChips {
        width: parent.width
        visible: sheet.one_answer
        onGiven: reason => sheet.model.why(reason, words.text)
    }
    Repeater {
        model: sheet.model.picks

        HandLine {
            width: parent?.width ?? 0
            asks: !sheet.one_answer && (sheet.not_bought || sheet.asked === "sale")
            asks_aloud: sheet.asked === "sale"
            onReason_given: reason => sheet.model.give_reason(key, reason)
            onPut_back: sheet.model.put_back(key)
        }
    }
    ProductFinder {
        width: parent.width
        model: sheet.model
    }
    ChoiceRow {
        width: parent.width
        visible: sheet.asked !== "sale" && !sheet.not_bought
        question: qsTr("How did it end?")
        prefix: "outcome-"
        keys: ["bought", "not_bought", "thinking", "comes_back"]
        answers: keys.map(key => Words.outcome(key))
        chosen: sheet.model.outcome
        onPicked: key => sheet.model.ended(key)
    }
    Field {
        id: words

        objectName: "summaryField"
        width: parent.width
        label: qsTr("In a few words")
        placeholder: qsTr("Only what helps to serve her")
        maximumLength: 500
        onEdited: text => sheet.model.say(text)
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            words.text = sheet.model.summary;
            sheet.model.say(words.text);
            words.forceActiveFocus();
        }
    }
    GuardLine {
        width: parent.width
        guard: sheet.model.guard
        text: words.text
    }
    ChoiceRow {
        width: parent.width
        visible: sheet.model.may_change_kind
        question: qsTr("What was it?")
        prefix: "become-"
        keys: ["fitting", "advice", "sale", "not_bought", "visit", "return", "complaint", "call", "message"]
        answers: keys.map(key => Words.interaction(key))
        chosen: sheet.asked
        onPicked: key => sheet.model.become(key)
    }
    footer: Button {
        objectName: "saveInteraction"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.ready
        iconName: "check"
        text: qsTr("Save")
        onClicked: sheet.model.save(words.text)
    }
}
