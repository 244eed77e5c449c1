pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Reserve
import Clienteling.Theme

// What stands above the timeline: why she is here, what was promised, what she has in mind. When the screen
// is tall, who she is as well.
Column {
    id: header

    required property CardViewModel model
    required property ReserveViewModel reserve
    required property bool tall
    signal consent_asked(string topic)
    signal fact_asked(string kind)
    signal fact_confirmed(string kind)
    signal fact_added
    signal data_asked
    signal product_asked(string product_id, string variant_id)
    signal product_toggled(string product_id, string variant_id)

    // Somebody looks for something in the timeline, and begins or ends it.
    signal narrowed

    spacing: Theme.space16

    Loader {
        active: header.tall
        visible: active && !timeline.open
        width: parent.width
        sourceComponent: WhoHead {
            model: header.model
            onConsent_asked: topic => header.consent_asked(topic)
            onData_asked: header.data_asked()
        }
    }
    HandoverBlock {
        objectName: "handover"
        visible: header.model.handover !== "" && !timeline.open
        width: parent.width
        words: header.model.handover
        channel: header.model.handover_channel
        moment: header.model.handover_moment
        promise_id: header.model.handover_promise_id
        product_id: header.model.handover_product_id
        onKept: header.model.keep(header.model.handover_promise_id)
        onProduct_asked: header.product_asked(header.model.handover_product_id, "")
    }
    Loader {
        active: header.tall
        visible: active && !timeline.open
        width: parent.width
        sourceComponent: FactStrip {
            model: header.model.facts
            onAsked: kind => header.fact_asked(kind)
            onConfirmed: kind => header.fact_confirmed(kind)
            onAdded: header.fact_added()
        }
    }
    Column {
        width: parent.width
        visible: header.model.promises.count > 0 && !timeline.open

        SectionHeader {
            width: parent.width
            title: qsTr("To do for her")
            aside: qsTr("%n open", "tasks", header.model.promises.count)
        }
        Repeater {
            model: header.model.promises

            PromiseLine {
                width: header.width
                onKept: header.model.keep(key)
            }
        }
    }
    Column {
        width: parent.width
        visible: header.reserve.requests.count > 0 && !timeline.open

        SectionHeader {
            width: parent.width
            title: qsTr("Asked for")
        }
        Repeater {
            model: header.reserve.requests

            RequestLine {
                required property string product_id
                required property string variant_id
                required property string elsewhere_id

                width: header.width
                onTaken_back: header.reserve.take_back(key)
                onAsked_there: header.reserve.ask_there(product_id, variant_id, elsewhere_id)
            }
        }
    }
    NextLine {
        width: parent.width
        visible: words !== "" && !timeline.open
        kind: header.model.next_kind
        words: header.model.next_text
        reason: header.model.next_reason
        onClicked: {
            if (kind === "confirm")
                header.fact_asked(header.model.next_fact);
            else if (kind === "consent")
                header.consent_asked(header.model.next_topic);
            else
                header.product_asked(header.model.next_product_id, header.model.next_variant_id);
        }
    }
    ProductRow {
        width: parent.width
        model: header.model
        visible: filled && !timeline.open
        onProduct_asked: (product_id, variant_id) => header.product_asked(product_id, variant_id)
        onProduct_toggled: (product_id, variant_id) => header.product_toggled(product_id, variant_id)
    }
    TimelineHead {
        id: timeline

        width: parent.width
        model: header.model
        onOpenChanged: header.narrowed()
    }
}
