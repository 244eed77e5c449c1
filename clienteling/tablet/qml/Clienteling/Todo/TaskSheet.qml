pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Whom
import Clienteling.Words

// One task. New: what, about whom, by when, whose. Afterwards the same, what came of it, and letting it be.
Sheet {
    id: sheet

    required property TaskViewModel model
    readonly property bool fresh: sheet.model.fresh
    readonly property bool said: what.text.trim() !== "" || sheet.model.product !== ""
    readonly property bool enough: sheet.said || sheet.model.by_rule
        || (sheet.model.whom.customer_id !== "" && !["other", "prepare"].includes(sheet.model.kind))

    lacking: sheet.enough ? "" : ["other", "prepare"].includes(sheet.model.kind) ? qsTr("Still to be said: what is to be done, in a few words.")
        : qsTr("Still to be said: for whom, or a few words.")

    // Of what stands already, one changes the words less often than the day, or whose it is.
    property bool rewording: false
    readonly property bool reworded: sheet.rewording || sheet.model.unfinished.resumed
    readonly property bool worded: sheet.fresh || (sheet.reworded && !sheet.model.by_rule)

    help: "task"
    title: sheet.fresh ? qsTr("New task") : qsTr("Task")

    onAboutToShow: sheet.rewording = false
    onAboutToHide: sheet.model.unfinished.end()

    Connections {
        target: sheet.model
        function onReady(): void {
            what.text = sheet.model.what;
            whom.begin();
        }
    }

    function end(outcome: string): void {
        sheet.model.finish(outcome);
        sheet.close();
    }

    Column {
        width: parent.width
        visible: !sheet.fresh
        spacing: Theme.space4

        Serif {
            width: parent.width
            text: sheet.model.title
            font.pixelSize: Theme.sizeTitle
            lineHeight: 1.15
        }
        Body {
            width: parent.width
            visible: text !== ""
            text: sheet.model.why
            color: Theme.ink2
        }
    }
    ChoiceRow {
        width: parent.width
        visible: !sheet.fresh
        question: qsTr("Done: what came of it?")
        prefix: "outcome-"
        keys: ["reached", "comes", "no_answer", "not_now"]
        answers: keys.map(key => Words.taskOutcome(key))
        onPicked: key => sheet.end(key)
    }
    ChoiceRow {
        width: parent.width
        visible: sheet.worded
        question: qsTr("What is to be done?")
        prefix: "task-"
        keys: ["follow_up", "call", "write", "prepare", "other"]
        answers: keys.map(key => Words.taskKind(key))
        chosen: sheet.model.kind
        onPicked: key => sheet.model.choose_kind(key)
    }
    Field {
        id: what

        objectName: "taskWhat"
        width: parent.width
        visible: sheet.worded
        label: qsTr("In a few words")
        placeholder: qsTr("How does the coat fit?")
        maximumLength: 400
        onEdited: text => sheet.model.say(text)
        onAccepted: {
            if (save.enabled)
                save.clicked();
        }
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            sheet.rewording = true;
            sheet.model.begin_anew();
            what.forceActiveFocus();
        }
    }
    GuardLine {
        width: parent.width
        guard: sheet.model.guard
        text: sheet.worded ? what.text : ""
    }
    ListRow {
        width: parent.width
        visible: sheet.worded && sheet.model.product !== ""
        title: sheet.model.product
        lined: false
        touchable: false
        enabled: true
        leading: Component { Avatar { iconName: "bag"; tone: Avatar.Green } }
        trailing: Component {
            IconButton {
                iconName: "x"
                label: qsTr("Not about this product")
                onClicked: sheet.model.leave_product()
            }
        }
    }
    WhomField {
        id: whom

        width: parent.width
        visible: sheet.worded
        model: sheet.model.whom
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
                    required text

                    objectName: "taskDay-" + key
                    chosen: sheet.model.due_on === key
                    onClicked: sheet.model.choose_day(key)
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Whose is it?")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.people

                Chip {
                    required property string key
                    required text

                    objectName: "taskPerson-" + key
                    chosen: sheet.model.associate_id === key
                    onClicked: sheet.model.choose_person(key)
                }
            }
        }
    }
    Button {
        objectName: "rewordTask"
        visible: !sheet.worded && !sheet.model.by_rule
        kind: Button.Plain
        iconName: "note-pencil"
        text: qsTr("Say it otherwise")
        onClicked: sheet.rewording = true
    }
    Button {
        objectName: "dropTask"
        visible: !sheet.fresh && !sheet.reworded
        kind: Button.Plain
        iconName: "x-circle"
        text: qsTr("Need not be done any more")
        onClicked: {
            sheet.model.drop();
            sheet.close();
        }
    }
    footer: Button {
        id: save

        objectName: "saveTask"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.enough
        iconName: "check"
        text: sheet.fresh ? qsTr("Put it down") : qsTr("Save")
        onClicked: {
            sheet.model.save(what.text);
            sheet.close();
        }
    }
}
