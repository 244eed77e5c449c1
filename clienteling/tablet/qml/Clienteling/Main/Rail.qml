pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme

// The places, always within a thumb's reach; ledger and person at its end.
Rectangle {
    id: rail

    required property Shop shop
    required property bool tall

    // Beneath a tall screen all of them share its width.
    readonly property int places: 7 + (rail.shop.session.manages ? 2 : 0)
    readonly property int share: (rail.width - 2 * Theme.space20 - rail.places * Theme.space4) / rail.places

    component PlaceButton: RailPlace {
        navigation: rail.shop.navigation
        width: rail.tall ? Math.min(implicitWidth, rail.share) : implicitWidth
    }

    color: Theme.paper
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Hairline {
        x: rail.tall ? 0 : rail.width - width
        width: rail.tall ? rail.width : Theme.hairline
        height: rail.tall ? Theme.hairline : rail.height
    }
    Grid {
        x: rail.tall ? Theme.space20 : (rail.width - width) / 2
        y: rail.tall ? (rail.height - height) / 2 : Theme.space16
        columns: rail.tall ? rail.places - 2 : 1
        spacing: Theme.space4

        PlaceButton { objectName: "place-Scan"; place: Navigation.Place.Scan; iconName: "qr-code"; label: qsTr("Scan") }
        PlaceButton { objectName: "place-Book"; place: Navigation.Place.Book; iconName: "users-three"; label: qsTr("Client book"); word: qsTr("Clients", "on the rail") }
        PlaceButton {
            objectName: "place-Todo"
            place: Navigation.Place.Todo
            iconName: "check-circle"
            label: qsTr("To do")
            waiting: rail.shop.todo.late
        }
        PlaceButton {
            objectName: "place-Calendar"
            place: Navigation.Place.Calendar
            iconName: "calendar-blank"
            label: qsTr("Calendar")
        }
        PlaceButton { objectName: "place-Day"; place: Navigation.Place.Day; iconName: "storefront"; label: qsTr("The shop's day"); word: qsTr("Day", "on the rail") }
        PlaceButton {
            objectName: "place-Figures"
            visible: rail.shop.session.manages
            place: Navigation.Place.Figures
            iconName: "chart-bar"
            label: qsTr("The shop's figures")
            word: qsTr("Figures", "on the rail")
        }
        PlaceButton {
            objectName: "place-Team"
            visible: rail.shop.session.manages
            place: Navigation.Place.Team
            iconName: "identification-badge"
            label: qsTr("The team")
            word: qsTr("Team", "on the rail")
        }
    }
    Grid {
        x: rail.tall ? rail.width - width - Theme.space20 : (rail.width - width) / 2
        y: rail.tall ? (rail.height - height) / 2 : rail.height - height - Theme.space16
        columns: rail.tall ? 2 : 1
        spacing: Theme.space4

        PlaceButton {
            objectName: "place-Ledger"
            place: Navigation.Place.Ledger
            iconName: "tray-arrow-up"
            label: qsTr("Ledger")
            waiting: rail.shop.link.to_decide + rail.shop.conflicts.count
        }
        PlaceButton {
            id: person

            place: Navigation.Place.Person
            iconName: ""
            label: rail.shop.session.name
            word: ""
            filled: false

            Avatar {
                anchors { horizontalCenter: parent.horizontalCenter; top: parent.top }
                size: 40
                initials: rail.shop.session.initials
                border.width: rail.shop.navigation.place === Navigation.Place.Person ? Theme.focusLine : 0
                border.color: Theme.gold
            }
        }
    }
}
