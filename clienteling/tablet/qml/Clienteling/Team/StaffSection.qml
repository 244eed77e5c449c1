pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who works here and as what; a tap opens her leaf. What is only asked for, or was refused, says so.
Item {
    id: page

    required property StaffViewModel model
    readonly property int column: Math.min(page.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)

    onVisibleChanged: {
        if (!visible)
            sheet.close();
    }

    function details(key: string): void {
        page.model.open(key);
        sheet.open();
    }

    ListView {
        id: people

        objectName: "staff"
        anchors { top: parent.top; bottom: parent.bottom }
        x: Theme.margin
        width: page.column
        clip: true
        focus: true
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        model: page.model.people
        section.property: "section"
        section.delegate: Body {
            required property string section

            width: people.width
            visible: section !== ""
            height: visible ? implicitHeight : 0
            topPadding: Theme.space20
            bottomPadding: Theme.space4
            text: section
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        footer: Item { width: people.width; height: add.height + 2 * Theme.margin }

        delegate: ListRow {
            id: person

            required property string key
            required property string name
            required property string initials
            required property string words
            required property string tag
            required property bool refused
            required property bool can_open
            required property string section
            readonly property bool waits: person.key.startsWith("asked/")

            objectName: "person-" + person.key
            width: ListView.view.width
            touchable: !person.waits
            enabled: true
            title: person.name
            subtitle: [person.words, person.tag].filter(part => part !== "").join(" · ")
            subtitleColor: person.refused ? Theme.warn : person.tag !== "" ? Theme.gold : Theme.ink2
            leading: Component {
                Avatar {
                    initials: person.initials
                    tone: person.section === "" && !person.waits ? Avatar.Green : Avatar.Gold
                }
            }
            trailing: Component {
                Button {
                    visible: person.waits && person.can_open
                    kind: Button.Plain
                    text: qsTr("Take back")
                    onClicked: page.model.take_back(person.key)
                }
            }
            onClicked: page.details(person.key)
        }
    }
    Button {
        id: add

        objectName: "newColleague"
        anchors { right: parent.right; rightMargin: Theme.margin; bottom: parent.bottom; bottomMargin: Theme.margin }
        kind: Button.Primary
        iconName: "plus"
        text: qsTr("New colleague")
        onClicked: {
            page.model.begin();
            sheet.open();
        }

        Stroke {
            page: add
            key: qsTr("N", "key: new colleague")
            does: add.text
            onStruck: add.clicked()
        }
    }
    Ground { taken: add.height + Theme.margin + Theme.space8 }
    StaffSheet {
        id: sheet

        model: page.model
    }
}
