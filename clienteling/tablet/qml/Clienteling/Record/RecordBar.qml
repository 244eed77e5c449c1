pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// One tap says what happened; the sale lies at the thumb's corner.
Item {
    id: bar

    required property RecordViewModel model
    signal note_asked
    signal promise_asked
    signal more_asked

    readonly property bool narrow: bar.width < bar.wide
    readonly property int wide: 1000

    implicitHeight: Theme.action

    component Kind: Button {
        required property string record

        objectName: "record-" + record
        iconName: bar.narrow ? "" : Signs.interaction(record)
        text: Words.interaction(record)
        leftPadding: bar.narrow ? Theme.space16 : Theme.space20
        onClicked: bar.model.record(record)
    }

    Row {
        spacing: bar.narrow ? Theme.space8 : Theme.space12

        Kind { record: "fitting" }
        Kind { record: "advice" }
        Kind { record: "not_bought" }
        Button {
            objectName: "record-note"
            iconName: bar.narrow ? "" : "note-pencil"
            text: qsTr("Note")
            leftPadding: bar.narrow ? Theme.space16 : Theme.space20
            onClicked: bar.note_asked()
        }
        Button {
            objectName: "record-promise"
            iconName: bar.narrow ? "" : "handshake"
            text: qsTr("Promise")
            leftPadding: bar.narrow ? Theme.space16 : Theme.space20
            onClicked: bar.promise_asked()
        }
        IconButton {
            objectName: "record-more"
            framed: true
            iconName: "dots-three"
            label: qsTr("Something else happened")
            onClicked: bar.more_asked()
        }
    }
    Button {
        objectName: "record-sale"
        anchors.right: parent.right
        kind: Button.Primary
        iconName: Signs.interaction("sale")
        text: Words.interaction("sale")
        leftPadding: bar.narrow ? Theme.space16 : Theme.space20
        onClicked: bar.model.record("sale")
    }
}
