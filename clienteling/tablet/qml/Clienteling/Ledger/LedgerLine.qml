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
    required property string recorded
    required property string stage
    required property string reason
    readonly property bool aside: line.stage === "set_aside"
    signal retried

    implicitHeight: row.implicitHeight + (line.aside ? trouble.implicitHeight + Theme.space12 : 0)

    ListRow {
        id: row

        width: parent.width
        touchable: false
        lined: !line.aside
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
    Item {
        id: trouble

        visible: line.aside
        y: row.implicitHeight
        width: parent.width
        implicitHeight: Math.max(why.implicitHeight, again.implicitHeight) + Theme.space12

        Body {
            id: why

            anchors { left: parent.left; leftMargin: 56; right: again.left; rightMargin: Theme.space16; verticalCenter: again.verticalCenter }
            text: LedgerWords.reason(line.reason)
            color: Theme.warn
        }
        Button {
            id: again

            anchors.right: parent.right
            iconName: "arrows-clockwise"
            text: qsTr("Send again")
            onClicked: line.retried()
        }
    }
    Hairline {
        visible: line.aside
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
