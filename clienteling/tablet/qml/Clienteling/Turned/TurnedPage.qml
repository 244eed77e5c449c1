pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Known
import Clienteling.Models
import Clienteling.Newcomer
import Clienteling.Theme

// The tablet in a customer's hands. No places, no search, no way back but the lock in the corner.
FocusScope {
    id: page

    required property Shop shop
    readonly property TurnedViewModel model: page.shop.turned

    focus: true

    Component { id: steps; HerSteps { objectName: "herSteps"; model: page.shop.newcomer; onFinished: back.visible = true } }

    Component { id: known; KnownPage { objectName: "known"; model: page.shop.card.known; onFinished: back.visible = true } }

    Item {
        id: head

        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        height: Math.max(Theme.rail, name.implicitHeight, lock.implicitHeight)

        Serif {
            id: name

            anchors { left: parent.left; right: lock.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }
            text: page.model.store_name
            color: Theme.ink2
        }
        Button {
            id: lock

            objectName: "giveBack"
            visible: !back.visible
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            iconName: "lock-simple"
            text: qsTr("Give the tablet back")
            onClicked: back.visible = true
        }
    }
    Loader {
        id: content

        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
        focus: !back.visible
        enabled: !back.visible
        sourceComponent: {
            switch (page.model.handed) {
            case "newcomer": return steps;
            case "known": return known;
            default: return null;
            }
        }
    }
    GiveBack {
        id: back

        anchors.fill: parent
        visible: false
        focus: visible
        model: page.model
        onPut_away: visible = false
    }
}
