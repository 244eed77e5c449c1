pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The shop's day, read from top to bottom like a page of a newspaper: what it came to, what asks for a
// decision, who came, why not bought, tomorrow; and one block that closes it.
Item {
    id: page

    required property ReviewViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int inner: width - 2 * Theme.margin
    readonly property int wide: page.tall ? page.inner : Math.round((page.inner - Theme.space32) * 0.65)
    readonly property int narrow: page.tall ? page.inner : page.inner - page.wide - Theme.space32
    readonly property string whose: `${page.model.shop_name} ${page.model.heading}`

    // Another day, or another shop's, is read from its top.
    onWhoseChanged: flick.contentY = 0
    onVisibleChanged: {
        if (!visible) {
            ask.close();
            days.close();
            behind.close();
        }
    }

    component Lines: Column {
        id: part

        required property string title
        property string aside: ""
        property alias lines: repeater.model
        property alias line: repeater.delegate
        readonly property alias count: repeater.count

        width: parent?.width ?? 0
        visible: repeater.count > 0

        SectionHeader {
            width: parent.width
            title: part.title
            aside: part.aside
        }
        Repeater {
            id: repeater
        }
    }

    Flickable {
        id: flick

        objectName: "review"
        anchors.fill: parent
        // Nothing is said of a day that has not been read.
        visible: page.model.heading !== ""
        contentHeight: (page.tall ? second.y : 0) + (page.tall ? second.height : Math.max(first.height, second.height)) + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: first

            x: Theme.margin
            width: page.wide
            spacing: Theme.space20

            PageHead {
                width: parent.width
                title: page.model.heading
                words: page.model.shop_name

                IconButton {
                    objectName: "dayBefore"
                    framed: true
                    iconName: "caret-left"
                    label: qsTr("The day before")
                    onClicked: page.model.move(-1)
                }
                IconButton {
                    objectName: "dayAfter"
                    framed: true
                    enabled: !page.model.is_today
                    opacity: enabled ? 1 : 0.4
                    iconName: "caret-right"
                    label: qsTr("The day after")
                    onClicked: page.model.move(1)
                }
                IconButton {
                    objectName: "anyDay"
                    framed: true
                    iconName: "calendar-blank"
                    label: qsTr("Another day")
                    onClicked: {
                        page.model.begin_days();
                        days.open();
                    }
                }
                IconButton {
                    objectName: "printDay"
                    framed: true
                    iconName: "printer"
                    label: qsTr("As a PDF, to print")
                    onClicked: page.model.print_page()
                }
                IconButton {
                    objectName: "exportDay"
                    framed: true
                    iconName: "download-simple"
                    label: qsTr("As a table")
                    onClicked: page.model.export()
                }
            }
            ShopChips {
                width: parent.width
                shop: page.model.shop
                prefix: "dayShop-"
            }
            Body {
                objectName: "tooFew"
                width: parent.width
                visible: page.model.too_few
                text: qsTr("So few work here that the day's sums would be about one of them: they are not shown. What happened stands below.")
                color: Theme.ink2
            }
            FigureLine {
                width: parent.width
                visible: !page.model.too_few
                figures: page.model.figures
                onAsked: key => {
                    page.model.behind.figure(key);
                    behind.open();
                }
            }
            ListRow {
                objectName: "changedDays"
                width: parent.width
                visible: page.model.changed_days !== ""
                title: qsTr("Came in after it was read")
                subtitle: page.model.changed_days
                leading: Component { Avatar { iconName: "clock-countdown"; tone: Avatar.Gold } }
                onClicked: page.model.choose(page.model.changed_day)
            }
            Lines {
                id: decisions

                title: qsTr("Waits for a decision")
                aside: page.model.decision_count
                lines: page.model.decisions
                line: ListRow {
                    id: decision

                    required property string what
                    required property string key
                    required property string customer_id
                    required property string words
                    required property bool overdue
                    required property string sign

                    width: parent?.width ?? 0
                    touchable: decision.customer_id !== ""
                    enabled: decision.touchable || page.model.may_review
                    title: decision.what
                    subtitle: decision.words
                    subtitleColor: decision.overdue ? Theme.warn : Theme.ink2
                    leading: Component {
                        Avatar {
                            iconName: decision.overdue ? "clock-countdown" : decision.sign
                            tone: decision.overdue ? Avatar.Red : Avatar.Green
                        }
                    }
                    trailing: Component {
                        Button {
                            objectName: "handOn-" + decision.key
                            visible: page.model.may_review
                            kind: Button.Plain
                            text: qsTr("Hand on")
                            onClicked: page.hand_on(decision.key)
                        }
                    }
                    onClicked: page.model.open_customer(decision.customer_id)
                }
            }
            Button {
                objectName: "allDecisions"
                visible: page.model.decision_count > decisions.count
                kind: Button.Plain
                text: qsTr("All %1 to do").arg(page.model.decision_count)
                onClicked: page.model.all_decisions()
            }
            WhoCame {
                width: parent.width
                model: page.model
                onVisit_asked: (key, title) => {
                    page.model.behind.visit(key, title);
                    behind.open();
                }
            }
        }
        Column {
            id: second

            x: page.tall ? Theme.margin : first.x + first.width + Theme.space32
            y: page.tall ? first.height + Theme.space20 : 0
            width: page.narrow
            spacing: Theme.space20

            LostSales {
                width: parent.width
                model: page.model
                onReason_asked: (key, reason) => {
                    page.model.behind.reason(key, reason);
                    behind.open();
                }
                onItem_asked: (key, what) => {
                    page.model.behind.item(key, what);
                    behind.open();
                }
            }
            Lines {
                title: page.model.ahead_until === "" ? qsTr("Tomorrow") : qsTr("When the shop opens again")
                aside: page.model.ahead_until === "" ? count : page.model.ahead_until
                lines: page.model.ahead
                line: ListRow {
                    id: ahead

                    required property string what
                    required property string customer_id
                    required property string words
                    required property string sign

                    width: parent?.width ?? 0
                    touchable: ahead.customer_id !== ""
                    title: ahead.what
                    subtitle: ahead.words
                    leading: Component { Avatar { iconName: ahead.sign; tone: Avatar.Green } }
                    onClicked: page.model.open_customer(ahead.customer_id)
                }
            }
            Lines {
                title: qsTr("The tablets")
                lines: page.model.tablets
                line: ListRow {
                    id: tablet

                    required property string key
                    required property string what
                    required property string words
                    required property bool owing

                    objectName: "tablet-" + tablet.key
                    width: parent?.width ?? 0
                    title: tablet.what
                    subtitle: tablet.words
                    subtitleColor: tablet.owing ? Theme.gold : Theme.ink2
                    leading: Component { Avatar { iconName: "device-tablet"; tone: tablet.owing ? Avatar.Gold : Avatar.Green } }
                    onClicked: {
                        if (page.model.open_tablet(tablet.key))
                            behind.open();
                    }
                }
            }
            Button {
                objectName: "tellTeam"
                visible: page.model.may_review
                width: parent.width
                iconName: "chat-text"
                text: qsTr("Say something to the team")
                onClicked: page.hand_on("")
            }
            ClosingBlock {
                width: parent.width
                model: page.model
            }
            Column {
                width: parent.width
                spacing: Theme.space8

                SectionHeader {
                    width: parent.width
                    title: qsTr("The week")
                }
                WeekTable {
                    width: parent.width
                    week: page.model.week
                    onChosen: day => page.model.choose(day)
                }
            }
        }
    }
    DaySheet {
        id: days

        model: page.model.days
        onToday_asked: page.model.today()
    }
    AskSheet {
        id: ask

        model: page.model.tell
    }
    BehindSheet {
        id: behind

        model: page.model.behind
    }

    function hand_on(decision: string): void {
        page.model.hand_on(decision);
        ask.open();
    }
}
