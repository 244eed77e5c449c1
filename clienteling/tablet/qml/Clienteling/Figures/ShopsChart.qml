pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A figure of several shops side by side: a bar for each, across it the mark of before; a tap goes to that shop.
Column {
    id: chart

    required property Rows shops
    signal picked(string key)

    Repeater {
        model: chart.shops

        T.AbstractButton {
            id: shop

            required property string key
            required property string name
            required property string value
            required property string before
            required property real share
            required property real mark
            required property bool few
            readonly property real room: width - said.width - number.width - 2 * Theme.space12

            objectName: "bar-" + key
            width: chart.width
            implicitHeight: Math.max(Theme.touch, said.height + 2 * Theme.space8)
            enabled: !shop.few
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: shop.few ? qsTr("%1, too few people for a figure").arg(shop.name)
                : shop.before === "" ? `${shop.name}, ${shop.value}` : qsTr("%1, %2, before %3").arg(shop.name).arg(shop.value).arg(shop.before)
            onClicked: chart.picked(shop.key)
            Keys.onReturnPressed: shop.click()
            Keys.onEnterPressed: shop.click()

            background: FocusRing { target: shop; radius: Theme.space8; shown: shop.visualFocus }
            contentItem: Item {
                Small {
                    id: said

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(parent.width * 0.34)
                    text: shop.name
                    color: Theme.ink
                    Accessible.ignored: true
                }
                Small {
                    visible: shop.few
                    anchors { left: said.right; leftMargin: Theme.space12; right: parent.right; verticalCenter: parent.verticalCenter }
                    text: qsTr("too few people for a figure")
                    color: Theme.ink3
                    Accessible.ignored: true
                }
                Rectangle {
                    id: bar

                    visible: !shop.few
                    anchors { left: said.right; leftMargin: Theme.space12; verticalCenter: parent.verticalCenter }
                    width: Math.max(2, Math.round(shop.room * shop.share))
                    height: 14
                    radius: Theme.space4
                    color: Theme.accent
                }
                Rectangle {
                    visible: shop.mark >= 0
                    x: bar.x + Math.round(shop.room * shop.mark) - width / 2
                    anchors.verticalCenter: parent.verticalCenter
                    width: 5
                    height: 26
                    radius: 2
                    color: Theme.gold
                    border { width: Theme.hairline; color: Theme.paper }
                }
                Body {
                    id: number

                    visible: !shop.few
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    width: Math.max(implicitWidth, 72 * Theme.scale)
                    horizontalAlignment: Text.AlignRight
                    text: shop.value
                    font.features: ({ tnum: 1 })
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Hairline { anchors.bottom: parent.bottom; width: parent.width }
            }
        }
    }
}
