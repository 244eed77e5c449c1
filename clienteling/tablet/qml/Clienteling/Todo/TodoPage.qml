pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Record
import Clienteling.Theme
import Clienteling.Words

// To do: what is late and due first, then day by day; one tap ticks it off, another takes that back.
Item {
    id: page

    required property TodoViewModel model
    readonly property bool tall: height > width
    // Room at the foot for what is added, where that has none beside the list.
    readonly property real foot: rows.x + rows.width + 2 * Theme.margin + add.width <= page.width ? 0
        : add.height + Theme.space12
    readonly property int column: Math.min(page.width - 2 * Theme.margin, 1.2 * Theme.readingWidth)

    onVisibleChanged: {
        if (!visible)
            sheet.close();
    }

    function touched(key: string, customer_id: string, record_id: string): void {
        if (customer_id !== "")
            page.model.open(key);
        else
            page.model.task.open(record_id);
    }

    Serif {
        id: title

        x: Theme.margin
        width: page.column
        text: qsTr("To do")
        font.pixelSize: Theme.sizeDisplay
        Accessible.role: Accessible.Heading
    }
    Body {
        id: line

        anchors { left: title.left; top: title.bottom; topMargin: Theme.space4 }
        width: page.column
        color: page.model.overdue > 0 ? Theme.warn : Theme.ink2
        text: page.model.done ? qsTr("Done in the last seven days")
            : Words.joined([
                page.model.overdue > 0 ? qsTr("%n overdue", "tasks", page.model.overdue) : "",
                page.model.today > 0 ? qsTr("%n for today", "tasks", page.model.today) : qsTr("nothing due today")
            ])
    }
    Flow {
        id: filters

        anchors { left: title.left; top: line.bottom; topMargin: Theme.space12 }
        width: page.column
        spacing: Theme.space8

        Chip {
            objectName: "todoTeam"
            text: qsTr("Everybody's")
            chosen: !page.model.mine
            onClicked: page.model.show_mine(false)
        }
        Chip {
            objectName: "todoMine"
            text: qsTr("Mine")
            chosen: page.model.mine
            onClicked: page.model.show_mine(true)
        }
        Item { width: Theme.space16; height: Theme.touch }
        Chip {
            objectName: "todoOpen"
            text: qsTr("Still to do")
            chosen: !page.model.done
            onClicked: page.model.show_done(false)
        }
        Chip {
            objectName: "todoDone"
            text: qsTr("Done")
            chosen: page.model.done
            onClicked: page.model.show_done(true)
        }
    }
    ListView {
        id: rows

        objectName: "todo"
        anchors { top: filters.bottom; topMargin: Theme.space8; bottom: parent.bottom; bottomMargin: page.foot > 0 ? page.foot + Theme.margin : 0 }
        x: Theme.margin
        width: page.column
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: Theme.quick
        model: page.model.rows
        section.property: "section"
        section.delegate: Body {
            required property string section

            width: rows.width
            topPadding: Theme.space20
            bottomPadding: Theme.space4
            text: section
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        footer: Item { width: rows.width; height: Theme.margin }
        Keys.onReturnPressed: (rows.currentItem as ListRow)?.clicked()
        Keys.onEnterPressed: (rows.currentItem as ListRow)?.clicked()
        Keys.onSpacePressed: (rows.currentItem as TodoLine)?.finished()

        delegate: TodoLine {
            objectName: "todo-" + key
            width: ListView.view.width
            onClicked: page.touched(key, customer_id, record_id)
            onFinished: page.model.finish(key)
            onDetails_asked: page.model.task.open(record_id)
        }
    }
    EmptyState {
        visible: rows.count === 0 && !page.model.loading
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 3)
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: "check-circle"
        title: page.model.done ? qsTr("Nothing was ticked off in the last days") : qsTr("Nothing is left to do")
        words: page.model.done ? qsTr("What is done stands here for a week, and can be taken back.")
            : qsTr("Promises, and what you or a rule of the shop put down for a customer, stand here by their days.")
    }
    Button {
        id: add

        objectName: "newTask"
        anchors { right: parent.right; rightMargin: Theme.margin; bottom: parent.bottom; bottomMargin: Theme.margin }
        kind: Button.Primary
        iconName: "plus"
        text: qsTr("New task")
        onClicked: {
            page.model.task.begin("");
            sheet.open();
        }

        Stroke {
            page: add
            key: qsTr("N", "key: new task")
            does: add.text
            onStruck: add.clicked()
        }
    }
    Ground { taken: saved.foot; said: saved.taken }
    SavedToast {
        id: saved

        foot: Theme.margin + page.foot
        model: page.model.saved
    }
    TaskSheet {
        id: sheet

        model: page.model.task
    }
    Connections {
        target: page.model.task
        function onShown(): void {
            if (page.visible)
                sheet.open();
        }
    }
}
