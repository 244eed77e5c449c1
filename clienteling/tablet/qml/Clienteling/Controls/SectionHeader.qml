import QtQuick
import Clienteling.Theme

// The name of a part of the page, and at its right a figure or a few words.
Item {
    id: header

    required property string title
    property string aside: ""

    implicitWidth: title.implicitWidth + aside.implicitWidth + Theme.space16
    implicitHeight: Math.max(title.implicitHeight, aside.implicitHeight) + 2 * Theme.space4
    Accessible.role: Accessible.Heading
    Accessible.name: header.aside === "" ? header.title : `${header.title}, ${header.aside}`

    Body {
        id: title

        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, parent.width - aside.width - Theme.space16)
        text: header.title
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Small {
        id: aside

        anchors { right: parent.right; baseline: title.baseline }
        text: header.aside
        color: Theme.ink3
        font.features: ({ tnum: 1 })
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
