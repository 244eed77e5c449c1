import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Search and the sync pill, on top of every page.
Item {
    id: bar

    required property Shop shop

    implicitHeight: Theme.touch

    SearchField {
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: Math.min(430, bar.width - pill.width - Theme.space16)
        hint: qsTr("Search name, phone, e-mail, card")
    }
    SyncPill {
        id: pill

        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        standing: bar.shop.link.standing
        savedHere: bar.shop.link.saved_here
        toDecide: bar.shop.link.to_decide
        onClicked: bar.shop.navigation.go(Navigation.Place.Ledger)
    }
}
