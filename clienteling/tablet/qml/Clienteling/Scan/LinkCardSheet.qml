pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Whose is this card? Her card lies open, or she was here lately, or a few letters find her: one touch.
Sheet {
    id: sheet

    required property LinkCardViewModel model

    help: "link_card"
    title: qsTr("Whose card is it?")

    onAboutToShow: field.clear()

    Connections {
        target: sheet.model

        function onLinked(): void {
            sheet.close();
        }
    }

    Block {
        width: parent.width
        padding: Theme.space16
        height: number.implicitHeight + 2 * padding

        Body {
            id: number

            width: parent.width
            text: Words.joined([sheet.model.symbology, sheet.model.number])
            font.pixelSize: Theme.sizeLarge
            font.weight: Font.DemiBold
            color: Theme.inkOnAccent
            wrapMode: Text.WrapAnywhere
        }
    }
    Body {
        width: parent.width
        color: Theme.ink2
        text: qsTr("From then on it opens her card, on every tablet. Ask her before: it may be a friend's.")
    }
    SearchField {
        id: field

        objectName: "linkSearch"
        width: parent.width
        hint: qsTr("Name, phone, e-mail")
        onEdited: text => sheet.model.look_for(text)
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.hits

            ListRow {
                id: hit

                required property string key
                required property string name
                required property string initials
                required property string phone
                required property string email
                required property string city

                objectName: "link-" + key
                width: parent?.width ?? 0
                title: name
                subtitle: key === sheet.model.open_id ? qsTr("Her card is open") : Words.joined([phone, email, city])
                subtitleColor: key === sheet.model.open_id ? Theme.accent : Theme.ink2
                leading: Component { Avatar { initials: hit.initials } }
                onClicked: sheet.model.link(key, name)
            }
        }
    }
    Body {
        width: parent.width
        visible: field.text !== "" && sheet.model.hits.count === 0
        text: qsTr("Nobody is found by that.")
        color: Theme.ink2
    }
}
