pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Review
import Clienteling.Theme

// What I recorded, and what incentives come to, for me; and whether somebody else looked at it.
Column {
    id: own

    required property OwnFiguresViewModel model

    spacing: Theme.space12

    SectionHeader {
        width: parent.width
        title: qsTr("My figures")
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: own.model.periods

            Chip {
                required property string key
                required text

                objectName: "mine-" + key
                chosen: own.model.period === key
                iconName: chosen ? "check" : ""
                onClicked: own.model.choose(key)
            }
        }
    }
    FigureLine {
        width: parent.width
        figures: own.model.figures
    }
    Column {
        width: parent.width
        visible: own.model.shares.count > 0

        SectionHeader {
            width: parent.width
            title: qsTr("My part of the incentives")
        }
        Repeater {
            model: own.model.shares

            ListRow {
                required property string key
                required property string name
                required property string words
                required property string amount

                objectName: "share-" + key
                width: parent?.width ?? 0
                touchable: false
                title: name
                subtitle: words
                aside: amount
            }
        }
    }
    ListRow {
        objectName: "whoLooked"
        width: parent.width
        lined: false
        title: own.model.looks.count === 0 ? qsTr("Nobody has looked at them")
            : qsTr("Others looked at them %n times", "", own.model.looks.count)
        subtitle: own.model.bases.count === 0 ? qsTr("Only you may see them")
            : qsTr("Days that are over may be looked at, under a legal basis")
        leading: Component { Avatar { iconName: "eye"; tone: own.model.looks.count === 0 ? Avatar.Green : Avatar.Gold } }
        trailing: Component { Icon { name: "caret-right"; tint: Theme.ink3; size: Theme.iconSmall } }
        onClicked: looks.open()
    }

    LooksSheet {
        id: looks

        model: own.model
    }
}
