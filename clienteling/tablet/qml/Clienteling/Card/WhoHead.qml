pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Her name, one line, her consents, and what has to be known first.
Column {
    id: head

    required property CardViewModel model
    signal consent_asked(string topic)
    signal data_asked

    spacing: Theme.space8

    Serif {
        width: parent.width
        text: head.model.name
        font.pixelSize: Theme.sizeDisplay
        lineHeight: 0.95
        Accessible.role: Accessible.Heading
    }
    Body {
        width: parent.width
        color: Theme.ink2
        text: Words.joined([
            head.model.since_year === "" ? "" : qsTr("Customer since %1").arg(head.model.since_year),
            CustomerWords.language(head.model.spoken),
            CustomerWords.tier(head.model.tier),
            head.model.records > 1 ? qsTr("%n card(s) joined", "", head.model.records) : ""
        ])
    }
    Flow {
        width: parent.width
        spacing: Theme.space8

        Repeater {
            model: head.model.consents

            ConsentChip {
                required property string key

                objectName: "consent-" + key
                topic: key
                onClicked: head.consent_asked(key)
            }
        }
        Button {
            objectName: "herData"
            kind: Button.Plain
            implicitHeight: Theme.touch
            leftPadding: Theme.space8
            rightPadding: Theme.space8
            font.pixelSize: Theme.sizeSmall
            iconName: "user-circle"
            text: qsTr("Her data")
            onClicked: head.data_asked()
        }
    }
    Repeater {
        model: head.model.alerts

        AlertLine {
            required property string text

            width: head.width
            words: text
        }
    }
}
