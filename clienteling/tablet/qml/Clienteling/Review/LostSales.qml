pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What was not bought and why; then what it was, and whether it is here.
Column {
    id: part

    required property ReviewViewModel model
    signal reason_asked(string key, string reason)
    signal item_asked(string key, string what)

    visible: !part.model.too_few || part.model.wanted.count > 0
    spacing: Theme.space8

    SectionHeader {
        width: parent.width
        title: qsTr("Lost sales")
        aside: part.model.lost_count > 0 ? qsTr("%1, why").arg(part.model.lost_count) : ""
    }
    Body {
        width: parent.width
        visible: part.model.lost_count === 0 && !part.model.too_few
        text: qsTr("None was recorded.")
        color: Theme.ink2
    }
    LostChart {
        width: parent.width
        lost: part.model.lost
        onAsked: (key, reason) => part.reason_asked(key, reason)
    }
    Repeater {
        model: part.model.wanted

        ListRow {
            id: wanted

            required property string key
            required property string what
            required property string words
            required property string picture

            objectName: "wanted-" + wanted.key
            width: part.width
            title: wanted.what
            subtitle: wanted.words
            leading: Component {
                Picture {
                    width: Theme.touch
                    height: Theme.touch
                    digest: wanted.picture
                }
            }
            onClicked: part.item_asked(wanted.key, wanted.what)
        }
    }
}
