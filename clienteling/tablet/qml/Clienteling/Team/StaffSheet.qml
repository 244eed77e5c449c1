pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// One person of the shop: what she is, a new PIN, another shop, and whether she signs in. Somebody new: her
// name, her role, her first PIN. All of it is asked of the hub.
Sheet {
    id: sheet

    required property StaffViewModel model
    readonly property bool fresh: sheet.model.subject === ""
    readonly property bool pin_fits: sheet.model.pin_problem(pin.text) === ""

    help: "colleague"
    title: sheet.fresh ? qsTr("New colleague") : sheet.model.name

    onAboutToShow: {
        pin.text = "";
        sheet.show_typed();
    }
    onAboutToHide: sheet.model.fresh.unfinished.end()

    // Of somebody new: what is not asked for yet.
    function show_typed(): void {
        given.text = sheet.model.fresh.given_name;
        family.text = sheet.model.fresh.family_name;
    }

    Connections {
        target: sheet.model.fresh
        function onReady(): void {
            sheet.show_typed();
        }
    }

    function pin_words(problem: string): string {
        switch (problem) {
        case "not_digits": return qsTr("A PIN is made of digits.");
        case "easy": return qsTr("That is guessed too easily.");
        case "too_long": return qsTr("At most twelve digits.");
        default: return "";
        }
    }
    function ask(): void {
        if (!save.enabled)
            return;
        if (sheet.fresh)
            sheet.model.add(given.text, family.text, sheet.model.fresh.role, sheet.model.fresh.language, pin.text);
        else
            sheet.model.set_pin(pin.text);
        sheet.close();
    }

    Repeater {
        model: sheet.model.asked

        ListRow {
            id: change

            required property string key
            required text
            required property bool waiting

            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: change.text
            leading: Component { Avatar { iconName: change.waiting ? "clock-countdown" : "warning"; tone: change.waiting ? Avatar.Gold : Avatar.Red } }
            trailing: Component {
                Button {
                    visible: change.waiting
                    kind: Button.Plain
                    text: qsTr("Take back")
                    onClicked: sheet.model.take_back(change.key)
                }
            }
        }
    }
    Body {
        width: parent.width
        visible: !sheet.fresh && !sheet.model.is_mine
        text: qsTr("She answers for several shops: her role is not decided here.")
        color: Theme.ink2
    }
    Field {
        id: given

        objectName: "givenName"
        visible: sheet.fresh
        width: parent.width
        label: qsTr("Name")
        maximumLength: 80
        onEdited: text => sheet.model.fresh.type("given_name", text)
    }
    Field {
        id: family

        objectName: "familyName"
        visible: sheet.fresh
        width: parent.width
        label: qsTr("Family name")
        maximumLength: 80
        onEdited: text => sheet.model.fresh.type("family_name", text)
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.fresh.unfinished
        onAnew: {
            sheet.model.fresh.begin_anew();
            given.forceActiveFocus();
        }
    }
    Column {
        width: parent.width
        visible: sheet.fresh || (sheet.model.is_mine && !sheet.model.is_me && !sheet.model.is_suspended)
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Role")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.roles

                Chip {
                    required property string modelData

                    objectName: "role-" + modelData
                    text: Words.role(modelData)
                    chosen: (sheet.fresh ? sheet.model.fresh.role : sheet.model.role) === modelData
                    onClicked: {
                        if (sheet.fresh)
                            sheet.model.fresh.type("role", modelData);
                        else
                            sheet.model.give_role(modelData);
                    }
                }
            }
        }
    }
    Column {
        width: parent.width
        visible: sheet.fresh
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Her language")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Chip { text: "Italiano"; chosen: sheet.model.fresh.language === "it"; onClicked: sheet.model.fresh.type("language", "it") }
            Chip { text: "English"; chosen: sheet.model.fresh.language === "en"; onClicked: sheet.model.fresh.type("language", "en") }
        }
    }
    Field {
        id: pin

        objectName: "newPin"
        visible: sheet.fresh || (!sheet.model.is_suspended && (sheet.model.is_mine || sheet.model.is_me))
        width: parent.width
        label: sheet.fresh ? qsTr("First PIN, four digits at least") : qsTr("New PIN, four digits at least")
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        error: text.length < 4 ? "" : sheet.pin_words(sheet.model.pin_problem(text))
        onAccepted: sheet.ask()
    }
    Column {
        width: parent.width
        visible: !sheet.fresh && sheet.model.is_mine && !sheet.model.is_me && !sheet.model.is_suspended && sheet.model.shops.count > 0
        spacing: Theme.space8

        Body {
            width: parent.width
            text: qsTr("Goes to another shop")
            font.weight: Font.Medium
        }
        Flow {
            width: parent.width
            spacing: Theme.space8

            Repeater {
                model: sheet.model.shops

                Chip {
                    required property string key
                    required text

                    objectName: "shop-" + key
                    onClicked: {
                        sheet.model.move(key);
                        sheet.close();
                    }
                }
            }
        }
    }
    Button {
        objectName: "suspend"
        visible: !sheet.fresh && sheet.model.is_mine && !sheet.model.is_me
        kind: sheet.model.is_suspended ? Button.Quiet : Button.Danger
        iconName: sheet.model.is_suspended ? "user-plus" : "user-minus"
        text: sheet.model.is_suspended ? qsTr("She signs in again") : qsTr("She signs in no more")
        onClicked: {
            if (sheet.model.is_suspended)
                sheet.model.restore();
            else
                sheet.model.suspend();
            sheet.close();
        }
    }
    footer: Button {
        id: save

        objectName: "askHub"
        visible: pin.visible
        width: parent.width
        kind: Button.Primary
        enabled: sheet.pin_fits && (!sheet.fresh || given.text.trim() + family.text.trim() !== "")
        iconName: sheet.fresh ? "user-plus" : "key"
        text: sheet.fresh ? qsTr("Ask for her to begin") : qsTr("Give her this PIN")
        onClicked: sheet.ask()
    }
}
