pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The left column when the screen is wide: who she is.
Flickable {
    id: side

    required property CardViewModel model
    // A sign at a line's end lies over the edge of the words; its whole place can be touched.
    readonly property int overhang: Theme.space8
    signal consent_asked(string topic)
    signal fact_asked(string kind)
    signal fact_confirmed(string kind)
    signal fact_added
    signal data_asked

    contentHeight: column.implicitHeight + Theme.margin
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    Column {
        id: column

        width: side.width - side.overhang
        spacing: Theme.space12

        WhoHead {
            width: parent.width
            model: side.model
            onConsent_asked: topic => side.consent_asked(topic)
            onData_asked: side.data_asked()
        }
        Column {
            width: parent.width

            Hairline { width: parent.width }
            Repeater {
                model: side.model.facts

                FactLine {
                    width: column.width
                    enabled: kind !== "birthday" && kind !== "interest"
                    gutter: side.model.asks ? Theme.touch : 0
                    onClicked: side.fact_asked(kind)
                    onConfirmed: side.fact_confirmed(kind)
                }
            }
        }
        Button {
            objectName: "addPreference"
            kind: Button.Plain
            leftPadding: 0
            iconName: "plus"
            text: qsTr("Add a preference")
            onClicked: side.fact_added()
        }
    }
}
