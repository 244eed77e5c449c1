pragma ComponentBehavior: Bound

import QtQuick
import QtGraphs
import Clienteling.Models
import Clienteling.Theme

// The bars of a figure, and across each the mark of what it was before. Qt Graphs draws both; its grid and its
// axes are shaders, which the software renderer leaves out, so Chart draws those itself.
GraphsView {
    id: plot

    required property ChartViewModel model

    marginLeft: 0
    marginRight: 0
    marginTop: 0
    marginBottom: 0
    theme: GraphsTheme {
        backgroundVisible: false
        plotAreaBackgroundVisible: false
        gridVisible: false
    }
    axisX: BarCategoryAxis {
        categories: plot.model.labels
        visible: false
        lineVisible: false
        gridVisible: false
        subGridVisible: false
    }
    axisY: ValueAxis {
        min: 0
        max: plot.model.top
        visible: false
        lineVisible: false
        gridVisible: false
        subGridVisible: false
    }

    BarSeries {
        barWidth: 0.62

        BarSet {
            label: plot.model.name
            values: plot.model.bars
            color: Theme.accent
            borderWidth: 0
        }
    }
    ScatterSeries {
        id: marks

        readonly property list<point> points: plot.model.marks

        function draw(): void {
            marks.replace(marks.points);
        }

        onPointsChanged: draw()
        Component.onCompleted: draw()
        pointDelegate: Item {
            Rectangle {
                anchors.centerIn: parent
                width: Math.max(Theme.space8, plot.width / Math.max(1, plot.model.labels.length) * 0.8)
                height: 5
                radius: 2
                color: Theme.gold
                border.width: Theme.hairline
                border.color: Theme.paper
            }
        }
    }
}
