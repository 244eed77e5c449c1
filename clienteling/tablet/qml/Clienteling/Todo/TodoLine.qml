pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Something to do: a tap opens her card, which says why; the sign at its end says that it is done.
ListRow {
    id: line

    required property string key
    required title
    required property string collection
    required property string record_id
    required property string customer_id
    required property string sign
    required property string why
    required property string whose
    required property string due
    required property bool overdue
    required property bool done
    required property string outcome
    signal finished
    signal details_asked

    subtitle: Words.joined([
        line.overdue && line.due !== "" ? qsTr("since %1").arg(line.due) : "",
        line.outcome,
        line.why,
        line.whose === "" || line.why.includes(line.whose) ? "" : qsTr("for %1 to do").arg(line.whose)
    ])
    subtitleColor: line.overdue ? Theme.warn : Theme.ink2
    aside: line.done ? line.due : ""
    leading: Component {
        Avatar {
            iconName: line.overdue ? "clock-countdown" : Signs.todo(line.sign)
            tone: line.overdue ? Avatar.Red : line.done ? Avatar.Plain : Avatar.Green
        }
    }
    trailing: Component {
        Row {
            spacing: Theme.space4

            IconButton {
                objectName: "more-" + line.key
                visible: line.collection === "task" && !line.done
                iconName: "dots-three"
                label: qsTr("More about: %1").arg(line.title)
                onClicked: line.details_asked()
            }
            IconButton {
                objectName: "finish-" + line.key
                framed: true
                once: true
                iconName: line.done ? "arrow-counter-clockwise" : "check"
                label: line.done ? qsTr("Still to do: %1").arg(line.title) : qsTr("Done: %1").arg(line.title)
                onClicked: line.finished()
            }
        }
    }
}
