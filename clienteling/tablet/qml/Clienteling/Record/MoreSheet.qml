pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Words

// What is done for her, which opens a leaf of its own; and what happens less often, which a tap saves.
Sheet {
    id: sheet

    required property RecordViewModel model
    signal act(string name)

    title: qsTr("For her")

    component Act: ListRow {
        id: doing

        required property string name
        required property string sign

        objectName: "act-" + name
        width: parent?.width ?? 0
        leading: Component { Avatar { iconName: doing.sign; tone: Avatar.Gold } }
        onClicked: {
            sheet.close();
            sheet.act(doing.name);
        }
    }

    Column {
        width: parent.width

        SectionHeader {
            width: parent.width
            title: qsTr("Do for her")
        }
        Act { name: "reserve"; sign: "tag"; title: qsTr("Reserve, collect or have it sent") }
    }
    Column {
        width: parent.width

        SectionHeader {
            width: parent.width
            title: qsTr("What happened")
        }
        Repeater {
            model: ["visit", "return", "complaint", "call", "message", "appointment"]

            ListRow {
                id: row

                required property string modelData

                objectName: "record-" + modelData
                width: parent?.width ?? 0
                title: Words.interaction(modelData)
                leading: Component { Avatar { iconName: Signs.interaction(row.modelData); tone: Avatar.Green } }
                onClicked: {
                    sheet.close();
                    sheet.model.record(modelData);
                }
            }
        }
    }
}
