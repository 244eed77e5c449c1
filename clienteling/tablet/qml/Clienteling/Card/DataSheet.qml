pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// What she may ask by law, on the spot: put right, carried away, forgotten; how long it is kept and who looked.
Sheet {
    id: sheet

    required property DataViewModel model
    required property KnownViewModel known
    required property string name

    property bool forgetting: false

    help: "her_data"
    title: qsTr("Her data")
    onAboutToShow: sheet.forgetting = false
    onAboutToHide: sheet.model.unfinished.end()

    function wrong(field: string): string {
        return sheet.model.wrong === field ? DataWords.wrong(field) : "";
    }

    Body {
        width: parent.width
        visible: sheet.known.changes.count > 0
        text: qsTr("She changed %n thing(s) herself just now.", "", sheet.known.changes.count)
    }
    Button {
        objectName: "printReceipt"
        width: parent.width
        visible: sheet.known.changes.count > 0
        iconName: "printer"
        text: qsTr("Print her receipt")
        onClicked: sheet.known.print_receipt()
    }
    Button {
        objectName: "showCode"
        width: parent.width
        visible: sheet.model.has_code
        iconName: "qr-code"
        text: qsTr("Show her code")
        onClicked: {
            sheet.close();
            sheet.model.show_code();
        }
    }
    Button {
        objectName: "enteredByMistake"
        width: parent.width
        visible: sheet.model.mistaken === "offered"
        iconName: "arrow-counter-clockwise"
        text: qsTr("She was entered by mistake")
        onClicked: sheet.model.entered_by_mistake()
    }
    ListRow {
        width: parent.width
        visible: sheet.model.mistaken === "asked" || sheet.model.mistaken === "refused"
        touchable: false
        enabled: true
        title: qsTr("Entered by mistake")
        subtitle: DataWords.mistaken(sheet.model.mistaken, sheet.model.stays_because)
        trailing: sheet.model.mistaken === "asked" ? keepEntered : null

        Component {
            id: keepEntered

            Button {
                objectName: "keepEntered"
                text: qsTr("Keep her card")
                onClicked: sheet.model.keep_her()
            }
        }
    }
    SectionHeader { width: parent.width; title: qsTr("She may ask") }
    Repeater {
        model: sheet.model.wishes

        ListRow {
            id: wish

            required property string key
            required property string answer
            required property string when
            required property bool open

            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: DataWords.wish(wish.wish_key)
            subtitle: Words.joined([DataWords.answer(wish.wish_key, wish.answer), wish.when])
            trailing: wish.open ? takeBack : null

            required property string wish_key

            Component {
                id: takeBack

                Button {
                    objectName: "takeBack-" + wish.wish_key
                    text: qsTr("Not after all")
                    onClicked: sheet.model.take_back(wish.key)
                }
            }
        }
    }
    Button {
        objectName: "askFile"
        width: parent.width
        iconName: "tray-arrow-up"
        text: qsTr("She wants her file")
        onClicked: sheet.model.ask_file()
    }
    Button {
        objectName: "askErasure"
        width: parent.width
        visible: !sheet.forgetting
        iconName: "x-circle"
        text: qsTr("She wants to be forgotten")
        onClicked: sheet.forgetting = true
    }
    Body {
        width: parent.width
        visible: sheet.forgetting
        text: qsTr("Everything about %1 will be erased from the hub and from every tablet, also what was promised to her. Nobody can bring it back.").arg(sheet.name)
        color: Theme.warn
    }
    Button {
        objectName: "forgetHer"
        width: parent.width
        visible: sheet.forgetting
        kind: Button.Danger
        iconName: "x-circle"
        text: qsTr("Yes, forget her")
        onClicked: {
            sheet.forgetting = false;
            sheet.model.ask_erasure();
        }
    }
    Button {
        objectName: "keepHer"
        width: parent.width
        visible: sheet.forgetting
        text: qsTr("No, leave it as it is")
        onClicked: sheet.forgetting = false
    }

    Hairline { width: parent.width }
    SectionHeader { width: parent.width; title: qsTr("Put right") }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: sheet.model.begin_anew()
    }
    Field { id: given; objectName: "givenName"; width: parent.width; label: qsTr("First name"); text: sheet.model.given_name; error: sheet.wrong("given_name"); onEdited: text => sheet.model.type("given_name", text) }
    Field { id: family; objectName: "familyName"; width: parent.width; label: qsTr("Family name"); text: sheet.model.family_name; onEdited: text => sheet.model.type("family_name", text) }
    Field {
        id: email

        objectName: "email"
        width: parent.width
        label: qsTr("E-mail")
        text: sheet.model.email
        error: sheet.wrong("email")
        inputMethodHints: Qt.ImhEmailCharactersOnly
        onEdited: text => sheet.model.type("email", text)
    }
    Field {
        id: phone

        objectName: "phone"
        width: parent.width
        label: qsTr("Telephone")
        text: sheet.model.phone
        error: sheet.wrong("phone")
        inputMethodHints: Qt.ImhDialableCharactersOnly
        onEdited: text => sheet.model.type("phone", text)
    }
    Field { id: birthday; objectName: "birthday"; width: parent.width; label: qsTr("Birthday"); placeholder: qsTr("day/month, with the year if she likes"); text: sheet.model.birthday; error: sheet.wrong("birthday_on"); onEdited: text => sheet.model.type("birthday_on", text) }
    Button {
        objectName: "saveCorrections"
        width: parent.width
        kind: Button.Primary
        iconName: "check"
        text: qsTr("Save what is changed")
        onClicked: sheet.model.correct(given.text, family.text, email.text, phone.text, birthday.text)
    }

    Hairline { width: parent.width }
    SectionHeader { width: parent.width; title: qsTr("How long it is kept") }
    Repeater {
        model: sheet.model.clocks

        Item {
            id: clock

            required property string key
            required property int months

            width: parent?.width ?? 0
            height: what.implicitHeight

            Small {
                id: what

                width: parent.width - until.width - Theme.space16
                text: DataWords.kept(clock.key)
            }
            Small {
                id: until

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width / 3)
                color: Theme.ink3
                text: clock.months > 0 ? qsTr("%n months", "", clock.months) : qsTr("for ever")
            }
        }
    }

    Hairline { width: parent.width }
    SectionHeader { width: parent.width; title: qsTr("Who opened her card") }
    Small {
        width: parent.width
        visible: sheet.model.accesses.count === 0
        text: qsTr("Nobody, as far as it is kept.")
    }
    Column {
        width: parent.width

        Repeater {
            model: sheet.model.accesses

            ListRow {
                id: access

                required property string who
                required property string where
                required property string when
                required property string why

                width: parent?.width ?? 0
                touchable: false
                enabled: true
                title: access.who === "" ? qsTr("At the hub") : access.who
                subtitle: Words.joined([access.where, DataWords.why(access.why)])
                aside: access.when
            }
        }
    }
}
