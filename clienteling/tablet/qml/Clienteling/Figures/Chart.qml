pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// A figure day by day: read at a glance, and to the figure by a finger that lies or slides on it, or by the arrows.
// What Qt Graphs needs is loaded with the first chart: nobody who sees none waits for it.
T.AbstractButton {
    id: chart

    required property ChartViewModel model
    readonly property int count: chart.model.labels.length
    readonly property real slot: area.width / Math.max(1, chart.count)
    readonly property int every: Math.max(1, Math.ceil((longest.width + Theme.space8) / chart.slot))

    objectName: "chart"
    implicitHeight: 300 * Theme.signScale
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Chart
    Accessible.name: chart.model.name
    Accessible.description: chart.model.reading
    Keys.onLeftPressed: chart.model.read_beside(-1)
    Keys.onRightPressed: chart.model.read_beside(1)

    function read_at(x: real): void {
        chart.model.read_bar(Math.floor((x - area.x) / chart.slot));
    }

    TextMetrics {
        id: widest

        font.family: Theme.sans
        font.pixelSize: Theme.sizeTiny
        font.features: ({ tnum: 1 })
        text: chart.model.widest_tick
    }
    TextMetrics {
        id: longest

        font.family: Theme.sans
        font.pixelSize: Theme.sizeTiny
        text: chart.model.widest_label
    }

    background: FocusRing { target: chart; radius: Theme.radiusPicture; anchors.margins: -Theme.space4; shown: chart.visualFocus }
    contentItem: Item {
        Repeater {
            model: chart.model.ticks

            Item {
                id: tick

                required property real at
                required property string label

                y: Math.round(area.y + area.height * (1 - tick.at))
                width: parent?.width ?? 0

                Hairline {
                    x: area.x
                    width: area.width
                    color: tick.at === 0 ? Theme.ink3 : Theme.line
                }
                Small {
                    y: -height / 2
                    width: area.x - Theme.space8
                    horizontalAlignment: Text.AlignRight
                    text: tick.label
                    color: Theme.ink3
                    font.pixelSize: Theme.sizeTiny
                    font.features: ({ tnum: 1 })
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        Rectangle {
            objectName: "readBar"
            visible: chart.model.read >= 0
            x: area.x + chart.slot * chart.model.read
            y: area.y
            width: chart.slot
            height: area.height
            color: Theme.tint
            radius: Theme.space4
        }
        Item {
            id: area

            x: widest.width + Theme.space12
            y: Math.ceil(widest.height / 2) + Theme.space4
            width: parent.width - x
            height: parent.height - y - longest.height - Theme.space12

            Loader {
                id: plot

                // Of other bars it is drawn afresh: Qt Graphs leaves the bars of before where there are fewer now.
                function draw(): void {
                    plot.source = "";
                    plot.setSource(Qt.resolvedUrl("Plot.qml"), { model: chart.model });
                }

                objectName: "plot"
                anchors.fill: parent
                Component.onCompleted: draw()

                Connections {
                    target: chart.model

                    function onRedrawn(): void { plot.draw(); }
                }
            }
            Row {
                visible: chart.model.has_goal
                y: Math.round(parent.height * (1 - chart.model.goal / chart.model.top)) - 1
                width: parent.width
                spacing: Theme.space4
                clip: true

                Repeater {
                    model: chart.model.has_goal && area.width > 0 ? Math.ceil(area.width / (Theme.space8 + Theme.space4)) : 0

                    Rectangle {
                        width: Theme.space8
                        height: 2
                        color: Theme.ink
                    }
                }
            }
        }
        Repeater {
            model: chart.model.slots

            Small {
                id: below

                required property int index
                required property string label
                required property bool meant

                visible: below.meant || below.index % chart.every === 0
                x: area.x + chart.slot * (index + 0.5) - width / 2
                y: area.y + area.height + Theme.space8
                text: below.label
                color: below.meant ? Theme.ink : Theme.ink3
                font.pixelSize: Theme.sizeTiny
                font.weight: below.meant ? Font.DemiBold : Font.Normal
                font.features: ({ tnum: 1 })
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            preventStealing: false
            onPressed: mouse => {
                chart.forceActiveFocus(Qt.MouseFocusReason);
                chart.read_at(mouse.x);
            }
            onPositionChanged: mouse => chart.read_at(mouse.x)
            onExited: if (!pressed && !chart.activeFocus) chart.model.read_bar(-1)
        }
    }
}
