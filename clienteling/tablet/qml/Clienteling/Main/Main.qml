pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Material
import Clienteling.Models
import Clienteling.Theme

// The window: one stage at a time.
ApplicationWindow {
    id: window

    required property Root root

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 600
    visible: true
    title: qsTr("Clienteling")
    color: Theme.paper
    Material.theme: Theme.dark ? Material.Dark : Material.Light
    Material.accent: Theme.accent
    Material.foreground: Theme.ink
    Material.background: Theme.paper

    Binding { target: Theme; property: "dark"; value: window.root.preferences.dark }
    Binding { target: Theme; property: "reducedMotion"; value: window.root.preferences.reduced_motion }

    Loader {
        anchors.fill: parent
        sourceComponent: {
            switch (window.root.stage) {
            case Root.Stage.Shop: return shop;
            default: return opening;
            }
        }
    }

    Component { id: opening; OpeningPage {} }
    Component { id: shop; ShopPage { shop: window.root.shop as Shop } }
}
