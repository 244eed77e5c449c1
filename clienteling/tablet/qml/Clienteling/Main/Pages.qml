pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Book
import Clienteling.Card
import Clienteling.Home
import Clienteling.Ledger
import Clienteling.Models
import Clienteling.Person

// Which page stands at which place. A page gets the
// room between top bar and rail, and keeps its own margins (Theme.margin at the sides).
FocusScope {
    id: pages

    required property Shop shop

    Component { id: home; HomePage { model: pages.shop.home } }
    Component { id: book; BookPage { model: pages.shop.book } }
    Component { id: card; CardPage { model: pages.shop.card } }
    Component { id: ledger; LedgerPage { shop: pages.shop } }
    Component { id: person; PersonPage { shop: pages.shop } }

    Loader {
        anchors.fill: parent
        focus: true
        active: pages.shop.session.open
        sourceComponent: {
            switch (pages.shop.navigation.place) {
            case Navigation.Place.Scan: return home;
            case Navigation.Place.Book: return book;
            case Navigation.Place.Customer: return card;
            case Navigation.Place.Ledger: return ledger;
            case Navigation.Place.Person: return person;
            default: return null;
            }
        }
    }
}
