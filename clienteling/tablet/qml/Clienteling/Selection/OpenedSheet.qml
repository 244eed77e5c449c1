pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A selection that a code has opened: who chose what for her, to go on with.
Sheet {
    id: sheet

    required property SelectionViewModel model

    title: qsTr("Chosen for her")
    help: "selected"

    Small {
        width: parent.width
        text: sheet.model.chosen_by
        color: Theme.ink2
    }
    Serif {
        width: parent.width
        visible: text !== ""
        text: sheet.model.words
        font.pixelSize: Theme.sizeLarge
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.rows

            ListRow {
                id: product

                required property string key
                required property string name
                required property string label
                required property string price
                required property string picture

                objectName: "selected-" + key
                width: parent?.width ?? 0
                touchable: false
                title: name
                subtitle: label
                aside: price
                leading: Component { Picture { width: 2 * Theme.action; height: width; digest: product.picture } }
            }
        }
    }
    footer: Button {
        objectName: "takeAll"
        width: parent.width
        kind: Button.Primary
        iconName: "plus"
        text: qsTr("Take them all in hand")
        onClicked: {
            sheet.model.take_all();
            sheet.close();
        }
    }
}
