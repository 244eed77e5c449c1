import QtQuick
import Clienteling.Theme

// The name of a part of the page, and at its right a figure or a few words.
Item {
    id: header

    required property string title
    property string aside: ""
    readonly property bool folded: title.implicitWidth + Theme.space16 + aside.implicitWidth > width

    implicitWidth: title.implicitWidth + aside.implicitWidth + Theme.space16
    implicitHeight: (header.folded ? title.height + aside.height : Math.max(title.height, aside.height)) + 2 * Theme.space4
    Accessible.role: Accessible.Heading
    Accessible.name: header.aside === "" ? header.title : `${header.title}, ${header.aside}`

    Body {
        id: title

        y: Theme.space4
        width: header.folded ? parent.width : implicitWidth
        text: header.title
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Small {
        id: aside

        x: header.folded ? 0 : parent.width - width
        y: header.folded ? title.y + title.height : title.y + title.baselineOffset - baselineOffset
        width: header.folded ? parent.width : implicitWidth
        text: header.aside
        color: Theme.ink3
        font.features: ({ tnum: 1 })
        Accessible.ignored: true
    }
}
