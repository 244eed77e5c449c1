pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme

// One record: what, about whom, when, and how far it is.
Item {
    id: line

    required property string collection
    required property string record_id
    required property string kind
    required property string customer
    required property string customer_id
    required property string recorded
    required property string stage
    required property string reason
    required property string words
    required property int room
    required property NoteGuard guard
    property UnfinishedViewModel unfinished: null
    property bool mending: false
    readonly property bool aside: line.stage === "set_aside"
    readonly property int spare: line.room - box.text.trim().length
    signal retried
    signal given_up
    signal mending_asked
    signal mending_left
    signal mended(words: string)
    signal opened

    implicitHeight: row.implicitHeight + (line.aside ? trouble.implicitHeight + Theme.space12 : 0)

    ListRow {
        id: row

        width: parent.width
        // Of nobody's record nothing opens: Tab passes it by, also where it was somebody's a moment ago.
        touchable: line.customer_id !== ""
        lined: !line.aside
        onClicked: line.opened()
        title: LedgerWords.title(line.collection, line.kind)
        subtitle: [line.customer, line.recorded].filter(part => part !== "").join(" · ")
        leading: Avatar {
            iconName: LedgerWords.icon(line.collection, line.kind)
            tone: line.aside ? Avatar.Red : line.stage === "confirmed" ? Avatar.Green : Avatar.Gold
        }
        trailing: Tag {
            tone: line.aside ? Tag.Wrong : line.stage === "confirmed" ? Tag.Good : Tag.Waiting
            iconName: LedgerWords.stageIcon(line.stage)
            text: LedgerWords.stage(line.stage)
        }
    }
    Column {
        id: trouble

        visible: line.aside
        x: 56
        y: row.implicitHeight
        width: parent.width - x
        spacing: Theme.space8
        bottomPadding: Theme.space12

        Body {
            width: parent.width
            text: LedgerWords.reason(line.reason)
            color: Theme.warn
        }
        TextBox {
            id: box

            objectName: "words-" + line.record_id
            width: parent.width
            visible: line.mending
            label: qsTr("What it should say")
            onWritten: line.unfinished?.type(box.text === line.words ? "" : box.text)
        }
        Connections {
            target: line.mending ? line.unfinished : null
            function onFound(said: string): void { box.text = said; }
        }
        GuardLine {
            width: parent.width
            visible: line.mending && topics.length > 0
            guard: line.guard
            text: box.text
        }
        Small {
            width: parent.width
            visible: line.mending && line.spare < 200
            text: line.spare < 0 ? qsTr("%n character(s) too long", "", -line.spare) : qsTr("%n character(s) left", "", line.spare)
            color: line.spare < 0 ? Theme.warn : Theme.ink3
        }
        Flow {
            width: parent.width
            visible: line.mending
            spacing: Theme.space8

            Button {
                objectName: "mend-" + line.record_id
                kind: Button.Primary
                enabled: box.text.trim() !== "" && line.spare >= 0
                iconName: "paper-plane-tilt"
                text: qsTr("Save and send")
                onClicked: line.mended(box.text)
            }
            Button {
                kind: Button.Plain
                text: qsTr("Leave it as it is")
                onClicked: line.mending_left()
            }
        }
        Flow {
            width: parent.width
            visible: !line.mending
            spacing: Theme.space8

            Button {
                objectName: "words-open-" + line.record_id
                visible: line.words !== ""
                iconName: "pencil-simple"
                text: qsTr("Put it right here")
                onClicked: {
                    box.text = line.words;
                    line.mending_asked();
                    box.forceActiveFocus();
                }
            }
            Button {
                objectName: "retry-" + line.record_id
                iconName: "arrows-clockwise"
                text: qsTr("Send again")
                onClicked: line.retried()
            }
            Button {
                objectName: "repair-" + line.record_id
                visible: line.customer_id !== "" && line.words === ""
                iconName: "note-pencil"
                text: qsTr("Put right on her card")
                onClicked: line.opened()
            }
            Button {
                objectName: "drop-" + line.record_id
                iconName: "x"
                text: qsTr("Give it up")
                onClicked: line.given_up()
            }
        }
    }
    Hairline {
        visible: line.aside
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
