pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// What she tells of herself: the known value confirmed, another one in its place, or something new.
Sheet {
    id: sheet

    required property PreferenceViewModel model

    readonly property list<string> kinds: ["shoe_size", "clothes_size", "colour", "material", "style", "fit", "other"]

    help: "preference"
    title: sheet.model.kind === "" ? qsTr("What does she tell us?") : CustomerWords.preference(sheet.model.kind)
    onAboutToShow: value.text = ""
    onAboutToHide: sheet.model.unfinished.end()

    Connections {
        target: sheet.model.unfinished
        function onFound(said: string): void {
            if (value.text === "")
                value.text = said;
        }
    }

    ChoiceRow {
        width: parent.width
        visible: sheet.model.kind === ""
        question: qsTr("It is about")
        prefix: "preference-"
        keys: sheet.kinds
        answers: sheet.kinds.map(kind => CustomerWords.preference(kind))
        onPicked: kind => sheet.model.ask(kind)
    }
    Repeater {
        model: sheet.model.known

        ListRow {
            id: fact

            required property string key
            required property string kind
            required property string value
            required property string source
            required property int purchases
            required property int conversations
            required property string store
            required property string said
            required property bool to_confirm

            width: parent?.width ?? 0
            touchable: false
            enabled: true
            title: fact.value
            subtitle: CustomerWords.origin(fact.source, fact.purchases, fact.conversations, fact.store, fact.said,
                                   fact.to_confirm, -1)
            subtitleColor: fact.to_confirm ? Theme.gold : Theme.ink2
            trailing: Component {
                Button {
                    objectName: "confirm-" + fact.key
                    iconName: "check"
                    text: qsTr("She confirms")
                    onClicked: {
                        sheet.model.confirm(fact.key);
                        sheet.close();
                    }
                }
            }
        }
    }
    Body {
        width: parent.width
        visible: sheet.model.kind !== ""
        text: sheet.model.known.count > 0 ? qsTr("Or she says otherwise") : qsTr("She says")
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        visible: sheet.model.choices.count > 0
        spacing: Theme.space8

        Repeater {
            model: sheet.model.choices

            Chip {
                required property string key
                required property string words
                required property bool chosen_before

                objectName: "value-" + key
                text: words
                chosen: chosen_before
                onClicked: {
                    sheet.model.tell(key);
                    sheet.close();
                }
            }
        }
    }
    Field {
        id: value

        objectName: "preferenceField"
        width: parent.width
        visible: sheet.model.kind !== ""
        placeholder: qsTr("In her words")
        maximumLength: 200
        onEdited: text => sheet.model.unfinished.type(text)
        onAccepted: save.clicked()
    }
    BegunBefore {
        width: parent.width
        unfinished: sheet.model.unfinished
        onAnew: {
            value.text = "";
            sheet.model.unfinished.type("");
            value.forceActiveFocus();
        }
    }
    Button {
        id: save

        objectName: "savePreference"
        width: parent.width
        visible: sheet.model.kind !== ""
        enabled: value.text.trim() !== ""
        kind: Button.Primary
        iconName: "check"
        text: qsTr("Told by her")
        onClicked: {
            sheet.model.tell(value.text);
            sheet.close();
        }
    }
}
