import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Words

// Her name and how to reach her, to be put right where it is wrong.
Part {
    id: part

    required property KnownViewModel model

    name: KnownWords.part("you")
    words: Words.joined([
        part.model.since === "" ? "" : qsTr("Our customer since %1").arg(part.model.since),
        part.model.card_number === "" ? "" : qsTr("card %1").arg(part.model.card_number)
    ])

    function wrong(field: string): string {
        return part.model.wrong === field ? DataWords.wrong(field) : "";
    }
    // What arrives meanwhile takes the place of what stood there, never of what she is typing.
    property list<string> filled: ["", "", "", "", ""]

    function fill(): void {
        const fields = [given, family, phone, email, birthday];
        const known = ["given_name", "family_name", "phone", "email", "birthday_on"].map(name => part.model.stands(name));
        fields.forEach((field, place) => {
            if (field.text === part.filled[place])
                field.text = known[place];
        });
        part.filled = known;
    }
    Component.onCompleted: part.fill()
    Connections {
        target: part.model
        function onRead(): void { part.fill(); }
    }

    Field { id: given; objectName: "yourGivenName"; width: parent.width; label: qsTr("First name"); error: part.wrong("given_name"); onEdited: text => part.model.type("given_name", text) }
    Field { id: family; objectName: "yourFamilyName"; width: parent.width; label: qsTr("Family name"); onEdited: text => part.model.type("family_name", text) }
    Field { id: phone; objectName: "yourPhone"; width: parent.width; label: qsTr("Telephone"); error: part.wrong("phone"); inputMethodHints: Qt.ImhDialableCharactersOnly; onEdited: text => part.model.type("phone", text) }
    Field { id: email; objectName: "yourEmail"; width: parent.width; label: qsTr("E-mail"); error: part.wrong("email"); inputMethodHints: Qt.ImhEmailCharactersOnly; onEdited: text => part.model.type("email", text) }
    Field { id: birthday; objectName: "yourBirthday"; width: parent.width; label: qsTr("Birthday"); error: part.wrong("birthday_on"); onEdited: text => part.model.type("birthday_on", text) }
    Button {
        objectName: "putRight"
        kind: Button.Primary
        iconName: "check"
        enabled: given.text !== part.model.given_name || family.text !== part.model.family_name || phone.text !== part.model.phone || email.text !== part.model.email || birthday.text !== part.model.birthday
        text: qsTr("Put it right")
        onClicked: part.model.correct(given.text, family.text, email.text, phone.text, birthday.text)
    }
}
