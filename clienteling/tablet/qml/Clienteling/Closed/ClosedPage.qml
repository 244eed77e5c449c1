import QtQuick
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Models
import Clienteling.Theme

// A tablet that shows nobody's data: why, what has become of what was recorded here, and what to do.
Item {
    id: page

    required property ClosedViewModel model
    readonly property string hub: page.model.hub_name === "" ? qsTr("The shop's hub") : page.model.hub_name

    function happened(): string {
        switch (page.model.why) {
        case "lease":
            return qsTr("This tablet is locked");
        case "revoked":
            return qsTr("This tablet is no longer part of the shop");
        default:
            return qsTr("This tablet has been emptied");
        }
    }
    function explained(): string {
        switch (page.model.why) {
        case "lease":
            return page.model.met === ""
                ? qsTr("It has been without the hub for too long, so it shows no customer data. It opens by itself as soon as it meets the hub again: bring it onto the shop's network.")
                : qsTr("Last contact with the hub: %1. After so long it shows no customer data. It opens by itself as soon as it meets the hub again: bring it onto the shop's network.").arg(page.model.met);
        case "revoked":
            return qsTr("%1 has taken it off its list, so it shows no customer data any more. Whoever looks after the hub can pair it again.").arg(page.hub);
        default:
            return qsTr("%1 had everything on it deleted: customers, records and the key to them. What the hub and other tablets hold is not touched.").arg(page.hub);
        }
    }
    function kept(): string {
        if (page.model.why === "wiped" || page.model.unsent === 0)
            return "";
        return page.model.why === "lease"
            ? qsTr("%n recorded here and not sent yet: kept, and sent at the next contact.", "records", page.model.unsent)
            : qsTr("%n recorded here and not sent yet: kept on this tablet until it is paired again.", "records", page.model.unsent);
    }

    HelpButton {
        anchors { right: parent.right; rightMargin: Theme.margin; top: parent.top; topMargin: Theme.space8 }
        topic: "closed"
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.space20

        Avatar {
            iconName: page.model.why === "lease" ? "clock-countdown" : page.model.why === "revoked" ? "prohibit"
                : "device-tablet"
            tone: page.model.why === "lease" ? Avatar.Gold : Avatar.Red
            size: 72
        }
        Serif {
            width: parent.width
            text: page.happened()
            font.pixelSize: Theme.sizeDisplay
            lineHeight: 1.05
        }
        Body {
            width: parent.width
            text: page.explained()
            font.pixelSize: Theme.sizeLarge
            lineHeight: 1.3
        }
        Body {
            width: parent.width
            visible: text !== ""
            text: page.kept()
            color: Theme.ink2
            lineHeight: 1.3
        }
        Flow {
            width: parent.width
            spacing: Theme.space12

            Button {
                visible: page.model.why !== "wiped"
                kind: Button.Primary
                iconName: "arrows-clockwise"
                text: qsTr("Look for the hub now")
                onClicked: page.model.look_for_hub()
            }
            Button {
                visible: page.model.why !== "lease"
                kind: page.model.why === "wiped" ? Button.Primary : Button.Quiet
                iconName: "plugs-connected"
                text: qsTr("Pair this tablet again")
                onClicked: page.model.begin_pairing()
            }
        }
    }
}
