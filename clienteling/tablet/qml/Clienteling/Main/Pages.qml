pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Book
import Clienteling.Calendar
import Clienteling.Card
import Clienteling.Figures
import Clienteling.Home
import Clienteling.Ledger
import Clienteling.Models
import Clienteling.Newcomer
import Clienteling.Person
import Clienteling.Review
import Clienteling.Team
import Clienteling.Todo

// Which page stands at which place. A page gets the room between top bar and rail, and keeps its own margins
// (Theme.margin at the sides). Scan, card and client book stay once they are made, card and book before they are
// asked for: between a code and its card nothing is built, nor between the first letter and whom it finds. The day
// stays from when somebody reads it until she signs out: it is as far down as it was when she comes back from a card.
FocusScope {
    id: pages

    required property Shop shop

    Component { id: todo; TodoPage { model: pages.shop.todo } }
    Component { id: calendar; CalendarPage { model: pages.shop.calendar } }
    Component { id: figures; FiguresPage { model: pages.shop.figures } }
    Component { id: team; TeamPage { model: pages.shop.team } }
    Component { id: ledger; LedgerPage { shop: pages.shop } }
    Component { id: newcomer; NewcomerPage { model: pages.shop.newcomer } }
    Component { id: person; PersonPage { shop: pages.shop } }

    component Place: Loader {
        anchors.fill: parent
        active: pages.shop.session.open
        focus: visible
    }

    Place {
        visible: pages.shop.navigation.place === Navigation.Place.Scan
        sourceComponent: HomePage { model: pages.shop.home }
    }
    Place {
        visible: pages.shop.navigation.place === Navigation.Place.Customer
        asynchronous: !visible
        sourceComponent: CardPage { model: pages.shop.card }
    }
    Place {
        visible: pages.shop.navigation.place === Navigation.Place.Book
        asynchronous: !visible
        sourceComponent: BookPage { model: pages.shop.book }
    }
    Place {
        property bool read: false

        visible: pages.shop.navigation.place === Navigation.Place.Day
        active: pages.shop.session.open && (visible || read)
        onActiveChanged: read = active
        sourceComponent: ReviewPage { model: pages.shop.review }
    }
    Place {
        sourceComponent: {
            switch (pages.shop.navigation.place) {
            case Navigation.Place.Todo: return todo;
            case Navigation.Place.Calendar: return calendar;
            case Navigation.Place.Figures: return figures;
            case Navigation.Place.Team: return team;
            case Navigation.Place.Ledger: return ledger;
            case Navigation.Place.Person: return person;
            case Navigation.Place.Newcomer: return newcomer;
            default: return null;
            }
        }
    }
}
