pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Sizes and tastes, each with where it comes from; what is not so is taken away with a touch.
Part {
    id: part

    required property KnownViewModel model
    name: KnownWords.part("facts")
    words: facts.count === 0 ? qsTr("Nothing is known of your sizes and tastes.")
        : qsTr("Each with where we have it from. What is not so goes with a touch.")

    function told(): void {
        part.model.tell();
    }

    function fill(): void {
        if (right.text !== part.model.right_is)
            right.text = part.model.right_is;
    }
    Component.onCompleted: part.fill()
    Connections {
        target: part.model
        function onChanged(): void { part.fill(); }
    }

    Column {
        width: parent.width

        Repeater {
            id: facts

            model: part.model.facts

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
                required property string because
                readonly property bool removable: fact.kind !== "interest"

                width: parent?.width ?? 0
                touchable: false
                enabled: true
                title: `${CustomerWords.preference(fact.kind)}: ${fact.value}`
                subtitle: fact.because !== "" ? fact.because
                    : KnownWords.origin(fact.source, fact.purchases, fact.conversations, fact.store, fact.said)
                trailing: fact.removable ? notSo : null

                Component {
                    id: notSo

                    Button {
                        objectName: "notSo-" + fact.key
                        text: qsTr("Not so")
                        onClicked: part.model.not_so(fact.key)
                    }
                }
            }
        }
    }
    Field {
        id: right

        objectName: "whatIsRight"
        width: parent.width
        visible: part.model.asked !== ""
        label: qsTr("%1: what is right? It may stay empty.").arg(CustomerWords.preference(part.model.asked))
        onEdited: text => part.model.say_instead(text)
        onAccepted: part.told()
    }
    Button {
        objectName: "saveWhatIsRight"
        visible: right.visible && right.text.trim() !== ""
        kind: Button.Primary
        iconName: "check"
        text: qsTr("Put it right")
        onClicked: part.told()
    }
    Body {
        width: parent.width
        color: Theme.ink2
        text: qsTr("What is deduced from your purchases goes when you withdraw “%1”.").arg(KnownWords.about("profiling"))
    }
}
