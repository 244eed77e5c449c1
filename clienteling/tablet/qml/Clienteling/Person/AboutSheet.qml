pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Which version this is, and whose work it stands on.
Sheet {
    id: sheet

    required property AboutViewModel model
    property string unfolded: ""

    help: "about"
    title: qsTr("About Clienteling")

    Body {
        width: parent.width
        text: qsTr("Version %1, free software under the GNU General Public License, version 3 or later.").arg(sheet.model.version)
    }
    SectionHeader {
        width: parent.width
        title: qsTr("It stands on the work of others")
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.parts

            Column {
                id: part

                required property string key
                required property string name
                required property string licence
                required property bool bundled
                readonly property bool open: sheet.unfolded === part.key

                width: parent.width

                ListRow {
                    width: parent.width
                    title: part.name
                    subtitle: part.licence
                    touchable: part.bundled
                    trailing: Icon {
                        visible: part.bundled
                        name: part.open ? "caret-down" : "caret-right"
                        tint: Theme.ink3
                        size: Theme.iconSmall
                    }
                    onClicked: sheet.unfolded = part.open ? "" : part.key
                }
                Small {
                    visible: part.open
                    width: parent.width
                    text: part.open ? sheet.model.licence_text(part.key) : ""
                    topPadding: Theme.space12
                    bottomPadding: Theme.space12
                }
            }
        }
    }
}
