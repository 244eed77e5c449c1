pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models

// The strokes of the whole shop floor: a digit for each place in the order of the rail, search, the list of keys.
QtObject {
    id: strokes

    required property Item page
    required property Shop shop
    signal search_asked
    signal keys_asked

    component To: Stroke {
        required property int place

        page: strokes.page
        onStruck: strokes.shop.navigation.go(place)
    }

    readonly property Stroke scan: To { key: "1"; does: qsTr("Scan"); place: Navigation.Place.Scan }
    readonly property Stroke book: To { key: "2"; does: qsTr("Client book"); place: Navigation.Place.Book }
    readonly property Stroke todo: To { key: "3"; does: qsTr("To do"); place: Navigation.Place.Todo }
    readonly property Stroke calendar: To { key: "4"; does: qsTr("Calendar"); place: Navigation.Place.Calendar }
    readonly property Stroke day: To { key: "5"; does: qsTr("The shop's day"); place: Navigation.Place.Day }
    readonly property Stroke figures: To { key: "6"; does: qsTr("The shop's figures"); place: Navigation.Place.Figures; enabled: strokes.shop.session.manages }
    readonly property Stroke team: To { key: "7"; does: qsTr("The team"); place: Navigation.Place.Team; enabled: strokes.shop.session.manages }
    readonly property Stroke ledger: To { key: "8"; does: qsTr("Ledger"); place: Navigation.Place.Ledger }
    readonly property Stroke person: To { key: "9"; does: qsTr("Your page and this tablet"); place: Navigation.Place.Person }
    readonly property Stroke search: Stroke {
        page: strokes.page
        key: "/"
        does: qsTr("Search")
        onStruck: strokes.search_asked()
    }
    readonly property Stroke keys: Stroke {
        page: strokes.page
        key: "?"
        does: qsTr("This list")
        onStruck: strokes.keys_asked()
    }
}
