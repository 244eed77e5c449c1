pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Review
import Clienteling.Theme

// What allows figures of one person, and looking at them. Nothing of a person is shown before it is asked for.
Flickable {
    id: section

    required property BasisViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int columnWidth: section.tall ? width - 2 * Theme.margin
        : Math.min(Theme.readingWidth, (width - 2 * Theme.margin - Theme.space32) / 2)
    readonly property bool open: section.model.bases.count > 0

    contentHeight: columns.implicitHeight + Theme.margin
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: true

    function show(key: string): void {
        section.model.sheet.begin(key);
        sheet.open();
    }

    Grid {
        id: columns

        x: Theme.margin
        columns: section.tall ? 1 : 2
        columnSpacing: Theme.space32
        rowSpacing: Theme.space32
        visible: section.model.loaded

        Column {
            width: section.columnWidth
            spacing: Theme.space12

            SectionHeader {
                width: parent.width
                title: qsTr("What allows them")
            }
            Body {
                width: parent.width
                color: Theme.ink2
                text: section.open
                    ? qsTr("Under these, figures of one person may be looked at. Everybody reads on the own page who did.")
                    : qsTr("Nothing yet: what is shown is what the team did, and everybody sees the own figures. Figures of one person need an agreement or an authorisation.")
            }
            Column {
                width: parent.width

                Repeater {
                    model: section.model.bases

                    ListRow {
                        id: basis

                        required property string key
                        required property string document
                        required property string words
                        required property string put_down

                        objectName: "basis-" + key
                        width: parent.width
                        title: basis.document
                        subtitle: basis.words + "\n" + basis.put_down
                        leading: Component { Avatar { iconName: "scales"; tone: Avatar.Green } }
                        trailing: Component { Icon { name: "caret-right"; tint: Theme.ink3; size: Theme.iconSmall } }
                        onClicked: section.show(basis.key)
                    }
                }
            }
            Button {
                objectName: "putDownBasis"
                kind: section.open ? Button.Quiet : Button.Primary
                iconName: "scales"
                text: qsTr("Put down a legal basis")
                onClicked: section.show("")
            }
        }
        Column {
            width: section.columnWidth
            spacing: Theme.space12
            visible: section.open

            SectionHeader {
                width: parent.width
                title: qsTr("Figures of one person")
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Repeater {
                    model: section.model.people

                    Chip {
                        required property string key
                        required text

                        objectName: "lookAt-" + key
                        chosen: section.model.whom === key
                        iconName: chosen ? "check" : ""
                        onClicked: section.model.choose_person(key)
                    }
                }
            }
            Hairline { width: parent.width }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Repeater {
                    model: section.model.periods

                    Chip {
                        required property string key
                        required text

                        objectName: "lookOver-" + key
                        chosen: section.model.period === key
                        iconName: chosen ? "check" : ""
                        onClicked: section.model.choose_period(key)
                    }
                }
            }
            Button {
                objectName: "look"
                kind: Button.Primary
                enabled: section.model.whom !== ""
                iconName: "eye"
                text: qsTr("Look at these figures")
                onClicked: section.model.look()
            }
            Small {
                width: parent.width
                objectName: "looked"
                color: Theme.ink2
                text: section.model.said !== "" ? section.model.said
                    : qsTr("The look is written down, and whom it is about reads it. Today is never among the days.")
            }
            FigureLine {
                width: parent.width
                visible: section.model.figures.count > 0
                figures: section.model.figures
            }
        }
    }

    BasisSheet {
        id: sheet

        model: section.model.sheet
        people: section.model.people
    }
}
