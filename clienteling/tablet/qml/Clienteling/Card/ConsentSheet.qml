pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// A consent with the exact text it rests on; given or withdrawn on the spot.
Sheet {
    id: sheet

    required property ConsentViewModel model
    required property string name

    help: "consent"
    title: CustomerWords.consentTopic(sheet.model.topic)

    Body {
        width: parent.width
        text: qsTr("Read it to %1 or let her read it.").arg(sheet.name)
        color: Theme.ink2
    }
    ChoiceRow {
        width: parent.width
        question: qsTr("How does she say so?")
        prefix: "how-"
        keys: ["told", "tapped", "signed"]
        answers: keys.map(key => CustomerWords.how(key))
        chosen: sheet.model.how
        onPicked: key => sheet.model.choose_how(key)
    }
    Repeater {
        model: sheet.model.purposes

        Column {
            id: purpose

            required property string key
            required property string standing
            required property string since
            required property string until
            required property string text_id
            required property string version
            required property string body

            readonly property bool given: purpose.standing === "granted"

            width: parent?.width ?? 0
            spacing: Theme.space8

            Hairline { width: parent.width }
            Body {
                width: parent.width
                text: CustomerWords.purpose(purpose.key)
                font.weight: Font.DemiBold
            }
            Tag {
                tone: purpose.given ? Tag.Good : purpose.standing === "expired" ? Tag.Waiting : Tag.Plain
                iconName: Signs.standing(purpose.standing)
                text: Words.joined([
                    CustomerWords.standing(purpose.standing),
                    purpose.since === "" ? "" : qsTr("on %1").arg(purpose.since),
                    purpose.until === "" ? "" : qsTr("until %1").arg(purpose.until)
                ])
            }
            Serif {
                width: parent.width
                visible: purpose.body !== ""
                text: purpose.body
                font.pixelSize: Theme.sizeLarge
                lineHeight: 1.2
            }
            Small {
                width: parent.width
                text: purpose.version === "" ? qsTr("There is no text in her language: consent cannot be given here.")
                    : qsTr("Text %1").arg(purpose.version)
                color: purpose.version === "" ? Theme.warn : Theme.ink3
            }
            Button {
                objectName: (purpose.given ? "withdraw-" : "grant-") + purpose.key
                enabled: purpose.given || purpose.text_id !== ""
                kind: purpose.given ? Button.Quiet : Button.Primary
                iconName: purpose.given ? "prohibit" : "check"
                text: purpose.given ? qsTr("Withdraw") : qsTr("She agrees")
                onClicked: purpose.given ? sheet.model.withdraw(purpose.key) : sheet.model.grant(purpose.key)
            }
        }
    }
}
