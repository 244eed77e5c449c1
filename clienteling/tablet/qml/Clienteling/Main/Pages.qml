pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Book
import Clienteling.Card
import Clienteling.Home
import Clienteling.Models

// Which page stands at which place. A page gets the room between top bar and rail, and keeps its own margins
// (Theme.margin at the sides). Scan, card and client book stay once they are made, card and book before they are
// asked for: between a code and its card nothing is built, nor between the first letter and whom it finds. The day
// stays from when somebody reads it until she signs out: it is as far down as it was when she comes back from a card.
// The others are read from their files when one turns to them, so that a tablet holds none that nobody looks at.
FocusScope {
    id: pages

    required property Shop shop

    component Place: Loader {
        anchors.fill: parent
        active: pages.shop.session.open
        focus: visible
    }

    function show(): void {
        const place = pages.shop.session.open ? pages.shop.navigation.place : Navigation.Place.Scan;
        if (!pages.shop.session.open)
            day.source = "";
        else if (place === Navigation.Place.Day && day.status === Loader.Null)
            day.setSource(Qt.resolvedUrl("../Review/ReviewPage.qml"), { model: pages.shop.review });
        other.turn(place);
    }

    Component.onCompleted: pages.show()

    Connections {
        target: pages.shop.navigation
        function onPlace_changed(): void { pages.show(); }
    }
    Connections {
        target: pages.shop.session
        function onChanged(): void { pages.show(); }
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
    Loader {
        id: day

        anchors.fill: parent
        visible: pages.shop.navigation.place === Navigation.Place.Day
        focus: visible
    }
    Loader {
        id: other

        property int place: Navigation.Place.Scan

        anchors.fill: parent
        focus: visible

        function turn(place: int): void {
            if (place === other.place)
                return;
            other.place = place;
            switch (place) {
            case Navigation.Place.Todo:
                return other.setSource(Qt.resolvedUrl("../Todo/TodoPage.qml"), { model: pages.shop.todo });
            case Navigation.Place.Calendar:
                return other.setSource(Qt.resolvedUrl("../Calendar/CalendarPage.qml"), { model: pages.shop.calendar });
            case Navigation.Place.Figures:
                return other.setSource(Qt.resolvedUrl("../Figures/FiguresPage.qml"), { model: pages.shop.figures });
            case Navigation.Place.Team:
                return other.setSource(Qt.resolvedUrl("../Team/TeamPage.qml"), { model: pages.shop.team });
            case Navigation.Place.Ledger:
                return other.setSource(Qt.resolvedUrl("../Ledger/LedgerPage.qml"), { shop: pages.shop });
            case Navigation.Place.Person:
                return other.setSource(Qt.resolvedUrl("../Person/PersonPage.qml"),
                                       { shop: pages.shop, own_figures: pages.shop.own_figures });
            case Navigation.Place.Newcomer:
                return other.setSource(Qt.resolvedUrl("../Newcomer/NewcomerPage.qml"), { model: pages.shop.newcomer });
            default:
                other.source = "";
            }
        }
    }
}
