pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// An open promise, with what keeps it within reach.
ListRow {
    id: promise

    required property string key
    required property string kind
    required property string task
    required property string due
    required property bool due_today
    required property bool overdue
    required property string made_by
    signal kept

    touchable: false
    enabled: true
    title: promise.task
    subtitle: Words.joined([
        promise.overdue ? qsTr("overdue: it was %1").arg(promise.due) : promise.due,
        promise.made_by === "" ? "" : qsTr("promised by %1").arg(promise.made_by)
    ])
    subtitleColor: promise.overdue ? Theme.warn : promise.due_today ? Theme.gold : Theme.ink2
    leading: Component {
        Avatar {
            iconName: promise.overdue ? "clock-countdown" : Signs.promise(promise.kind)
            tone: promise.overdue ? Avatar.Red : Avatar.Green
        }
    }
    trailing: Component {
        Button {
            objectName: "keep-" + promise.key
            iconName: "check"
            text: qsTr("Kept")
            onClicked: promise.kept()
        }
    }
}
