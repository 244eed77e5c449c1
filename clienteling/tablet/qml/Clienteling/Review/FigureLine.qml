pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The figures of a day side by side, two and two where there is less room. A tap asks what is behind one.
Item {
    id: line

    required property Rows figures
    readonly property int columns: width < 620 * Theme.scale ? 2 : 4
    signal asked(key: string)

    implicitHeight: grid.height + 2

    Hairline { width: parent.width }
    Grid {
        id: grid

        y: 1
        width: parent.width
        columns: line.columns

        Repeater {
            model: line.figures

            T.AbstractButton {
                id: figure

                required property int index
                required property string key
                required property string value
                required property string label
                required property string note
                required property string tone
                required property string formula
                readonly property bool first: figure.index % line.columns === 0

                objectName: "figure-" + key
                width: grid.width / line.columns
                implicitHeight: words.implicitHeight + 2 * Theme.space12
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: [figure.value, figure.label, figure.note].join(", ")
                Accessible.description: figure.formula
                onClicked: line.asked(figure.key)

                background: Item {
                    Rectangle {
                        visible: !figure.first
                        width: Theme.hairline
                        height: line.columns === 4 ? grid.height : parent.height
                        color: Theme.line
                    }
                    FocusRing { target: figure; radius: Theme.radiusPicture; anchors.margins: 0; shown: figure.visualFocus }
                }
                contentItem: Item {
                    implicitHeight: words.implicitHeight

                    Column {
                        id: words

                        x: figure.first ? 0 : Theme.space16
                        y: Theme.space12
                        width: parent.width - x - Theme.space8
                        spacing: Theme.space4

                        Serif {
                            width: parent.width
                            text: figure.value
                            font.pixelSize: Theme.sizeDisplay
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.sizeTitle
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        Small {
                            width: parent.width
                            text: figure.label
                            Accessible.ignored: true
                        }
                        Small {
                            width: parent.width
                            text: figure.note
                            color: figure.tone === "late" ? Theme.warn : figure.tone === "waiting" ? Theme.gold
                                : figure.tone === "good" ? Theme.accent : Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
    Hairline { y: grid.height + 1; width: parent.width }
}
