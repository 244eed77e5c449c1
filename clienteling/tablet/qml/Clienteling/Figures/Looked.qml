pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The figure that is looked at: what it came to, how it went, what it is made of, and the table behind.
Column {
    id: looked

    required property FiguresViewModel model
    readonly property ChartViewModel chart: looked.model.chart
    property bool explained: false
    // Where all figures stand below this one, its table waits behind a tap.
    required property bool folded
    property bool unfolded: false
    signal target_asked

    spacing: Theme.space16

    component Sample: Row {
        id: sample

        property color colour
        property string says
        property real thick: 10

        spacing: Theme.space8

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: sample.thick
            radius: Math.min(2, height / 2)
            color: sample.colour
        }
        Small { text: sample.says; wrapMode: Text.NoWrap }
    }

    Column {
        width: parent.width
        spacing: Theme.space4

        Item {
            width: parent.width
            implicitHeight: Math.max(name.height, tools.height)

            Body {
                id: name

                anchors { left: parent.left; right: tools.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
                text: looked.chart.name
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Row {
                id: tools

                anchors.right: parent.right

                IconButton {
                    objectName: "formula"
                    iconName: "info"
                    label: qsTr("How it is counted")
                    chosen: looked.explained
                    onClicked: looked.explained = !looked.explained
                }
                IconButton {
                    objectName: "setTarget"
                    visible: looked.model.may_set
                    iconName: "target"
                    label: qsTr("Set a target")
                    onClicked: looked.target_asked()
                }
            }
        }
        Serif {
            width: parent.width
            text: looked.chart.value
            font.pixelSize: Theme.sizeDisplay
        }
        Body {
            width: parent.width
            visible: text !== ""
            text: [looked.chart.target, looked.chart.change].filter(one => one !== "").join(" · ")
            color: Theme.ink2
        }
        Body {
            objectName: "formulaWords"
            width: parent.width
            visible: looked.explained
            topPadding: Theme.space8
            text: looked.chart.formula
        }
    }
    Column {
        width: parent.width
        visible: looked.model.side_by_side.count > 0

        Flow {
            width: parent.width
            spacing: Theme.space20

            SectionHeader {
                id: beside

                title: qsTr("Shop by shop")
            }
            Item {
                width: mark.width
                height: beside.height

                Sample {
                    id: mark

                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.gold
                    thick: 4
                    says: looked.chart.legend_before
                }
            }
        }
        ShopsChart {
            width: parent.width
            shops: looked.model.side_by_side
            onPicked: key => looked.model.choose_shop(key)
        }
    }
    Chart {
        width: parent.width
        model: looked.chart
    }
    Item {
        width: parent.width
        implicitHeight: Math.max(legend.height, reading.height)

        Flow {
            id: legend

            visible: looked.chart.read < 0
            width: parent.width
            spacing: Theme.space20

            Sample { colour: Theme.accent; says: looked.chart.name }
            Sample { colour: Theme.gold; thick: 4; says: looked.chart.legend_before }
            Sample { visible: looked.chart.has_goal; colour: Theme.ink; thick: 2; says: qsTr("target") }
        }
        Body {
            id: reading

            objectName: "reading"
            visible: looked.chart.read >= 0
            width: parent.width
            text: qsTr("%1: %2, before %3").arg(looked.chart.read_name).arg(looked.chart.read_value).arg(looked.chart.read_before)
        }
    }
    Column {
        width: parent.width
        visible: looked.model.parts.count > 0

        SectionHeader {
            width: parent.width
            title: qsTr("What it is made of")
        }
        PartsChart {
            width: parent.width
            parts: looked.model.parts
        }
    }
    Column {
        width: parent.width

        SectionHeader {
            visible: !looked.folded
            width: parent.width
            title: qsTr("In figures")
        }
        Button {
            objectName: "unfold"
            visible: looked.folded
            iconName: looked.unfolded ? "caret-up" : "caret-down"
            text: qsTr("In figures")
            onClicked: looked.unfolded = !looked.unfolded
        }
        FigureTable {
            objectName: "table"
            visible: !looked.folded || looked.unfolded
            width: parent.width
            model: looked.chart
        }
    }
}
