pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// A question with a few answers, one of them chosen.
Column {
    id: row

    required property string question
    required property list<string> keys
    required property list<string> answers
    property string chosen: ""
    property string prefix: ""
    signal picked(string key)

    spacing: Theme.space8

    Body {
        width: parent.width
        text: row.question
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: row.keys

            Chip {
                required property string modelData
                required property int index

                objectName: row.prefix + modelData
                text: row.answers[index]
                chosen: row.chosen === modelData
                onClicked: row.picked(modelData)
            }
        }
    }
}
