pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who looked at my figures, and what allows it.
Sheet {
    id: sheet

    required property OwnFiguresViewModel model

    title: qsTr("Who looked at my figures")
    help: "looks"

    Body {
        visible: sheet.model.looks.count === 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Nobody. Each look is written down and will stand here.")
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.looks

            ListRow {
                id: look

                required property string who
                required property string when
                required property string words

                width: parent.width
                touchable: false
                title: look.who
                subtitle: look.words
                aside: look.when
                leading: Component { Avatar { iconName: "eye"; tone: Avatar.Plain } }
            }
        }
    }
    SectionHeader {
        width: parent.width
        title: qsTr("What allows it")
    }
    Body {
        visible: sheet.model.bases.count === 0
        width: parent.width
        color: Theme.ink2
        text: qsTr("Nothing: your figures are shown to nobody but you.")
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.bases

            ListRow {
                id: basis

                required property string document
                required property string words
                required property string put_down

                width: parent.width
                touchable: false
                title: basis.document
                subtitle: basis.words + "\n" + basis.put_down
                leading: Component { Avatar { iconName: "scales"; tone: Avatar.Green } }
            }
        }
    }
}
