pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What happened, by channel, the newest first.
Part {
    id: part

    required property KnownViewModel model
    readonly property int most: 60

    name: KnownWords.part("happened")
    words: lines.model.count > part.most ? qsTr("The newest here; all of it is in your file.") : ""

    Flow {
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: part.model.channels

            Chip {
                id: chip

                required property string key
                required property int count
                required property bool more

                objectName: "channel-" + chip.key
                text: chip.more && chip.key === "" ? qsTr("%1: more than %2").arg(Words.channel(chip.key)).arg(chip.count)
                    : `${Words.channel(chip.key)}: ${chip.count}`
                chosen: part.model.channel === chip.key
                onClicked: part.model.filter(chip.key)
            }
        }
    }
    Column {
        width: parent.width

        Repeater {
            id: lines

            model: part.model.happened

            Loader {
                id: line

                required property int index
                required property string title
                required property string subtitle
                required property string day
                required property string channel

                width: parent?.width ?? 0
                active: line.index < part.most
                visible: active
                sourceComponent: ListRow {
                    touchable: false
                    enabled: true
                    title: line.title
                    subtitle: line.subtitle === "" ? Words.channel(line.channel) : line.subtitle
                    aside: line.day
                    leading: Component { Avatar { iconName: Signs.channel(line.channel); tone: Avatar.Green } }
                }
            }
        }
    }
}
