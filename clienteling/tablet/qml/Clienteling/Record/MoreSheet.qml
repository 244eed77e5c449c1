pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Words

// The kinds that happen less often. A tap saves.
Sheet {
    id: sheet

    required property RecordViewModel model

    title: qsTr("What happened")

    Column {
        width: parent.width

        Repeater {
            model: ["visit", "reserved", "return", "complaint", "call", "message", "appointment"]

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
