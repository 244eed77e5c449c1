pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Models
import Clienteling.Theme

// Of which shop the page speaks, for who answers for several; nothing for the others.
Flow {
    id: chips

    required property ChosenShop shop
    required property string prefix

    spacing: Theme.space8
    visible: chips.shop.scope.count > 0
    height: visible ? implicitHeight : 0

    Repeater {
        model: chips.shop.scope

        Chip {
            required property string key
            required text

            objectName: chips.prefix + key
            iconName: "storefront"
            chosen: chips.shop.shop === key
            onClicked: chips.shop.choose(key)
        }
    }
}
