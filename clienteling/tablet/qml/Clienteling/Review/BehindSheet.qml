pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What a figure was counted from, record by record; a touch goes on to her card.
Sheet {
    id: sheet

    required property BehindViewModel model

    title: sheet.model.title
    help: "behind"

    Body {
        width: parent.width
        visible: text !== ""
        text: sheet.model.formula
        color: Theme.ink2
    }
    Body {
        width: parent.width
        visible: sheet.model.nothing
        text: qsTr("There is no record behind it.")
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.rows

            ListRow {
                id: record

                required property string key
                required property string customer_id
                required property string name
                required property string initials
                required property string kind
                required property string words
                required property bool late
                required aside

                objectName: "behind-" + record.key
                width: parent?.width ?? 0
                touchable: record.customer_id !== ""
                title: record.name === "" ? qsTr("Without a code") : record.name
                subtitle: Words.joined([Words.interaction(record.kind), record.words])
                subtitleColor: record.late ? Theme.warn : Theme.ink2
                leading: Component { Avatar { initials: record.initials } }
                onClicked: {
                    sheet.close();
                    sheet.model.open_customer(record.customer_id);
                }
            }
        }
    }
    Button {
        objectName: "allBehind"
        visible: sheet.model.count > sheet.model.rows.count
        kind: Button.Plain
        text: qsTr("All %1").arg(sheet.model.count)
        onClicked: sheet.model.show_all()
    }
}
