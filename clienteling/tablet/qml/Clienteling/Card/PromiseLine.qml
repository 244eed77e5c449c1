pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// What is to be done for her, promised or put down, with what ticks it off within reach.
ListRow {
    id: promise

    required property string key
    required property string collection
    required property string sign
    required property string task
    required property string due
    required property bool due_today
    required property bool overdue
    required property string why
    signal kept

    touchable: false
    enabled: true
    title: promise.task
    subtitle: Words.joined([
        promise.overdue ? qsTr("overdue: it was %1").arg(promise.due) : promise.due,
        promise.why
    ])
    subtitleColor: promise.overdue ? Theme.warn : promise.due_today ? Theme.gold : Theme.ink2
    leading: Component {
        Avatar {
            iconName: promise.overdue ? "clock-countdown" : Signs.todo(promise.sign)
            tone: promise.overdue ? Avatar.Red : Avatar.Green
        }
    }
    trailing: Component {
        Button {
            objectName: "keep-" + promise.key
            iconName: "check"
            text: promise.collection === "promise" ? qsTr("Kept") : qsTr("Done")
            onClicked: promise.kept()
        }
    }
}
