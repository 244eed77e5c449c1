pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What the law lets her ask, asked here: her file, or to be forgotten.
Part {
    id: part

    required property KnownViewModel model
    property bool forgetting: false

    name: KnownWords.part("rights")
    words: qsTr("You may have everything in a file, have it put right, or have it erased. You may complain to the data protection authority of your country.")

    Repeater {
        model: part.model.wishes

        ListRow {
            id: wish

            required property string key
            required property string wish_key
            required property string answer
            required property bool open

            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: KnownWords.wish(wish.wish_key, wish.answer)
            subtitle: KnownWords.answer(wish.answer)
            trailing: wish.open ? takeBack : null

            Component {
                id: takeBack

                Button {
                    objectName: "yourTakeBack-" + wish.wish_key
                    text: qsTr("Not after all")
                    onClicked: part.model.take_back(wish.key)
                }
            }
        }
    }
    Button {
        objectName: "yourFile"
        iconName: "files"
        text: qsTr("I want my file")
        onClicked: part.model.ask_file()
    }
    Button {
        objectName: "forgetMe"
        visible: !part.forgetting
        iconName: "trash"
        text: qsTr("Forget me")
        onClicked: part.forgetting = true
    }
    Body {
        width: parent.width
        visible: part.forgetting
        text: qsTr("Everything of you is erased from the hub and from every tablet, also what was promised to you. Nobody can bring it back.")
        color: Theme.warn
    }
    Flow {
        width: parent.width
        visible: part.forgetting
        spacing: Theme.space12

        Button {
            objectName: "forgetMeYes"
            kind: Button.Danger
            iconName: "trash"
            text: qsTr("Yes, forget me")
            onClicked: {
                part.forgetting = false;
                part.model.ask_erasure();
            }
        }
        Button {
            objectName: "forgetMeNo"
            text: qsTr("No, leave it as it is")
            onClicked: part.forgetting = false
        }
    }
}
