pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// A setting with a few values: its name, what it does, and the values as chips.
Item {
    id: choice

    required property string title
    property string hint: ""
    required property list<string> keys
    required property list<string> names
    required property string chosen
    signal picked(string key)

    implicitHeight: flow.y + flow.implicitHeight + Theme.space16
    Accessible.role: Accessible.Grouping
    Accessible.name: choice.title

    Column {
        id: words

        y: Theme.space16
        width: parent.width
        spacing: Theme.space4 / 2

        Body {
            width: parent.width
            text: choice.title
            font.weight: Font.Medium
        }
        Small {
            visible: choice.hint !== ""
            width: parent.width
            text: choice.hint
        }
    }
    Flow {
        id: flow

        y: words.y + words.implicitHeight + Theme.space12
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: choice.keys

            Chip {
                required property int index
                required property string modelData

                text: choice.names[index]
                chosen: choice.chosen === modelData
                iconName: chosen ? "check" : ""
                onClicked: choice.picked(modelData)
            }
        }
    }
    Hairline {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
