import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The first frame: the house's name on its own paper. When the replica does not open, what happened and
// what can be done about it.
Item {
    id: page

    required property OpeningViewModel model
    readonly property bool broken: page.model.trouble !== ""

    function happened(): string {
        switch (page.model.trouble) {
        case "unusable":
            return qsTr("The customer data on this tablet does not open");
        case "too_new":
            return qsTr("This data was written by a newer version of the app");
        case "no_keys":
            return qsTr("The key to the customer data cannot be read");
        default:
            return qsTr("There is no room left on this tablet");
        }
    }
    function advice(): string {
        switch (page.model.trouble) {
        case "unusable":
            return qsTr("The file is damaged, or it was made with another key. Nothing has been changed or deleted. You can keep the file aside and fetch everything again from the hub; what was recorded here and had not been sent yet stays in the file that is kept.");
        case "too_new":
            return qsTr("Nothing has been changed. Install the newest version of the app and open it again.");
        case "no_keys":
            return qsTr("The system's key store is locked. Unlock it, for instance by signing in to the system again, then try once more. Nothing has been changed.");
        default:
            return qsTr("The disk is full or may not be written to. Make some room, then try once more. Nothing has been changed.");
        }
    }

    Serif {
        visible: !page.broken
        anchors.centerIn: parent
        text: qsTr("Clienteling")
        font.pixelSize: Theme.sizeDisplay
    }
    Column {
        visible: page.broken
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.space20

        Avatar { iconName: "warning"; tone: Avatar.Red; size: 72 }
        Serif {
            width: parent.width
            text: page.happened()
            font.pixelSize: Theme.sizeDisplay
        }
        Body {
            width: parent.width
            text: page.advice()
            font.pixelSize: Theme.sizeLarge
            lineHeight: 1.3
        }
        Flow {
            width: parent.width
            spacing: Theme.space12

            Button {
                kind: Button.Primary
                iconName: "arrows-clockwise"
                text: qsTr("Try again")
                onClicked: page.model.open()
            }
            Button {
                visible: page.model.trouble === "unusable"
                text: qsTr("Keep the file aside and begin anew")
                onClicked: page.model.begin_anew()
            }
        }
    }
}
