import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// One thing to agree to, by itself on the screen. Both answers look alike until one is given.
Step {
    id: asked

    required property string key
    required property string body
    required property string version
    required property string answer
    signal answered(yes: bool)

    title: NewcomerWords.about(asked.key)
    words: asked.body

    Flow {
        width: parent.width
        spacing: Theme.space12

        Button {
            objectName: "agree"
            topPadding: Theme.space20
            bottomPadding: Theme.space20
            kind: asked.answer === "yes" ? Button.Primary : Button.Quiet
            iconName: "check"
            font.pixelSize: Theme.sizeLarge
            text: qsTr("I agree")
            onClicked: asked.answered(true)
        }
        Button {
            objectName: "refuse"
            topPadding: Theme.space20
            bottomPadding: Theme.space20
            kind: asked.answer === "no" ? Button.Primary : Button.Quiet
            iconName: "x"
            font.pixelSize: Theme.sizeLarge
            text: qsTr("No, thank you")
            onClicked: asked.answered(false)
        }
    }
    Body {
        width: parent.width
        color: Theme.ink2
        text: asked.key === "service" ? qsTr("Without it we keep nothing of you, and you are just as welcome.")
            : qsTr("You can change your mind at any time, in every shop.")
    }
}
