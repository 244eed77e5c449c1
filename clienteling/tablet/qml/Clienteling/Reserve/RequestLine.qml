pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// What was asked for and is not granted: it waits for the hub, or the hub has said no and where there is one.
ListRow {
    id: line

    required property string key
    required property string asked
    required property string answer
    required property bool refused
    required property string elsewhere
    signal taken_back
    signal asked_there

    touchable: false
    enabled: true
    title: line.asked
    subtitle: line.answer
    subtitleColor: line.refused ? Theme.warn : Theme.gold
    leading: Component {
        Avatar {
            iconName: line.refused ? "x-circle" : "clock-countdown"
            tone: line.refused ? Avatar.Red : Avatar.Gold
        }
    }
    trailing: Component {
        Button {
            objectName: (line.refused ? "askThere-" : "takeBack-") + line.key
            visible: !line.refused || line.elsewhere !== ""
            text: line.refused ? qsTr("Ask there") : qsTr("Not wanted any more")
            onClicked: line.refused ? line.asked_there() : line.taken_back()
        }
    }
}
