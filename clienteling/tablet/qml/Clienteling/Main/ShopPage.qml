pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Scan
import Clienteling.Theme

// The shop floor: the rail at the left (below when the screen is tall), search and the pill on top, and
// the page of the place where one is.
FocusScope {
    id: page

    required property Shop shop
    readonly property bool tall: height > width
    // While a customer holds the tablet there is nothing here but what she was handed.
    readonly property bool ours_to_use: page.shop.turned.handed === ""

    focus: true
    onOurs_to_useChanged: {
        SecondTouch.turned();
        turned.show();
    }
    Keys.onEscapePressed: page.leave()
    Keys.onBackPressed: page.leave()

    function leave(): void {
        if (page.ours_to_use)
            page.shop.navigation.leave();
    }

    // What one turns to is where the keyboard goes on; who is typing a search goes on typing. What was told about the
    // place of before lies over no other one.
    Connections {
        target: page.shop.navigation

        function onPlace_changed(): void {
            SecondTouch.turned();
            Help.leave();
            keys.close();
            if (!top.searching && !Keyboard.covered())
                pages.forceActiveFocus();
        }
        function onCustomer_changed(): void { SecondTouch.turned(); }
    }
    FocusScope {
        id: ours

        anchors.fill: parent
        visible: page.ours_to_use
        focus: visible

        ShopStrokes {
            page: ours
            shop: page.shop
            onSearch_asked: top.search()
            onKeys_asked: keys.open()
        }
        Rail {
            id: rail

            shop: page.shop
            tall: page.tall
            x: 0
            y: page.tall ? page.height - height : 0
            width: page.tall ? page.width : Theme.rail
            height: page.tall ? Theme.rail + Theme.space4 : page.height
        }
        TopBar {
            id: top

            shop: page.shop
            x: (page.tall ? 0 : rail.width) + Theme.margin
            y: Theme.space8
            width: page.width - x - Theme.margin
            onResults_asked: pages.forceActiveFocus()
        }
        Pages {
            id: pages

            shop: page.shop
            x: page.tall ? 0 : rail.width
            y: top.y + top.height + Theme.space16
            width: page.width - x
            height: page.height - y - (page.tall ? rail.height : 0)
        }
        Toast {
            // Above the line of what a page offers at its foot: nothing that is acted on is covered.
            foot: (Leaves.ground?.taken ?? Theme.action + 2 * Theme.space16) + (page.tall ? rail.height : 0)
            text: page.shop.toasts.text
            undoable: page.shop.toasts.undoable
            onUndo: page.shop.toasts.undo()
        }
    }
    Loader {
        id: turned

        anchors.fill: parent
        focus: !page.ours_to_use

        function show(): void {
            if (page.ours_to_use)
                turned.source = "";
            else
                turned.setSource(Qt.resolvedUrl("../Turned/TurnedPage.qml"), { shop: page.shop });
        }
    }
    Leaf {
        id: keys

        sourceComponent: KeysSheet {}
    }
    Leaf {
        id: link_card

        sourceComponent: LinkCardSheet { model: page.shop.link_card }

        Connections {
            target: page.shop.link_card
            function onAsked(): void { link_card.open(); }
        }
    }
}
