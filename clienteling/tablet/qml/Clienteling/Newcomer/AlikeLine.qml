pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// A customer who may be the one that is being entered. A tap opens her card instead.
ListRow {
    id: line

    required property string key
    required property string name
    required property string initials
    required property string phone
    required property string email
    required property string city
    required property string by

    objectName: "alike-" + line.key
    lined: false
    title: line.name
    subtitle: Words.joined([NewcomerWords.by(line.by), line.phone, line.email, line.city])
    subtitleColor: Theme.ink2
    leading: Component { Avatar { initials: line.initials; tone: Avatar.Plain } }
    trailing: Component { Icon { name: "caret-right"; tint: Theme.gold } }
}
