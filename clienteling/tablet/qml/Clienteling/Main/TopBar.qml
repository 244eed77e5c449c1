import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// Search and the sync pill, on top of every page.
Item {
    id: bar

    required property Shop shop
    signal results_asked

    implicitHeight: Theme.touch

    function look(text: string): void {
        bar.shop.book.look_for(text);
        if (text !== "")
            bar.shop.navigation.go(Navigation.Place.Book);
    }

    SearchField {
        id: search

        objectName: "search"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: Math.min(430, bar.width - pill.width - Theme.space16)
        hint: qsTr("Search name, phone, e-mail, card")
        Keys.onDownPressed: bar.results_asked()
        onEdited: text => bar.look(text)
        // What was typed may be a code, a card or an article number; words open the first who is found.
        onAccepted: bar.shop.scanner.offer(search.text)

        // What was being looked for is no longer wanted once a card is open.
        Connections {
            target: bar.shop.navigation

            function onPlace_changed(): void {
                if (bar.shop.navigation.place !== Navigation.Place.Book && search.text !== "")
                    search.empty();
            }
        }
    }
    SyncPill {
        id: pill

        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        link: bar.shop.link
        onClicked: bar.shop.navigation.go(Navigation.Place.Ledger)
    }
}
