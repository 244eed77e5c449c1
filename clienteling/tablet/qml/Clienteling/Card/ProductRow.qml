pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// What she has in mind and what goes with it; or, at a tap, what she has bought so far.
Column {
    id: row

    required property CardViewModel model
    property bool history: false
    signal product_asked(string product_id, string variant_id)
    signal product_toggled(string product_id, string variant_id)

    readonly property bool shelf_empty: row.model.shelf.count === 0
    readonly property bool both: !row.shelf_empty && row.model.purchases.count > 0
    readonly property bool shows_history: row.history || row.shelf_empty
    readonly property int columns: Math.max(2, Math.floor((row.width + Theme.space16) / (row.least + Theme.space16)))
    readonly property int least: Math.round(170 * Theme.scale)
    readonly property int tile: (row.width - (row.columns - 1) * Theme.space16) / row.columns

    readonly property bool filled: !row.shelf_empty || row.model.purchases.count > 0

    spacing: Theme.space4

    // Only the tiles within the width are made; those that leave are used again.
    component Sideways: ListView {
        id: sideways

        objectName: "sideways"
        width: row.width
        orientation: ListView.Horizontal
        spacing: Theme.space16
        reuseItems: true
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Component.onCompleted: sideways.fit()

        // As high as its tiles, followed and not bound: a tile may be made while the height is asked for.
        function fit(): void {
            sideways.height = sideways.contentItem.childrenRect.height;
        }

        Connections {
            target: sideways.contentItem

            function onChildrenRectChanged(): void { sideways.fit(); }
        }
    }
    component Heading: T.AbstractButton {
        id: heading

        property bool chosen: false

        implicitWidth: word.implicitWidth
        implicitHeight: Theme.touch
        focusPolicy: Qt.StrongFocus
        enabled: row.both
        Accessible.role: Accessible.PageTab
        Accessible.name: heading.text
        background: Item { FocusRing { target: heading; radius: Theme.space8; shown: heading.visualFocus } }
        contentItem: Item {
            Body {
                id: word

                anchors.verticalCenter: parent.verticalCenter
                text: heading.text
                color: heading.chosen ? Theme.ink : Theme.ink3
                font.weight: heading.chosen ? Font.DemiBold : Font.Medium
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }

    Row {
        spacing: Theme.space28

        Heading {
            objectName: "shelfHeading"
            visible: !row.shelf_empty
            text: qsTr("In her basket and seen")
            chosen: !row.shows_history
            onClicked: row.history = false
        }
        Heading {
            objectName: "purchasesHeading"
            visible: row.model.purchases.count > 0
            text: qsTr("Bought so far · %1").arg(row.model.purchases.count)
            chosen: row.shows_history
            onClicked: row.history = true
        }
    }
    Sideways {
        visible: !row.shows_history
        model: row.model.shelf
        delegate: ProductTile {
            width: row.tile
            onClicked: row.product_asked(product_id, variant_id)
            onHand_asked: row.product_toggled(product_id, variant_id)
        }
    }
    Loader {
        active: row.shows_history
        visible: active
        sourceComponent: Sideways {
            model: row.model.purchases
            delegate: PurchaseTile {
                width: row.tile
                onClicked: row.product_asked(product_id, variant_id)
            }
        }
    }
}
