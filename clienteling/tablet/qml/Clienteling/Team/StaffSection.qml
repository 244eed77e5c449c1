pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who works here, and as what.
Item {
    id: section

    required property StaffViewModel model
    readonly property int column: Math.min(section.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)

    ListView {
        id: people

        objectName: "staff"
        x: Theme.margin
        width: section.column
        height: parent.height
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        model: section.model.people

        delegate: ListRow {
            id: person

            required property string name
            required property string initials
            required property string words

            width: ListView.view.width
            touchable: false
            title: person.name
            subtitle: person.words
            leading: Component { Avatar { initials: person.initials; tone: Avatar.Green } }
        }
    }
}
