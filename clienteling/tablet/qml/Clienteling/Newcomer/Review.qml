pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// What she has said, for her to look over; a tap goes back to it.
Column {
    id: review

    required property NewcomerViewModel model
    signal step_asked(key: string)

    ListRow {
        objectName: "review-name"
        width: parent.width
        title: Words.joined([`${review.model.given_name} ${review.model.family_name}`.trim()])
        subtitle: qsTr("Your name")
        trailing: Component { Icon { name: "pencil-simple"; tint: Theme.ink3 } }
        onClicked: review.step_asked("name")
    }
    ListRow {
        objectName: "review-contact"
        width: parent.width
        title: review.model.phone === "" && review.model.email === "" ? qsTr("Nothing")
            : Words.joined([review.model.phone, review.model.email])
        subtitle: qsTr("How to reach you")
        trailing: Component { Icon { name: "pencil-simple"; tint: Theme.ink3 } }
        onClicked: review.step_asked("contact")
    }
    Repeater {
        model: review.model.questions

        ListRow {
            id: row

            required property string key
            required property string answer

            objectName: "review-" + key
            width: review.width
            title: NewcomerWords.about(row.key)
            aside: row.answer === "yes" ? qsTr("Yes") : row.answer === "no" ? qsTr("No") : qsTr("not answered")
            trailing: Component { Icon { name: "pencil-simple"; tint: Theme.ink3 } }
            onClicked: review.step_asked(row.key)
        }
    }
}
