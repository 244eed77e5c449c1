pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
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
    readonly property bool aside: line.stage === "set_aside"
    signal retried
    signal given_up
    signal opened

    implicitHeight: row.implicitHeight + (line.aside ? trouble.implicitHeight + Theme.space12 : 0)

    ListRow {
        id: row

        width: parent.width
        touchable: line.customer_id !== ""
        enabled: true
        focusPolicy: touchable ? Qt.StrongFocus : Qt.NoFocus
        lined: !line.aside
        onClicked: {
            if (touchable)
                line.opened();
        }
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
        Flow {
            width: parent.width
            spacing: Theme.space8

            Button {
                objectName: "retry-" + line.record_id
                iconName: "arrows-clockwise"
                text: qsTr("Send again")
                onClicked: line.retried()
            }
            Button {
                objectName: "repair-" + line.record_id
                visible: line.customer_id !== ""
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
