import QtQuick
import Clienteling.Controls
import Clienteling.Theme

// What speaks against sending it, and where that is put right.
Rectangle {
    id: line

    required property string words
    required property bool stops
    required property string way_on
    signal asked(string way_on)

    readonly property color tone: line.stops ? Theme.warn : Theme.gold

    implicitHeight: column.implicitHeight + 2 * Theme.space12
    radius: Theme.radiusPicture
    color: line.stops ? Theme.warnTint : Theme.goldTint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: line.words

    Icon {
        id: sign

        x: Theme.space16
        y: Theme.space12
        name: line.stops ? "prohibit" : "warning"
        tint: line.tone
    }
    Column {
        id: column

        anchors { left: sign.right; leftMargin: Theme.space12; right: parent.right; rightMargin: Theme.space16 }
        y: Theme.space12
        spacing: Theme.space8

        Body {
            width: parent.width
            text: line.words
            color: line.tone
            Accessible.ignored: true
        }
        Button {
            objectName: "wayOn-" + line.way_on
            visible: line.way_on !== ""
            text: line.way_on === "consent" ? qsTr("Ask her now") : qsTr("Add it to her data")
            onClicked: line.asked(line.way_on)
        }
    }
}
