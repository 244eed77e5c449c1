pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The shop's figures: at the left all of them, each held against its target or against before, at the right the one
// that is looked at. The filled block says which one asks for it.
Item {
    id: page

    required property FiguresViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int inner: width - 2 * Theme.margin
    readonly property int narrow: page.tall ? page.inner : Math.round((page.inner - Theme.space32) * 0.4)
    readonly property int wide: page.tall ? page.inner : page.inner - page.narrow - Theme.space32

    onVisibleChanged: {
        if (!visible) {
            days.close();
            target.close();
        }
    }

    // What was touched below the chart is looked at above it.
    function look_at(key: string): void {
        page.model.choose(key);
        if (page.tall)
            flick.contentY = Math.min(flick.contentY, Math.max(0, looked.y - Theme.space16));
        else
            right.contentY = 0;
    }

    Flickable {
        id: flick

        objectName: "figuresPage"
        anchors.fill: parent
        // Nothing is said of what has not been read.
        visible: page.model.heading !== ""
        contentHeight: page.tall ? left.y + left.height + Theme.margin : height
        interactive: page.tall
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: head

            x: Theme.margin
            width: page.inner
            spacing: Theme.space12

            PageHead {
                width: parent.width
                title: page.model.heading
                words: page.model.as_of === "" ? page.model.whose : qsTr("%1, as the hub knew it %2").arg(page.model.whose).arg(page.model.as_of)
                wordsColor: page.model.as_of === "" ? Theme.ink2 : Theme.gold
                note: page.model.left_out

                IconButton {
                    objectName: "figuresBack"
                    framed: true
                    iconName: "caret-left"
                    label: qsTr("Before that")
                    onClicked: page.model.move(-1)
                }
                IconButton {
                    objectName: "figuresOn"
                    framed: true
                    enabled: !page.model.reaches_today
                    iconName: "caret-right"
                    label: qsTr("After that")
                    onClicked: page.model.move(1)
                }
                IconButton {
                    objectName: "figuresPrint"
                    framed: true
                    iconName: "printer"
                    label: qsTr("As a PDF, to print")
                    onClicked: page.model.print_page()
                }
                IconButton {
                    objectName: "figuresExport"
                    framed: true
                    iconName: "download-simple"
                    label: qsTr("As a table")
                    onClicked: page.model.export()
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.space8

                Chip {
                    objectName: "kind-day"
                    text: qsTr("Day")
                    chosen: page.model.kind === "day"
                    onClicked: page.model.show_kind("day")
                }
                Chip {
                    objectName: "kind-week"
                    text: qsTr("Week")
                    chosen: page.model.kind === "week"
                    onClicked: page.model.show_kind("week")
                }
                Chip {
                    objectName: "kind-month"
                    text: qsTr("Month")
                    chosen: page.model.kind === "month"
                    onClicked: page.model.show_kind("month")
                }
                Chip {
                    objectName: "kind-range"
                    text: qsTr("From … to …")
                    chosen: page.model.kind === "range"
                    onClicked: {
                        page.model.begin_days();
                        days.open();
                    }
                }
                Item {
                    visible: page.model.scope.count > 0
                    width: Theme.space12
                    height: Theme.touch
                }
                Repeater {
                    model: page.model.scope

                    Chip {
                        id: shop

                        required property string key
                        required property string name

                        objectName: "shop-" + key
                        text: shop.name
                        iconName: "storefront"
                        chosen: page.model.shop === shop.key
                        onClicked: page.model.choose_shop(shop.key)
                    }
                }
            }
        }
        EmptyState {
            visible: page.model.empty
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(head.height + Theme.space32, (flick.height - height) / 2)
            width: Math.min(page.inner, 0.8 * Theme.readingWidth)
            iconName: "chart-bar"
            title: page.model.too_few ? qsTr("Too few people for figures") : qsTr("Nothing was counted on these days")
            words: page.model.too_few ? qsTr("So few work here that the figures would be about one of them.")
                : qsTr("Figures come of what is recorded in the shop. What is a day old was counted by the hub.")
            actionText: page.model.too_few ? "" : qsTr("To this week")
            onActed: page.model.this_week()
        }
        Flickable {
            id: right

            objectName: "looked"
            visible: !page.model.empty
            x: page.tall ? 0 : Theme.margin + page.narrow + Theme.space32 - Theme.space8
            y: head.height + Theme.space20
            width: page.tall ? page.width : page.width - x
            height: page.tall ? looked.height : flick.height - y
            contentHeight: looked.height + (page.tall ? 0 : Theme.margin)
            interactive: !page.tall
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Looked {
                id: looked

                x: page.tall ? Theme.margin : Theme.space8
                width: page.wide
                model: page.model
                folded: page.tall
                onTarget_asked: {
                    page.model.begin_target();
                    target.open();
                }
            }
        }
        Flickable {
            id: left

            objectName: "figures"
            visible: !page.model.empty
            x: Theme.margin - Theme.space12
            y: page.tall ? right.y + right.height + Theme.space28 : right.y
            width: page.narrow + Theme.space12
            height: page.tall ? list.height : flick.height - y
            contentHeight: list.height + (page.tall ? 0 : Theme.margin)
            interactive: !page.tall
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: list

                width: parent.width

                Block {
                    id: block

                    visible: page.model.matter !== ""
                    x: Theme.space12
                    width: parent.width - x
                    height: matter.height + 2 * padding
                    padding: Theme.space20

                    Column {
                        id: matter

                        width: parent.width
                        spacing: Theme.space8

                        Serif {
                            objectName: "matter"
                            width: parent.width
                            text: page.model.matter
                            color: Theme.inkOnAccent
                        }
                        Body {
                            visible: page.model.matter_note !== ""
                            width: parent.width
                            text: page.model.matter_note
                            color: Theme.inkOnAccent
                        }
                        Button {
                            objectName: "lookAtMatter"
                            visible: page.model.matter_key !== "" && page.model.matter_key !== page.model.chosen
                            kind: Button.OnBlock
                            iconName: "eye"
                            text: qsTr("Look at it")
                            onClicked: page.look_at(page.model.matter_key)
                        }
                    }
                }
                Item { width: 1; height: Theme.space12; visible: block.visible }
                Repeater {
                    model: page.model.figures

                    FigureRow {
                        width: list.width
                        chosen: page.model.chosen === key
                        onClicked: page.look_at(key)
                    }
                }
            }
        }
    }
    DaysSheet {
        id: days

        model: page.model.days
    }
    TargetSheet {
        id: target

        model: page.model.target
    }
}
