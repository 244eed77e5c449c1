pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What she agreed to and when, with the text; withdrawing is as easy as agreeing.
Part {
    id: part

    required property KnownViewModel model

    name: KnownWords.part("agreed")

    Repeater {
        model: part.model.purposes

        Column {
            id: purpose

            required property string key
            required property string standing
            required property string since
            required property string until
            required property string text_id
            required property string body
            readonly property bool given: purpose.standing === "granted"

            width: parent?.width ?? 0
            spacing: Theme.space8

            Hairline { width: parent.width }
            Item {
                width: parent.width
                implicitHeight: Math.max(words.implicitHeight, change.implicitHeight)

                Column {
                    id: words

                    anchors { left: parent.left; right: change.left; rightMargin: Theme.space16; verticalCenter: parent.verticalCenter }

                    Body {
                        width: parent.width
                        text: KnownWords.about(purpose.key)
                        font.weight: Font.DemiBold
                    }
                    Body {
                        width: parent.width
                        text: KnownWords.stands(purpose.standing, purpose.since, purpose.until)
                        color: purpose.given ? Theme.accent : Theme.ink2
                    }
                }
                Button {
                    id: change

                    objectName: (purpose.given ? "withdraw-" : "agree-") + purpose.key
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    enabled: purpose.given || purpose.text_id !== ""
                    iconName: purpose.given ? "prohibit" : "check"
                    text: purpose.given ? qsTr("Withdraw") : qsTr("I agree")
                    onClicked: purpose.given ? part.model.withdraw(purpose.key) : part.model.grant(purpose.key)
                }
            }
            Body {
                readonly property bool lacking: purpose.body === "" && !purpose.given

                objectName: "textOf-" + purpose.key
                width: parent.width
                visible: text !== ""
                text: lacking ? qsTr("The shop has no text about this in your language yet, so you cannot agree to it here.") : purpose.body
                color: lacking ? Theme.gold : Theme.ink2
            }
        }
    }
}
