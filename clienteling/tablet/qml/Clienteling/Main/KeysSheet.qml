pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Every key that does something here, read from the pages that lend them: the list cannot promise more.
Sheet {
    id: sheet

    property list<Stroke> strokes: []

    help: "keys"
    title: qsTr("With the keyboard")
    onAboutToShow: sheet.strokes = Keyboard.strokes

    component Line: Item {
        id: line

        required property string key
        required property string does

        width: parent?.width ?? 0
        implicitHeight: Math.max(cap.height, does.implicitHeight) + 2 * Theme.space4
        Accessible.role: Accessible.ListItem
        Accessible.name: `${line.key}: ${line.does}`

        Rectangle {
            id: cap

            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(Theme.touch, letter.implicitWidth + 2 * Theme.space12)
            height: letter.implicitHeight + Theme.space12
            radius: Theme.space8
            color: Theme.card
            border.width: Theme.hairline
            border.color: Theme.line

            Body {
                id: letter

                anchors.centerIn: parent
                text: line.key
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }
        Body {
            id: does

            anchors { left: parent.left; leftMargin: Math.round(150 * Theme.scale); right: parent.right; verticalCenter: parent.verticalCenter }
            text: line.does
            Accessible.ignored: true
        }
    }

    Column {
        width: parent.width

        SectionHeader { width: parent.width; title: qsTr("On this page") }
        Repeater {
            model: sheet.strokes

            Line {
                required property Stroke modelData

                key: modelData?.key ?? ""
                does: modelData?.does ?? ""
            }
        }
    }
    Column {
        width: parent.width

        SectionHeader { width: parent.width; title: qsTr("Everywhere") }
        Line { key: qsTr("Esc"); does: qsTr("Close, or back") }
        Line { key: qsTr("Tab"); does: qsTr("To the next thing; with Shift to the one before") }
        Line { key: "← ↑ → ↓"; does: qsTr("To what lies next") }
        Line { key: qsTr("Enter"); does: qsTr("Press it") }
        Line { key: qsTr("Home, End"); does: qsTr("To the beginning or the end of a list") }
        Line { key: qsTr("Page ↑, Page ↓"); does: qsTr("A page further or back") }
    }
    Small {
        width: parent.width
        text: qsTr("Letters and digits act only while nobody types, and never while a scanner does.")
    }
}
