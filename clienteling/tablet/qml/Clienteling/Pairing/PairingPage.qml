pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Models
import Clienteling.Scan
import Clienteling.Theme

// A new tablet: the code of the shop's hub, scanned or typed, and then everything arrives.
FocusScope {
    id: page

    required property PairingViewModel model
    required property Scanner scanner
    readonly property bool tall: Theme.stacked(width, height)
    readonly property bool arriving: page.model.step === PairingViewModel.Step.Receiving
        || page.model.step === PairingViewModel.Step.Waiting

    focus: true

    function problem(): string {
        switch (page.model.why) {
        case "":
            return "";
        case "empty":
            return qsTr("Type the code that the hub shows.");
        case "not_a_pairing_code":
            return qsTr("This is not a pairing code. The hub shows it with the command “clienteling hub pair”.");
        case "mistyped":
            return qsTr("A character is not right. Compare it with the hub's screen.");
        case "incomplete":
            return qsTr("Some of the code is missing: it has twenty characters after the address.");
        case "bad_address":
            return qsTr("This is not a pairing code. It begins with the hub's address, such as 192.168.1.20:7443.");
        case "newer_version":
            return qsTr("The hub is newer than this app. Install the newest version of the app.");
        case "no_address":
            return qsTr("Type the hub's address before the code, as its screen shows it.");
        case "unreachable":
            return qsTr("The hub gives no answer. Is it switched on, and is this tablet on the shop's network?");
        case "other_hub":
            return qsTr("Another machine answers at this address, not the hub that showed the code. Nothing was sent to it.");
        case "unknown_code":
            return qsTr("The hub does not know this code. Ask it for a new one.");
        case "used":
            return qsTr("This code has been used already: each one pairs one tablet. Ask the hub for a new one.");
        case "expired":
            return qsTr("This code is older than ten minutes. Ask the hub for a new one.");
        case "too_many":
            return qsTr("Too many tries. Wait a minute, then ask the hub for a new code.");
        case "hub_full":
            return qsTr("The hub's disk is full. Make some room there, then try again.");
        case "no_keys":
            return qsTr("The system's key store is locked, so the pairing cannot be kept. Unlock it and try again.");
        default:
            return qsTr("The hub refused this tablet. Its log says why.");
        }
    }

    Grid {
        id: both

        // A tall screen gives the picture what the words leave.
        readonly property real seen: Math.max(0.25 * height, Math.min(0.5 * height, height - words.height - spacing))

        visible: !page.arriving
        anchors.fill: parent
        anchors.margins: Theme.margin
        columns: page.tall ? 1 : 2
        spacing: Theme.space32

        CameraView {
            width: page.tall ? parent.width : parent.width * 0.5
            height: page.tall ? both.seen : parent.height
            scanner: page.scanner
            title: qsTr("Hold the hub's code up to the camera")
            hint: qsTr("or type it")
            elsewhere: qsTr("Type the code instead: it stands below the picture on the hub's screen.")
        }
        Flickable {
            id: side

            width: page.tall ? parent.width : parent.width * 0.5 - Theme.space32
            height: page.tall ? parent.height - both.seen - parent.spacing : parent.height
            contentHeight: words.height
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: words

                width: page.tall ? side.width : Math.min(side.width, 520)
                y: page.tall ? 0 : Math.max(0, (side.height - height) / 2)
                spacing: Theme.space20

                Serif {
                    width: parent.width
                    text: qsTr("Pair this tablet with the shop")
                    font.pixelSize: Theme.sizeDisplay
                    lineHeight: 1.05
                }
                Body {
                    width: parent.width
                    color: Theme.ink2
                    lineHeight: 1.25
                    text: qsTr("On the hub's machine, “clienteling hub pair” shows a code. Scan it here, or type the line below it: the address and twenty characters.")
                }
                Field {
                    id: code

                    width: parent.width
                    focus: true
                    label: qsTr("Pairing code")
                    placeholder: "192.168.1.20:7443 ABCD-EFGH-JKMN-PQRS-TVWX"
                    error: page.problem()
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhUppercaseOnly
                    onAccepted: page.model.submit(text)
                }
                Button {
                    kind: Button.Primary
                    iconName: "plugs-connected"
                    text: page.model.step === PairingViewModel.Step.Asking ? qsTr("Asking the hub…") : qsTr("Pair")
                    enabled: page.model.step === PairingViewModel.Step.Code
                    onClicked: page.model.submit(code.text)
                }
            }
        }
    }
    Column {
        visible: page.arriving
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.space28

        Serif {
            width: parent.width
            text: page.model.hub_name === "" ? qsTr("Everything the shop knows is arriving")
                : qsTr("Everything %1 knows is arriving").arg(page.model.hub_name)
            font.pixelSize: Theme.sizeDisplay
            lineHeight: 1.05
        }
        ProgressLine {
            width: parent.width
            progress: page.model.progress
        }
        Row {
            width: parent.width

            Repeater {
                model: [
                    { figure: page.model.customers, name: qsTr("customers") },
                    { figure: page.model.products, name: qsTr("products") },
                    { figure: page.model.pictures, name: qsTr("pictures") }
                ]

                Column {
                    id: figure

                    required property var modelData

                    width: parent.width / 3
                    spacing: Theme.space4

                    Serif {
                        text: Qt.locale().toString(figure.modelData.figure)
                        font.pixelSize: Theme.sizeDisplay
                    }
                    Body {
                        text: figure.modelData.name
                        color: Theme.ink2
                    }
                }
            }
        }
        Body {
            width: parent.width
            color: page.model.step === PairingViewModel.Step.Waiting ? Theme.gold : Theme.ink2
            text: page.model.step === PairingViewModel.Step.Waiting
                ? qsTr("The hub is away just now. What has arrived is kept, and the rest follows by itself.")
                : qsTr("This is done once. You can put the tablet down: it goes on by itself.")
        }
    }

    HelpButton {
        anchors { right: parent.right; rightMargin: Theme.margin; top: parent.top; topMargin: Theme.space8 }
        topic: "pairing"
    }
}
