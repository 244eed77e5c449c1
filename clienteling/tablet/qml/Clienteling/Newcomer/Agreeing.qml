pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// What she agrees to, each by itself, in the very words that the record will name.
Column {
    id: agreeing

    required property NewcomerViewModel model

    spacing: Theme.space12

    ChoiceRow {
        width: parent.width
        question: qsTr("How does she agree?")
        prefix: "how-"
        keys: ["told", "tapped", "signed"]
        answers: keys.map(key => CustomerWords.how(key))
        chosen: agreeing.model.how
        onPicked: key => agreeing.model.choose_how(key)
    }
    Body {
        width: parent.width
        visible: agreeing.model.textless
        text: qsTr("The hub has no text to agree to yet. She can be entered; ask her when it has.")
        color: Theme.gold
    }
    Repeater {
        model: agreeing.model.questions

        Question {
            width: agreeing.width
            missing: agreeing.model.wrong === key
            onAnswered: yes => agreeing.model.answer(key, yes)
        }
    }
}
