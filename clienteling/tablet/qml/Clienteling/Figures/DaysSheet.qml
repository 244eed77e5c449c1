pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// From one day to another: two touches, or a range that is asked for often.
Sheet {
    id: sheet

    required property DaysViewModel model
    readonly property real cell: Math.floor(month.width / 7)

    title: qsTr("From … to …")
    help: "days"

    function take(which: string): void {
        sheet.model.take_preset(which);
        sheet.close();
    }

    Flow {
        width: parent.width
        spacing: Theme.space8

        Chip { objectName: "preset-thirty_days"; text: qsTr("30 days"); onClicked: sheet.take("thirty_days") }
        Chip { objectName: "preset-ninety_days"; text: qsTr("90 days"); onClicked: sheet.take("ninety_days") }
        Chip { objectName: "preset-this_year"; text: qsTr("This year"); onClicked: sheet.take("this_year") }
        Chip { objectName: "preset-twelve_months"; text: qsTr("12 months"); onClicked: sheet.take("twelve_months") }
    }
    Hairline { width: parent.width }
    Item {
        width: parent.width
        implicitHeight: Math.max(back.height, name.height)

        Serif {
            id: name

            anchors { left: parent.left; right: back.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            text: sheet.model.month
        }
        IconButton {
            id: back

            objectName: "monthBack"
            anchors { right: on.left; rightMargin: Theme.space8 }
            framed: true
            iconName: "caret-left"
            label: qsTr("The month before")
            onClicked: sheet.model.turn(-1)
        }
        IconButton {
            id: on

            objectName: "monthOn"
            anchors.right: parent.right
            framed: true
            enabled: sheet.model.can_go_on
            iconName: "caret-right"
            label: qsTr("The next month")
            onClicked: sheet.model.turn(1)
        }
    }
    Grid {
        id: month

        width: parent.width
        columns: 7

        Repeater {
            model: sheet.model.weekdays

            Small {
                required property string modelData

                width: sheet.cell
                bottomPadding: Theme.space4
                horizontalAlignment: Text.AlignHCenter
                text: modelData
                color: Theme.ink3
                Accessible.ignored: true
            }
        }
        Repeater {
            model: sheet.model.days

            T.AbstractButton {
                id: day

                required property string key
                required property int number
                required property string name
                required property bool ours
                required property bool inside
                required property bool end

                objectName: "day-" + key
                width: sheet.cell
                height: Math.max(Theme.touch, figure.implicitHeight + Theme.space8)
                enabled: day.ours
                opacity: day.ours ? 1 : 0
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.checked: day.inside
                Accessible.name: day.name
                onClicked: sheet.model.touch(day.key)

                background: Rectangle {
                    color: day.end ? Theme.accent : day.inside || day.down ? Theme.tint : "transparent"
                    radius: day.end ? Theme.radiusPicture : 0

                    FocusRing { target: day; radius: Theme.radiusPicture; anchors.margins: 0; border.color: day.end ? Theme.gold : Theme.accent; shown: day.visualFocus }
                }
                contentItem: Body {
                    id: figure

                    text: day.number
                    color: day.end ? Theme.inkOnAccent : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    font.features: ({ tnum: 1 })
                    Accessible.ignored: true
                }
            }
        }
    }
    Body {
        width: parent.width
        text: sheet.model.until === "" ? qsTr("From %1 to …").arg(sheet.model.since)
            : qsTr("From %1 to %2").arg(sheet.model.since).arg(sheet.model.until)
    }
    footer: Button {
        objectName: "takeDays"
        width: parent.width
        kind: Button.Primary
        enabled: sheet.model.since !== ""
        iconName: "check"
        text: qsTr("Show these days")
        onClicked: {
            sheet.model.take();
            sheet.close();
        }
    }
}
