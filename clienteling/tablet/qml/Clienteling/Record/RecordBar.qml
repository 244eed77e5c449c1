pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// One tap says what happened; the sale lies at the thumb's corner. Where the words are too large to stand side
// by side, the others pass beneath the thumb and the sale stays.
Item {
    id: bar

    required property RecordViewModel model
    signal note_asked
    signal promise_asked
    signal more_asked

    readonly property bool narrow: bar.width < bar.wide * Theme.scale
    readonly property int wide: 1000
    readonly property int spacing: bar.narrow ? Theme.space8 : Theme.space12

    implicitHeight: Math.max(kinds.height, sale.height)

    component Act: Button {
        id: act

        required property string sign
        property alias stroke: lent.key

        iconName: bar.narrow ? "" : act.sign
        leftPadding: bar.narrow ? Theme.space16 : Theme.space20

        Stroke {
            id: lent

            page: bar
            does: act.label
            onStruck: act.clicked()
        }
    }
    component Kind: Act {
        required property string record

        objectName: "record-" + record
        sign: Signs.interaction(record)
        text: Words.interaction(record)
        onClicked: bar.model.record(record)
        // Heard so that a hurried finger's second touch is not another fitting: it is no click then, unless the first
        // one came to nothing.
        onDoubleClicked: {
            if (bar.model.saved.failure !== "")
                bar.model.record(record);
        }
    }

    Flickable {
        anchors { left: parent.left; right: sale.left; rightMargin: bar.spacing }
        height: kinds.height
        contentWidth: kinds.width
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive

        Row {
            id: kinds

            spacing: bar.spacing

            Kind { record: "fitting"; stroke: qsTr("F", "key: fitting") }
            Kind { record: "advice"; stroke: qsTr("A", "key: advice") }
            Kind { record: "not_bought"; stroke: qsTr("X", "key: not bought") }
            Act {
                objectName: "record-note"
                sign: "note-pencil"
                text: qsTr("Note")
                stroke: qsTr("N", "key: note")
                onClicked: bar.note_asked()
            }
            Act {
                objectName: "record-promise"
                sign: "handshake"
                text: qsTr("Promise")
                stroke: qsTr("P", "key: promise")
                onClicked: bar.promise_asked()
            }
            IconButton {
                id: more

                objectName: "record-more"
                framed: true
                iconName: "dots-three"
                label: qsTr("Something else happened")
                onClicked: bar.more_asked()

                Stroke {
                    page: bar
                    key: qsTr("M", "key: more")
                    does: more.label
                    onStruck: more.clicked()
                }
            }
        }
    }
    Kind {
        id: sale

        anchors.right: parent.right
        kind: Button.Primary
        record: "sale"
        stroke: qsTr("S", "key: sale")
    }
}
