pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models

// What the hub did not take, each with why, and with what can be done about it.
Column {
    id: block

    required property LedgerViewModel model
    required property NoteGuard guard

    visible: block.model.refused.count > 0

    SectionHeader {
        width: parent.width
        title: qsTr("Not taken by the hub")
        aside: qsTr("%n to decide", "records", block.model.to_decide)
    }
    Repeater {
        model: block.model.refused

        LedgerLine {
            width: block.width
            guard: block.guard
            unfinished: block.model.unfinished
            mending: block.model.mending === record_id
            onMending_asked: block.model.begin_mending(collection, record_id, customer_id)
            onMending_left: block.model.leave_mending()
            onMended: words => block.model.mend(collection, record_id, words)
            onRetried: block.model.retry(collection, record_id)
            onGiven_up: block.model.drop(collection, record_id)
            onOpened: block.model.open_customer(customer_id)
        }
    }
}
