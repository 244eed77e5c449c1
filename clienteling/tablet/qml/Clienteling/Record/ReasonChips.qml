pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// Why not bought.
Flow {
    id: reasons

    property string chosen: ""
    property string about: ""
    signal given(string reason)

    spacing: Theme.space8

    Repeater {
        model: ["size", "colour", "price", "fit", "not_in_stock", "thinking", "other"]

        Chip {
            required property string modelData

            objectName: "reason-" + modelData + reasons.about
            text: Words.reason(modelData)
            chosen: reasons.chosen === modelData
            onClicked: reasons.given(modelData)
        }
    }
}
