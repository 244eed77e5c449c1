pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Models

// Which page stands at which place. A page is an Item with `required property <Model> model`; it gets the
// room between top bar and rail, and keeps its own margins (Theme.margin at the sides).
Item {
    id: pages

    required property Shop shop

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (pages.shop.navigation.place) {
            default: return null;
            }
        }
    }
}
