pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Theme
import Clienteling.Words

// One thing that happened, in whichever channel. What was written here shows how far it has come, and may be
// undone; an undone line stays, struck through.
T.AbstractButton {
    id: line

    required property string key
    required property string kind
    required property string channel
    required property string time
    required property string title
    required property string subtitle
    required property string state_here
    required property bool undone
    required property bool changed
    required property bool can_undo
    required property bool opens
    readonly property bool touchable: line.opens || line.can_undo
    property bool open: false
    signal undo_asked
    signal opened

    readonly property string status: Words.joined([
        line.undone ? qsTr("undone") : line.changed ? qsTr("changed") : "",
        Words.recordState(line.state_here)
    ])

    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.space8 + Theme.space4)
    // What opens nothing is switched off: a line that is used again for another keeps its place among what Tab comes to.
    enabled: line.touchable
    focusPolicy: Qt.StrongFocus
    Accessible.role: line.touchable ? Accessible.Button : Accessible.ListItem
    Accessible.name: [line.time, line.title, line.subtitle, line.status].filter(part => part !== "").join(", ")
    onClicked: {
        if (line.opens)
            line.opened();
        else
            line.open = line.can_undo && !line.open;
    }
    onKeyChanged: line.open = false

    background: Rectangle {
        color: line.down && line.touchable ? Theme.tint : "transparent"
        radius: Theme.radiusPicture
        FocusRing { target: line; radius: Theme.radiusPicture; anchors.margins: 0; shown: line.visualFocus }
    }

    contentItem: Item {
        Avatar {
            id: sign

            y: Theme.space8
            size: Theme.space32
            iconName: Signs.entry(line.kind, line.channel)
            tone: Avatar.Green
            opacity: line.undone ? 0.5 : 1
        }
        Column {
            id: words

            anchors {
                left: sign.right
                leftMargin: Theme.space12
                right: end.left
                rightMargin: Theme.space16
                verticalCenter: parent.verticalCenter
            }

            Body {
                width: parent.width
                text: line.title
                color: line.undone ? Theme.ink3 : Theme.ink
                font.weight: Font.Medium
                font.strikeout: line.undone
                Accessible.ignored: true
            }
            Small {
                visible: line.subtitle !== ""
                width: parent.width
                text: line.subtitle
                Accessible.ignored: true
            }
        }
        Row {
            id: end

            anchors { right: parent.right; top: words.top }
            spacing: Theme.space12

            Column {
                topPadding: Theme.space4 / 2

                Small {
                    anchors.right: parent.right
                    text: line.time
                    color: Theme.ink3
                    font.features: ({ tnum: 1 })
                    Accessible.ignored: true
                }
                Small {
                    anchors.right: parent.right
                    visible: line.status !== ""
                    text: line.status
                    color: line.state_here === "set_aside" ? Theme.warn
                        : line.state_here === "confirmed" ? Theme.accent : Theme.gold
                    Accessible.ignored: true
                }
            }
            Loader {
                active: line.open
                visible: active
                sourceComponent: Button {
                    objectName: "undo-" + line.key
                    iconName: "arrow-counter-clockwise"
                    text: qsTr("Undo")
                    onClicked: {
                        line.open = false;
                        line.undo_asked();
                    }
                }
            }
        }
    }
}
