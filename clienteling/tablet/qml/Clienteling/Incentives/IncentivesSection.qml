pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Review
import Clienteling.Theme

// What the shop's contacts led to in a month, sale by sale, and what its schemes make of it.
Item {
    id: section

    required property IncentivesViewModel model
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int inner: width - 2 * Theme.margin
    readonly property int wide: section.tall ? section.inner : Math.round((section.inner - Theme.space32) * 0.6)
    readonly property int narrow: section.tall ? section.inner : section.inner - section.wide - Theme.space32

    onVisibleChanged: {
        if (!visible) {
            rule.close();
            scheme.close();
            parting.close();
        }
    }

    Flickable {
        objectName: "incentives"
        anchors.fill: parent
        visible: section.model.heading !== ""
        contentHeight: (section.tall ? second.y + second.height : Math.max(first.height, second.height)) + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: first

            x: Theme.margin
            width: section.wide
            spacing: Theme.space16

            Item {
                width: parent.width
                height: Math.max(heading.height, tools.height)

                Serif {
                    id: heading

                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - tools.width - Theme.space16
                    text: section.model.heading
                    font.pixelSize: Theme.sizeTitle
                    Accessible.role: Accessible.Heading
                }
                Row {
                    id: tools

                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    spacing: Theme.space8

                    IconButton {
                        objectName: "monthBefore"
                        framed: true
                        iconName: "caret-left"
                        label: qsTr("The month before")
                        onClicked: section.model.move(-1)
                    }
                    IconButton {
                        objectName: "monthAfter"
                        framed: true
                        enabled: !section.model.is_this_month
                        opacity: enabled ? 1 : 0.4
                        iconName: "caret-right"
                        label: qsTr("The month after")
                        onClicked: section.model.move(1)
                    }
                }
            }
            EmptyState {
                width: parent.width
                visible: section.model.too_few
                iconName: "users-three"
                title: qsTr("Too few people for a figure")
                words: qsTr("In a shop with so few people a sum would say what one of them did. It is shown from three people on.")
            }
            FigureLine {
                width: parent.width
                visible: !section.model.too_few
                figures: section.model.figures
            }
            Column {
                width: parent.width
                visible: !section.model.too_few

                SectionHeader {
                    width: parent.width
                    title: qsTr("Bought after a contact")
                    aside: section.model.sale_count === 0 ? "" : section.model.sale_count
                }
                Body {
                    width: parent.width
                    visible: section.model.sale_count === 0
                    text: qsTr("Purchases that follow a contact will stand here, those of other shops and of the web too.")
                    color: Theme.ink2
                }
                Repeater {
                    model: section.model.sales

                    ListRow {
                        id: sale

                        required property string key
                        required property string what
                        required property string words
                        required property string amount
                        required property bool back
                        required property bool parted

                        objectName: "sale-" + key
                        width: first.width
                        title: sale.what
                        subtitle: sale.words
                        aside: sale.amount
                        leading: Component {
                            Avatar {
                                iconName: sale.back ? "arrow-u-up-left" : sale.parted ? "users-three" : "bag"
                                tone: sale.back ? Avatar.Gold : Avatar.Green
                            }
                        }
                        trailing: Component {
                            Button {
                                objectName: "part-" + sale.key
                                visible: !sale.back
                                kind: Button.Plain
                                text: qsTr("Whose")
                                Accessible.name: qsTr("Whose: %1, %2").arg(sale.what).arg(sale.amount)
                                onClicked: {
                                    section.model.parting.pick(sale.key);
                                    parting.open();
                                }
                            }
                        }
                        onClicked: section.model.open_customer(sale.key)
                    }
                }
                Button {
                    objectName: "allSales"
                    visible: section.model.sale_count > section.model.sales.count
                    kind: Button.Plain
                    text: qsTr("All %1 purchases").arg(section.model.sale_count)
                    onClicked: section.model.show_all()
                }
            }
        }
        Column {
            id: second

            x: section.tall ? Theme.margin : first.x + first.width + Theme.space32
            y: section.tall ? first.height + Theme.space20 : 0
            width: section.narrow
            spacing: Theme.space16

            Column {
                width: parent.width

                SectionHeader {
                    width: parent.width
                    title: qsTr("Schemes")
                }
                ListRow {
                    objectName: "waitingMonth"
                    width: parent.width
                    visible: section.model.waiting !== ""
                    title: section.model.waiting
                    subtitle: section.model.waiting_note
                    leading: Component { Avatar { iconName: "calendar-blank"; tone: Avatar.Plain } }
                    trailing: Component { Icon { name: "caret-right"; tint: Theme.ink3; size: Theme.iconSmall } }
                    onClicked: section.model.to_waiting()
                }
            }
            Body {
                width: parent.width
                visible: section.model.schemes.count === 0 && !section.model.too_few
                text: qsTr("A scheme gives the shop, the team or each of them a part of what their contacts led to.")
                color: Theme.ink2
            }
            Repeater {
                model: section.model.schemes

                SchemeBlock {
                    width: second.width
                    incentives: section.model
                    onChange_asked: key => scheme.begin(key)
                }
            }
            Button {
                objectName: "newScheme"
                width: parent.width
                visible: !section.model.too_few
                iconName: "plus"
                text: qsTr("New scheme")
                onClicked: scheme.begin("")
            }
            SectionHeader {
                width: parent.width
                title: qsTr("What counts")
            }
            ListRow {
                objectName: "countingRule"
                width: parent.width
                title: section.model.rule_words
                subtitle: qsTr("Returns are taken back in the month in which they come")
                leading: Component { Avatar { iconName: "scales"; tone: Avatar.Green } }
                onClicked: {
                    rule.begin();
                    rule.open();
                }
            }
        }
    }
    RuleSheet { id: rule; model: section.model }
    SchemeSheet { id: scheme; model: section.model.terms }
    PartingSheet { id: parting; model: section.model.parting }
}
