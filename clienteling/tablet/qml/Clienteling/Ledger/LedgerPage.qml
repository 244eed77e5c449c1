pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// End of day at a glance. First what a person has to decide, then what was recorded here and whether the hub has it.
Item {
    id: page

    required property Shop shop
    readonly property LedgerViewModel model: page.shop.ledger
    readonly property Link link: page.shop.link
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int to_decide: page.model.to_decide + page.shop.conflicts.count

    component Head: Column {
        spacing: Theme.space4

        Serif {
            width: parent.width
            text: qsTr("Ledger")
            font.pixelSize: Theme.sizeDisplay
        }
        Body {
            width: parent.width
            text: LinkWords.line(page.link)
            color: page.link.standing === Link.Standing.Offline ? Theme.gold
                : [Link.Standing.Refused, Link.Standing.Locked, Link.Standing.Wiped].includes(page.link.standing)
                ? Theme.warn : Theme.ink2
        }
    }

    Flickable {
        id: beside

        visible: !page.tall
        x: Theme.margin
        y: Theme.space12
        width: page.tall ? 0 : Math.round(360 * Theme.scale)
        height: parent.height - y
        contentHeight: aside.height
        bottomMargin: Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight + bottomMargin > height

        Column {
            id: aside

            width: parent.width
            spacing: Theme.space20

            Head { width: parent.width }
            LedgerSummary {
                width: parent.width
                shop: page.shop
                to_decide: page.to_decide
            }
        }
    }
    ListView {
        id: records

        objectName: "ledgerRecords"
        x: page.tall ? Theme.margin : beside.x + beside.width + Theme.space32
        y: Theme.space12
        width: page.width - x - Theme.margin
        height: page.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Theme.margin
        model: page.model.rows
        // A current line would take the focus from what is being typed above.
        currentIndex: -1
        // What is to be decided stands on top, whenever it comes.
        property bool untouched: true
        onMovementStarted: untouched = false
        onOriginYChanged: Qt.callLater(records.stay_on_top)

        function stay_on_top(): void {
            if (records.untouched)
                records.contentY = records.originY;
        }

        header: Column {
            width: records.width
            spacing: Theme.space20
            bottomPadding: Theme.space8
            onHeightChanged: Qt.callLater(records.stay_on_top)

            Head {
                visible: page.tall
                width: parent.width
            }
            ConflictBlock {
                width: parent.width
                model: page.shop.conflicts
            }
            RefusedBlock {
                width: parent.width
                model: page.model
                guard: page.shop.card.record.guard
            }
            LedgerSummary {
                visible: page.tall
                width: parent.width
                shop: page.shop
                to_decide: page.to_decide
            }
            DecidedBlock {
                width: parent.width
                model: page.shop.conflicts
            }
            Forgotten {
                width: parent.width
                model: page.model
            }
            SectionHeader {
                width: parent.width
                visible: records.count > 0
                title: qsTr("Recorded here")
                aside: qsTr("newest first")
            }
        }
        delegate: LedgerLine {
            width: records.width
            guard: page.shop.card.record.guard
            onOpened: page.model.open_customer(customer_id)
        }
        footer: Item {
            readonly property bool shown: page.model.loaded && records.count === 0 && page.to_decide === 0

            width: records.width
            height: shown ? Math.max(nothing.height + 2 * Theme.margin, records.height - (records.headerItem?.height ?? 0) - Theme.margin) : 0

            EmptyState {
                id: nothing

                visible: parent.shown
                anchors.centerIn: parent
                width: Math.min(parent.width, Math.round(420 * Theme.scale))
                iconName: "tray-arrow-up"
                title: qsTr("Nothing recorded today")
                words: qsTr("Each visit, note and promise will stand here, with how far it has come: saved here, sent, confirmed.")
                actionText: qsTr("Scan a code")
                onActed: page.shop.navigation.go(Navigation.Place.Scan)
            }
        }
    }
}
