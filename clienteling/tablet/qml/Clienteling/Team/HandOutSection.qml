pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// For whom there is something to be done: a list that the shop has anyway, of which a tap leaves somebody out.
// What it is, by when and who does it is asked on the sheet.
Item {
    id: section

    required property HandOutViewModel model
    readonly property int column: Math.min(section.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)
    readonly property bool all: section.model.chosen === list.count

    onVisibleChanged: {
        if (!visible)
            sheet.close();
    }

    function segment(key: string): string {
        switch (key) {
        case "waiting":
            return qsTr("Who waits for us");
        case "book":
            return qsTr("The shop's client book");
        case "lapsing":
            return qsTr("Who stays away");
        case "due":
            return qsTr("What is due");
        }
        return qsTr("Each of the team");
    }

    SectionHeader {
        id: whom

        x: Theme.margin
        width: section.column
        title: qsTr("For whom?")
    }
    Flow {
        id: segments

        anchors { top: whom.bottom; topMargin: Theme.space12 }
        x: Theme.margin
        width: section.column
        spacing: Theme.space8

        Repeater {
            model: ["waiting", "lapsing", "due", "book", "team"]

            Chip {
                required property string modelData

                objectName: "segment-" + modelData
                text: section.segment(modelData)
                chosen: section.model.segment === modelData
                onClicked: section.model.choose(modelData)
            }
        }
    }
    ListView {
        id: list

        objectName: "handOut"
        anchors { top: segments.bottom; topMargin: Theme.space8; bottom: go.top; bottomMargin: Theme.space8 }
        x: Theme.margin
        width: section.column
        clip: true
        focus: true
        currentIndex: -1
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: Theme.quick
        reuseItems: true
        model: section.model.candidates
        Keys.onSpacePressed: (list.currentItem as ListRow)?.clicked()
        Keys.onReturnPressed: (list.currentItem as ListRow)?.clicked()

        delegate: ListRow {
            id: line

            required property string key
            required property string name
            required property string initials
            required property string why
            required property bool busy
            required property bool chosen
            required property string whose

            objectName: "candidate-" + line.key
            width: ListView.view.width
            title: line.name
            subtitle: Words.joined([
                line.why,
                !line.busy ? "" : section.model.there_already ? qsTr("given to somebody already") : qsTr("something is to be done about her already")
            ])
            aside: !line.chosen || section.model.to_the_team ? "" : line.whose === "" ? qsTr("whoever has time") : qsTr("for %1").arg(line.whose)
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: line.chosen
            leading: Component {
                Avatar {
                    initials: line.initials
                    iconName: line.chosen ? "check" : line.initials === "" ? "user" : ""
                    tone: line.chosen ? Avatar.Green : Avatar.Gold
                }
            }
            onClicked: section.model.toggle(line.key)
        }
    }
    EmptyState {
        visible: list.count === 0 && !section.model.loading
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(segments.y + segments.height + Theme.space20, Math.round(section.height / 5))
        width: Math.min(section.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: "check-circle"
        title: qsTr("Nobody is on this list")
        words: qsTr("Who waits for a promise or has a day ahead, who stays away longer than usual, and what is due today stand here.")
    }
    Ground { taken: Theme.margin + (go.visible ? go.height + Theme.space8 : 0) }
    Flow {
        id: go

        anchors { bottom: parent.bottom; bottomMargin: Theme.margin }
        x: Theme.margin
        width: section.column
        visible: list.count > 0
        spacing: Theme.space12

        Button {
            objectName: "handOutTo"
            kind: Button.Primary
            enabled: section.model.chosen > 0
            iconName: "list-checks"
            text: qsTr("Hand out %n", "", section.model.chosen)
            onClicked: sheet.open()
        }
        Button {
            objectName: "chooseAll"
            kind: Button.Quiet
            text: section.all ? qsTr("None of them") : qsTr("All of them")
            onClicked: section.model.choose_all()
        }
    }
    HandOutSheet {
        id: sheet

        model: section.model
    }
}
