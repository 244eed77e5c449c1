pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// What those on the list are for: what is to be done, by when, and who of the shop does it.
Sheet {
    id: sheet

    required property HandOutViewModel model
    readonly property bool fresh: !sheet.model.there_already
    readonly property bool said: what.text.trim() !== ""
    readonly property bool speaks: !sheet.model.to_the_team && !["other", "prepare"].includes(sheet.model.kind)

    help: "hand_out"
    title: qsTr("Hand out %n task(s)", "", sheet.model.chosen)

    onAboutToShow: {
        what.text = "";
        sheet.model.begin();
    }
    onAboutToHide: sheet.model.unfinished.end()

    Connections {
        target: sheet.model.unfinished
        function onFound(said: string): void {
            if (what.text === "")
                what.text = said;
        }
    }

    ChoiceRow {
        width: parent.width
        visible: sheet.fresh && !sheet.model.to_the_team
        question: qsTr("What is to be done?")
        prefix: "handOut-"
        keys: ["call", "write", "follow_up", "prepare", "other"]
        answers: keys.map(key => Words.taskKind(key))
        chosen: sheet.model.kind
        onPicked: key => sheet.model.choose_kind(key)
    }
    Field {
        id: what

        objectName: "handOutWhat"
        width: parent.width
        visible: sheet.fresh
        label: sheet.speaks ? qsTr("In a few words, if need be") : qsTr("In a few words")
        placeholder: sheet.model.to_the_team ? qsTr("Try the autumn window before Saturday") : qsTr("The autumn collection is here")
        maximumLength: 400
        onEdited: text => sheet.model.unfinished.type(text)
        onAccepted: {
            if (go.enabled)
                go.clicked();
        }
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            what.text = "";
            sheet.model.unfinished.type("");
            what.forceActiveFocus();
        }
    }
    GuardLine {
        width: parent.width
        guard: sheet.model.guard
        text: sheet.fresh ? what.text : ""
    }
    Column {
        width: parent.width
        visible: sheet.fresh
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
                    required text

                    objectName: "handOutDay-" + key
                    chosen: sheet.model.due_on === key
                    onClicked: sheet.model.choose_day(key)
                }
            }
        }
    }
    Column {
        width: parent.width
        visible: !sheet.model.to_the_team
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Who does it?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Chip {
                objectName: "doer-"
                text: qsTr("whoever looks after each")
                chosen: !sheet.model.named
                onClicked: sheet.model.name_nobody()
            }
            Repeater {
                model: sheet.model.doers

                Chip {
                    id: doer

                    required property string key
                    required property string name
                    required property int count
                    required chosen

                    objectName: "doer-" + doer.key
                    text: doer.count > 0 ? qsTr("%1: %2", "a person, and how many").arg(doer.name).arg(doer.count) : doer.name
                    onClicked: sheet.model.name(doer.key)
                }
            }
        }
        Body {
            width: parent.width
            visible: sheet.model.anybody_s > 0
            text: qsTr("Whoever has time: %1").arg(sheet.model.anybody_s)
            color: Theme.ink2
        }
    }
    footer: Button {
        id: go

        objectName: "handItOut"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.model.chosen > 0 && (!sheet.fresh || sheet.said || sheet.speaks)
        iconName: "check"
        text: qsTr("Hand out")
        onClicked: {
            sheet.model.hand_out(what.text);
            sheet.close();
        }
    }
}
