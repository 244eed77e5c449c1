pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Who came today, what is due now, and the visitor without a code under the thumb. Of a long day the lines below
// the next screenful are made when she scrolls there.
Item {
    id: today

    required property HomeViewModel model
    signal without_code
    signal newcomer_asked

    // How far up the buttons under the thumb reach, with the air above them.
    readonly property real foot: buttons.height + Theme.space12

    Flickable {
        id: view

        function reach_ahead(): void {
            if (view.contentHeight - view.contentY < 2 * view.height)
                today.model.older_visitors();
        }

        objectName: "today"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: parent.bottom; bottomMargin: today.foot }
        contentHeight: lines.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        onContentYChanged: view.reach_ahead()
        onContentHeightChanged: view.reach_ahead()
        onHeightChanged: view.reach_ahead()

        Column {
            id: lines

            width: parent.width
            spacing: Theme.space8

            SectionHeader {
                width: parent.width
                visible: due.count > 0
                title: qsTr("To do now")
                aside: today.model.overdue > 0 ? qsTr("%n overdue", "tasks", today.model.overdue)
                    : qsTr("%n due today", "tasks", today.model.due_today)
            }
            Repeater {
                id: due

                model: today.model.due

                DueCard {
                    width: lines.width
                    onClicked: today.model.open_customer(customer_id)
                    onKept: today.model.keep(key)
                }
            }
            Button {
                objectName: "allDue"
                visible: today.model.due_today > due.count
                kind: Button.Plain
                text: qsTr("%n more to do", "tasks", today.model.due_today - due.count)
                onClicked: today.model.all_due()
            }
            Item {
                width: parent.width
                height: Theme.space8
                visible: due.count > 0
            }
            SectionHeader {
                width: parent.width
                visible: expected.count > 0
                title: qsTr("Expected today")
                aside: expected.count
            }
            Column {
                width: parent.width

                Repeater {
                    id: expected

                    model: today.model.expected

                    ExpectedLine {
                        width: lines.width
                        onClicked: today.model.expect(key)
                    }
                }
            }
            Item {
                width: parent.width
                height: Theme.space8
                visible: expected.count > 0
            }
            SectionHeader {
                width: parent.width
                title: qsTr("Today in the shop")
                aside: today.model.came === 0 ? ""
                    : qsTr("%1 identified of %2").arg(today.model.recognised).arg(today.model.came)
            }
            Body {
                width: parent.width
                visible: today.model.came === 0
                text: qsTr("Whoever comes in today is listed here. Scan the first code.")
                color: Theme.ink2
            }
            Column {
                width: parent.width

                Repeater {
                    model: today.model.visitors

                    VisitorLine {
                        width: lines.width
                        onClicked: today.model.open_customer(customer_id)
                    }
                }
            }
        }
    }
    Flow {
        id: buttons

        readonly property bool abreast: newcomer.implicitWidth + without.implicitWidth + spacing <= width
        readonly property real each: abreast ? (width - spacing) / 2 : width

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: Theme.space12

        Button {
            id: newcomer

            objectName: "newCustomer"
            width: buttons.each
            iconName: "user-plus"
            text: qsTr("New customer")
            onClicked: today.newcomer_asked()

            Stroke {
                page: newcomer
                key: qsTr("C", "key: new customer")
                does: newcomer.text
                onStruck: newcomer.clicked()
            }
        }
        Button {
            id: without

            objectName: "withoutCode"
            width: buttons.each
            iconName: "person-simple-walk"
            text: qsTr("Without a code")
            onClicked: today.without_code()

            Stroke {
                page: without
                key: qsTr("W", "key: without a code")
                does: without.text
                onStruck: without.clicked()
            }
        }
    }
}
