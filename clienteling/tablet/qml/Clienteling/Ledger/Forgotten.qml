pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who was forgotten lately, without names, and on how many tablets.
Column {
    id: block

    required property LedgerViewModel model

    visible: block.model.receipts.count > 0

    SectionHeader {
        width: parent.width
        title: qsTr("Forgotten")
        aside: qsTr("without names")
    }
    Repeater {
        model: block.model.receipts

        ListRow {
            id: receipt

            required property string when
            required property int devices
            required property int confirmed
            required property bool done

            objectName: "receipt"
            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: receipt.done ? qsTr("A customer is erased everywhere") : qsTr("A customer is being erased")
            subtitle: qsTr("erased on %1 of %n tablets", "", receipt.devices).arg(receipt.confirmed)
            subtitleColor: receipt.done ? Theme.accent : Theme.gold
            aside: receipt.when
        }
    }
}
