pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The figures of the day, and what can be done while something has not arrived.
Column {
    id: summary

    required property Shop shop
    required property int to_decide
    readonly property LedgerViewModel model: summary.shop.ledger
    readonly property Link link: summary.shop.link
    readonly property bool complete: summary.model.waiting === 0 && summary.to_decide === 0

    function sentence(): string {
        if (summary.to_decide > 0)
            return qsTr("%n records have to be decided.", "", summary.to_decide);
        if (summary.model.waiting > 0)
            return qsTr("%n records are saved here and will go by themselves.", "", summary.model.waiting);
        return summary.model.recorded === 0 ? qsTr("What is recorded today will stand here.")
            : qsTr("Everything has reached the hub.");
    }

    spacing: Theme.space16

    Block {
        width: parent.width
        height: figures.implicitHeight + 2 * padding

        Column {
            id: figures

            width: parent.width
            spacing: Theme.space16

            Body {
                width: parent.width
                text: qsTr("Today on this tablet")
                color: Theme.inkOnAccent
                font.weight: Font.Medium
            }
            Row {
                width: parent.width

                Figure { figure: summary.model.recorded; name: qsTr("recorded"); width: parent.width / 2 }
                Figure { figure: summary.model.confirmed; name: qsTr("confirmed"); width: parent.width / 2 }
            }
            Row {
                width: parent.width
                spacing: Theme.space12

                Icon {
                    id: sign

                    name: summary.complete ? "checks" : summary.to_decide > 0 ? "warning" : "device-tablet"
                    tint: Theme.inkOnAccent
                }
                Body {
                    width: parent.width - sign.width - parent.spacing
                    text: summary.sentence()
                    color: Theme.inkOnAccent
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.space12

        Button {
            visible: summary.link.standing !== Link.Standing.Live
            iconName: "arrows-clockwise"
            text: qsTr("Look for the hub now")
            onClicked: summary.shop.look_for_hub()
        }
        Button {
            objectName: "saveQueue"
            visible: summary.model.savable && summary.model.waiting + summary.model.to_decide > 0
            iconName: "tray-arrow-up"
            text: qsTr("Save what is unsent to a file")
            onClicked: summary.model.save_queue()
        }
        Button {
            visible: summary.model.written !== ""
            text: qsTr("Show the folder")
            onClicked: summary.model.show_folder()
        }
    }
    Small {
        objectName: "queueWritten"
        width: parent.width
        visible: text !== ""
        text: summary.model.written !== "" ? qsTr("Saved as %1. Only the hub opens it: “clienteling hub take FILE”. What is here stays here.").arg(summary.model.written)
            : summary.model.not_written === "no_key" ? qsTr("Not saved: this hub has not yet said to which key. After the next meeting it can be.")
            : summary.model.not_written !== "" ? qsTr("Not saved: the folder cannot be written to.") : ""
        wrapMode: Text.Wrap
        color: summary.model.not_written !== "" ? Theme.warn : Theme.ink2
    }

    component Figure: Column {
        id: figure

        required property int figure
        required property string name

        Accessible.role: Accessible.StaticText
        Accessible.name: `${figure.name} ${figure.figure}`

        Serif {
            text: Qt.locale().toString(figure.figure)
            color: Theme.inkOnAccent
            font.pixelSize: Theme.sizeDisplay
            Accessible.ignored: true
        }
        Body {
            text: figure.name
            color: Theme.inkOnAccent
            Accessible.ignored: true
        }
    }
}
