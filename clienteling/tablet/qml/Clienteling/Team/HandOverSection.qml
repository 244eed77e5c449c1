pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// Who leaves, what she has in hand, who takes it over: one block that does it.
Flickable {
    id: section

    required property HandOverViewModel model
    readonly property int column: Math.min(section.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)

    objectName: "handOver"
    contentHeight: all.implicitHeight + Theme.margin
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: true

    Column {
        id: all

        x: Theme.margin
        width: section.column
        spacing: Theme.space28

        Column {
            width: parent.width
            spacing: Theme.space12

            SectionHeader {
                width: parent.width
                title: qsTr("Who hands over?")
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Repeater {
                    model: section.model.people

                    Chip {
                        required property string key
                        required text

                        objectName: "leaver-" + key
                        chosen: section.model.leaver === key
                        onClicked: section.model.choose(key)
                    }
                }
            }
            Body {
                width: parent.width
                visible: section.model.leaver === ""
                text: qsTr("Somebody who leaves or goes to another shop: her client book, her open promises, her tasks and her appointments go to a colleague or to the whole shop, in one go.")
                color: Theme.ink2
            }
        }
        Body {
            width: parent.width
            visible: section.model.leaver !== "" && !section.model.anything
            text: qsTr("%1 has nothing in hand here.").arg(section.model.leaver_name)
            color: Theme.ink2
        }
        Column {
            width: parent.width
            visible: section.model.anything
            spacing: Theme.space12

            SectionHeader {
                width: parent.width
                title: qsTr("Who takes over?")
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Chip {
                    objectName: "heir-"
                    text: qsTr("the whole shop")
                    chosen: section.model.heir === ""
                    onClicked: section.model.choose_heir("")
                }
                Repeater {
                    model: section.model.heirs

                    Chip {
                        required property string key
                        required text

                        objectName: "heir-" + key
                        chosen: section.model.heir === key
                        onClicked: section.model.choose_heir(key)
                    }
                }
            }
        }
        Block {
            width: parent.width
            visible: section.model.anything
            height: closing.height + 2 * padding

            Column {
                id: closing

                width: parent.width
                spacing: Theme.space16

                Serif {
                    width: parent.width
                    color: Theme.inkOnAccent
                    text: qsTr("What %1 has in hand").arg(section.model.leaver_name)
                }
                Body {
                    width: parent.width
                    color: Theme.inkOnAccent
                    text: Words.joined([
                        section.model.customers > 0 ? qsTr("%n customers in her book", "", section.model.customers) : "",
                        section.model.promises > 0 ? qsTr("%n open promises", "", section.model.promises) : "",
                        section.model.tasks > 0 ? qsTr("%n tasks", "", section.model.tasks) : "",
                        section.model.appointments > 0 ? qsTr("%n appointments", "", section.model.appointments) : ""
                    ])
                }
                Button {
                    objectName: "handItOver"
                    kind: Button.OnBlock
                    iconName: "arrows-left-right"
                    text: qsTr("Hand it over")
                    onClicked: section.model.hand_over()
                }
            }
        }
    }
}
