pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Whom it is about: chosen, or looked for by a few letters.
Column {
    id: whom

    required property WhomViewModel model
    property string question: qsTr("About whom?")
    property string hint: qsTr("Name, phone or card; empty for nobody")

    spacing: Theme.space8

    function begin(): void {
        field.text = whom.model.text;
    }

    Body {
        width: parent.width
        text: whom.question
        font.weight: Font.Medium
    }
    ListRow {
        objectName: "whomChosen"
        visible: whom.model.customer_id !== ""
        width: parent.width
        title: whom.model.name
        lined: false
        touchable: false
        enabled: true
        leading: Component { Avatar { iconName: "user-circle"; tone: Avatar.Green } }
        trailing: Component {
            IconButton {
                objectName: "whomLeave"
                iconName: "x"
                label: qsTr("Not about her")
                onClicked: whom.model.leave()
            }
        }
    }
    Field {
        id: field

        objectName: "whomField"
        visible: whom.model.customer_id === ""
        width: parent.width
        label: ""
        placeholder: whom.hint
        onEdited: text => whom.model.look_for(text)
        onAccepted: {
            if (whom.model.hits.count > 0)
                (found.itemAt(0) as ListRow)?.clicked();
        }
    }
    Repeater {
        id: found

        model: whom.model.hits

        ListRow {
            id: hit

            required property string key
            required property string name
            required property string initials
            required property string phone
            required property string email
            required property string city
            required property string seen

            objectName: "whom-" + key
            width: whom.width
            title: name
            subtitle: Words.joined([phone, city])
            aside: seen
            leading: Component { Avatar { initials: hit.initials } }
            onClicked: {
                field.text = "";
                whom.model.choose(key);
            }
        }
    }
}
