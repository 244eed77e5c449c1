pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme

// One figure among all: what it is called, its course, what it came to, and what to hold it against.
T.AbstractButton {
    id: row

    required property string key
    required property string name
    required property string value
    required property string note
    required property string tone
    required property string spark
    property bool chosen: false
    readonly property bool roomy: row.width > 330 * Theme.scale

    objectName: "kpi-" + key
    implicitHeight: Math.max(Theme.touch, contentItem.implicitHeight + 2 * Theme.space8)
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: row.chosen
    Accessible.name: [row.name, row.value, row.note].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radiusPicture
        color: row.chosen || row.down ? Theme.tint : "transparent"

        Hairline {
            visible: !row.chosen
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space12; rightMargin: Theme.space12 }
        }
        FocusRing { target: row; radius: Theme.radiusPicture; anchors.margins: 0; shown: row.visualFocus }
    }
    contentItem: Item {
        implicitHeight: Math.max(words.height, value.height)

        Column {
            id: words

            anchors { left: parent.left; right: course.visible ? course.left : value.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            spacing: Theme.space4 / 2

            Body {
                width: parent.width
                text: row.name
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Small {
                visible: row.note !== ""
                width: parent.width
                text: row.note
                color: row.tone === "waiting" ? Theme.gold : row.tone === "good" ? Theme.accent : Theme.ink2
                Accessible.ignored: true
            }
        }
        Row {
            id: course

            visible: row.roomy && row.spark !== ""
            anchors { right: value.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            width: 72
            height: 24

            Repeater {
                id: bars

                model: row.spark === "" ? [] : row.spark.split(" ")

                Item {
                    id: bar

                    required property string modelData

                    width: course.width / bars.count
                    height: course.height

                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: Math.max(1, Math.min(8, parent.width * 0.7))
                        height: Math.round(parent.height * Number(bar.modelData))
                        radius: Math.min(2, width / 4)
                        color: Theme.accent
                        opacity: 0.55
                    }
                }
            }
        }
        Serif {
            id: value

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: Math.max(implicitWidth, 88 * Theme.scale)
            horizontalAlignment: Text.AlignRight
            text: row.value
            wrapMode: Text.NoWrap
            font.features: ({ tnum: 1 })
            Accessible.ignored: true
        }
    }
}
