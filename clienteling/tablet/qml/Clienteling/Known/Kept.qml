pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Words

// How long what is kept, and who opened her card.
Part {
    id: part

    required property KnownViewModel model

    name: KnownWords.part("kept")
    words: qsTr("What serves you (purchases, promises, messages) is kept while you are our customer.")

    Column {
        width: parent.width

        Repeater {
            model: part.model.clocks

            ListRow {
                id: clock

                required property string key
                required property int months

                width: parent?.width ?? 0
                touchable: false
                enabled: true
                title: KnownWords.kept(clock.key)
                aside: clock.months > 0 ? qsTr("%n months", "", clock.months) : qsTr("for ever")
            }
        }
    }
    SectionHeader {
        width: parent.width
        title: qsTr("Who opened your card")
    }
    Column {
        width: parent.width

        Repeater {
            model: part.model.accesses

            ListRow {
                id: access

                required property string who
                required property string where
                required property string when
                required property string why

                width: parent?.width ?? 0
                touchable: false
                enabled: true
                title: access.who === "" ? qsTr("At the hub") : access.who
                subtitle: Words.joined([access.where, DataWords.why(access.why)])
                aside: access.when
            }
        }
    }
}
