pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Somebody who has an appointment today and has not come yet.
ListRow {
    id: expected

    required property string key
    required property string customer_id
    required property string name
    required property string initials
    required property string about
    required property string note
    required property string whose
    required property string time
    required property bool late

    objectName: "expected-" + expected.key
    title: expected.name
    subtitle: Words.joined([expected.late ? qsTr("not here yet") : "", expected.about, expected.note, expected.whose])
    subtitleColor: expected.late ? Theme.gold : Theme.ink2
    aside: expected.time
    leading: Component { Avatar { initials: expected.initials; tone: Avatar.Green } }
}
