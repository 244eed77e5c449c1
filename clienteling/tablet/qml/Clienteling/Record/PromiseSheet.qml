pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What is promised, about which product, by when.
Sheet {
    id: sheet

    required property RecordViewModel model
    required property UnfinishedViewModel unfinished
    property string kind: "call"
    property string day: ""

    readonly property bool needs_item: sheet.kind === "hold" || sheet.kind === "order"
    readonly property bool ready: sheet.needs_item ? sheet.model.picks.count > 0 || what.text.trim() !== ""
        : sheet.kind === "call" || what.text.trim() !== ""

    lacking: sheet.ready ? "" : sheet.needs_item ? qsTr("Still to be said: which product, or what in a few words.")
        : qsTr("Still to be said: what is promised, in a few words.")
    help: "promise"
    title: qsTr("Promise")
    onAboutToShow: {
        sheet.kind = sheet.model.picks.count > 0 ? "hold" : "call";
        sheet.day = "";
        what.text = "";
        sheet.unfinished.begin(sheet.model.customer_id);
    }
    onAboutToHide: sheet.unfinished.end()

    Connections {
        target: sheet.unfinished
        function onFound(said: string): void {
            if (what.text === "")
                what.text = said;
        }
    }

    ChoiceRow {
        width: parent.width
        question: qsTr("What do we promise?")
        prefix: "promise-"
        keys: ["hold", "call", "order", "other"]
        answers: keys.map(key => Words.promiseKind(key))
        chosen: sheet.kind
        onPicked: key => sheet.kind = key
    }
    Repeater {
        model: sheet.model.picks

        HandLine {
            required property int index

            // A promise is about one product: the first in hand.
            visible: index === 0
            width: parent?.width ?? 0
            asks: false
            onPut_back: sheet.model.put_back(key)
        }
    }
    ProductFinder {
        width: parent.width
        visible: sheet.model.picks.count === 0
        model: sheet.model
    }
    Field {
        id: what

        objectName: "promiseWhat"
        width: parent.width
        label: qsTr("In a few words")
        placeholder: sheet.kind === "call" ? qsTr("When the brown bag arrives") : qsTr("What exactly")
        maximumLength: 200
        onEdited: text => sheet.unfinished.type(text)
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.unfinished
        onAnew: {
            what.text = "";
            sheet.unfinished.type("");
            what.forceActiveFocus();
        }
    }
    Column {
        width: parent.width
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("By when?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.days

                Chip {
                    required property string key
                    required property string word
                    required property int weekday

                    objectName: "day-" + key
                    text: Words.dayChoice(word, weekday)
                    chosen: sheet.day === key
                    onClicked: sheet.day = sheet.day === key ? "" : key
                }
            }
        }
    }
    footer: Button {
        objectName: "savePromise"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.ready
        iconName: "handshake"
        text: qsTr("Promise it")
        onClicked: {
            sheet.unfinished.settle();
            sheet.model.promise(sheet.kind, what.text, sheet.day);
            sheet.unfinished.saved();
            sheet.close();
        }
    }
}
