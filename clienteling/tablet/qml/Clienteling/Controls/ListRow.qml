import QtQuick
import QtQuick.Templates as T
import Clienteling.Theme

// A line of a list: something at the left, title, one quieter line, something at the right, a hairline below.
T.AbstractButton {
    id: row

    property string title: ""
    property string subtitle: ""
    property string aside: ""
    property color subtitleColor: Theme.ink2
    property bool touchable: true
    property bool lined: true
    property Component leading: null
    property Component trailing: null

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.space12,
                             start.height + 2 * Theme.space8)
    focusPolicy: Qt.StrongFocus
    enabled: row.touchable
    Accessible.role: row.touchable ? Accessible.Button : Accessible.ListItem
    Accessible.name: [row.title, row.subtitle, row.aside].filter(part => part !== "").join(", ")

    background: Rectangle {
        color: row.down ? Theme.tint : "transparent"
        Behavior on color { ColorAnimation { duration: Theme.quick } }
        FocusRing { target: row; radius: Theme.radiusPicture; anchors.margins: 0; shown: row.visualFocus }
    }

    contentItem: Item {
        Loader {
            id: start

            active: row.leading !== null
            sourceComponent: row.leading
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        }
        Column {
            id: words

            anchors {
                left: start.right
                leftMargin: start.active ? Theme.space12 : 0
                right: end.left
                rightMargin: Theme.space12
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.space4 / 2

            Body {
                width: parent.width
                text: row.title
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Small {
                visible: row.subtitle !== ""
                width: parent.width
                text: row.subtitle
                color: row.subtitleColor
                Accessible.ignored: true
            }
        }
        Row {
            id: end

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.space12

            Small {
                visible: row.aside !== ""
                text: row.aside
                color: Theme.ink3
                font.features: ({ tnum: 1 })
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Loader {
                active: row.trailing !== null
                sourceComponent: row.trailing
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    Hairline {
        visible: row.lined
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
}
