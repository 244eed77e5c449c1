pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What is done for her, which opens a leaf of its own; and what happens less often, which a tap saves.
Sheet {
    id: sheet

    required property RecordViewModel model
    required property OwnersViewModel owners
    signal act(string name)

    help: "more"
    title: qsTr("For her")

    component Act: ListRow {
        id: doing

        required property string deed
        required property string sign

        objectName: "act-" + deed
        width: parent?.width ?? 0
        leading: Component { Avatar { iconName: doing.sign; tone: Avatar.Plain } }
        onClicked: {
            sheet.close();
            sheet.act(doing.deed);
        }
    }

    // Chips, so that all of them are in sight above what is done for her: a second tap, and never a scroll.
    Column {
        width: parent.width
        spacing: Theme.space8

        SectionHeader {
            width: parent.width
            title: qsTr("What happened")
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: ["visit", "return", "complaint", "call", "message", "appointment"]

                Chip {
                    required property string modelData

                    objectName: "record-" + modelData
                    iconName: Signs.interaction(modelData)
                    text: Words.interaction(modelData)
                    Accessible.role: Accessible.Button
                    Accessible.checkable: false
                    onClicked: {
                        sheet.close();
                        sheet.model.record(modelData);
                    }
                }
            }
        }
    }
    Column {
        width: parent.width

        SectionHeader {
            width: parent.width
            title: qsTr("Do for her")
        }
        Act { deed: "appointment"; sign: "calendar-blank"; title: qsTr("Make an appointment") }
        Act { deed: "task"; sign: "check-circle"; title: qsTr("Put down a task for her") }
        Act { deed: "reserve"; sign: "tag"; title: qsTr("Reserve, collect or have it sent") }
        Act { deed: "message"; sign: "paper-plane-tilt"; title: qsTr("Write to her or call her") }
        Act { deed: "show"; sign: "eye"; title: qsTr("Show her what we know") }
        Act { deed: "selection"; sign: "cards"; title: qsTr("A selection for her") }
        Act {
            deed: "book"
            sign: sheet.owners.mine ? "user-minus" : "user-plus"
            title: sheet.owners.mine ? qsTr("Take her out of my client book") : qsTr("Into my client book")
            subtitle: sheet.owners.names === "" ? "" : qsTr("Looked after by %1").arg(sheet.owners.names)
        }
    }
}
