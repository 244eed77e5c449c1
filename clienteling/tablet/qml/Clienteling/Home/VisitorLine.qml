pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Words

// Somebody who came today, and what was recorded last.
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

    touchable: visitor.customer_id !== ""
    title: visitor.name === "" ? qsTr("Without a code") : visitor.name
    subtitle: Words.joined([Words.interaction(visitor.kind), visitor.product, Words.reason(visitor.reason)])
    aside: visitor.time
    leading: Component { Avatar { initials: visitor.initials } }
}
