pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Who came on the day that is read: by the hour, then one by one, the last first.
Column {
    id: part

    required property ReviewViewModel model
    signal visit_asked(string key, string title)

    spacing: Theme.space8

    SectionHeader {
        width: parent.width
        title: qsTr("Who came")
        aside: part.model.visitor_count === 0 || part.model.too_few ? ""
            : qsTr("%1 identified, %2 without a code").arg(part.model.recognised).arg(part.model.visitor_count - part.model.recognised)
    }
    Body {
        width: parent.width
        visible: part.model.visitors.count === 0
        text: part.model.closed ? qsTr("The shop is closed on this day of the week.") : qsTr("Nothing was recorded in the shop on this day.")
        color: Theme.ink2
    }
    HoursChart {
        width: parent.width
        visible: part.model.hours.count > 0
        hours: part.model.hours
    }
    Repeater {
        model: part.model.visitors

        ListRow {
            id: visitor

            required property string key
            required property string customer_id
            required property string name
            required property string initials
            required property string kind
            required property string reason
            required property string product
            required property string time

            width: part.width
            objectName: "visitor-" + visitor.key
            title: visitor.name === "" ? qsTr("Without a code") : visitor.name
            subtitle: Words.joined([Words.interaction(visitor.kind), visitor.product, Words.reason(visitor.reason)])
            aside: visitor.time
            leading: Component { Avatar { initials: visitor.initials } }
            onClicked: {
                if (visitor.customer_id !== "") {
                    part.model.open_customer(visitor.customer_id);
                } else {
                    part.visit_asked(visitor.key, visitor.title);
                }
            }
        }
    }
    Button {
        objectName: "everybody"
        visible: part.model.visitor_count > part.model.visitors.count
        kind: Button.Plain
        text: qsTr("All %1 visits").arg(part.model.visitor_count)
        onClicked: part.model.show_everybody()
    }
}
