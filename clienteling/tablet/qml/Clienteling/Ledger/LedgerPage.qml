pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// End of day at a glance: what was recorded here, and whether the hub has it.
Item {
    id: page

    required property Shop shop
    readonly property LedgerViewModel model: page.shop.ledger
    readonly property Link link: page.shop.link
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int to_decide: page.model.to_decide + page.shop.conflicts.count
    readonly property bool complete: page.model.waiting === 0 && page.to_decide === 0

    function sentence(): string {
        if (page.to_decide > 0)
            return qsTr("%n records have to be decided.", "", page.to_decide);
        if (page.model.waiting > 0)
            return qsTr("%n records are saved here and will go by themselves.", "", page.model.waiting);
        return page.model.recorded === 0 ? qsTr("What is recorded today will stand here.")
            : qsTr("Everything has reached the hub.");
    }

    Item {
        id: summary

        x: Theme.margin
        y: Theme.space12
        width: page.tall ? parent.width - 2 * Theme.margin : 360
        height: page.tall ? block.height + head.height + Theme.space20 + (means.implicitHeight > 0 ? means.implicitHeight + Theme.space16 : 0) : parent.height - Theme.margin

        Column {
            id: head

            width: parent.width
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
        Block {
            id: block

            anchors { top: head.bottom; topMargin: Theme.space20 }
            width: parent.width
            height: figures.implicitHeight + 2 * padding

            Column {
                id: figures

                width: parent.width
                spacing: Theme.space16

                Body {
                    text: qsTr("Today on this tablet")
                    color: Theme.inkOnAccent
                    font.weight: Font.Medium
                }
                Row {
                    width: parent.width

                    Figure { figure: page.model.recorded; name: qsTr("recorded"); width: parent.width / 2 }
                    Figure { figure: page.model.confirmed; name: qsTr("confirmed"); width: parent.width / 2 }
                }
                Row {
                    width: parent.width
                    spacing: Theme.space12

                    Icon {
                        id: sign

                        name: page.complete ? "checks" : page.to_decide > 0 ? "warning" : "device-tablet"
                        tint: Theme.inkOnAccent
                    }
                    Body {
                        width: parent.width - sign.width - parent.spacing
                        text: page.sentence()
                        color: Theme.inkOnAccent
                    }
                }
            }
        }
        Column {
            id: means

            anchors { top: block.bottom; topMargin: Theme.space16 }
            width: parent.width
            spacing: Theme.space12

            Flow {
                width: parent.width
                spacing: Theme.space12

                Button {
                    visible: page.link.standing !== Link.Standing.Live
                    iconName: "arrows-clockwise"
                    text: qsTr("Look for the hub now")
                    onClicked: page.shop.look_for_hub()
                }
                Button {
                    objectName: "saveQueue"
                    visible: page.model.savable && page.model.waiting + page.model.to_decide > 0
                    iconName: "tray-arrow-up"
                    text: qsTr("Save what is unsent to a file")
                    onClicked: page.model.save_queue()
                }
                Button {
                    visible: page.model.written !== ""
                    text: qsTr("Show the folder")
                    onClicked: page.model.show_folder()
                }
            }
            Small {
                objectName: "queueWritten"
                width: parent.width
                visible: text !== ""
                text: page.model.written !== "" ? qsTr("Saved as %1. Only the hub opens it: “clienteling hub take FILE”. What is here stays here.").arg(page.model.written)
                    : page.model.not_written === "no_key" ? qsTr("Not saved: this hub has not yet said to which key. After the next meeting it can be.")
                    : page.model.not_written !== "" ? qsTr("Not saved: the folder cannot be written to.") : ""
                wrapMode: Text.Wrap
                color: page.model.not_written !== "" ? Theme.warn : Theme.ink2
            }
        }
    }
    ListView {
        id: records

        x: page.tall ? Theme.margin : summary.x + summary.width + Theme.space32
        y: page.tall ? summary.y + summary.height + Theme.space20 : Theme.space12
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
        header: Column {
            width: records.width
            onHeightChanged: {
                if (records.untouched)
                    Qt.callLater(records.positionViewAtBeginning);
            }
            bottomPadding: Theme.space8

            ConflictBlock {
                width: parent.width
                model: page.shop.conflicts
            }
            Column {
                width: parent.width
                visible: page.model.receipts.count > 0
                bottomPadding: Theme.space16

                SectionHeader {
                    width: parent.width
                    title: qsTr("Forgotten")
                    aside: qsTr("without names")
                }
                Repeater {
                    model: page.model.receipts

                    ListRow {
                        id: receipt

                        required property string when
                        required property int devices
                        required property int confirmed
                        required property bool done

                        objectName: "receipt"
                        width: parent?.width ?? 0
                        touchable: false
                        enabled: true
                        title: receipt.done ? qsTr("A customer is erased everywhere") : qsTr("A customer is being erased")
                        subtitle: qsTr("erased on %1 of %n tablets", "", receipt.devices).arg(receipt.confirmed)
                        subtitleColor: receipt.done ? Theme.accent : Theme.gold
                        aside: receipt.when
                    }
                }
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
            onMended: words => page.model.mend(collection, record_id, words)
            onRetried: page.model.retry(collection, record_id)
            onGiven_up: page.model.drop(collection, record_id)
            onOpened: page.model.open_customer(customer_id)
        }

        EmptyState {
            visible: page.model.loaded && records.count === 0
            anchors.centerIn: parent
            width: Math.min(parent.width, 420)
            iconName: "tray-arrow-up"
            title: qsTr("Nothing recorded today")
            words: qsTr("Each visit, note and promise will stand here, with how far it has come: saved here, sent, confirmed.")
            actionText: qsTr("Scan a code")
            onActed: page.shop.navigation.go(Navigation.Place.Scan)
        }
    }

    component Figure: Column {
        id: figure

        required property int figure
        required property string name

        Accessible.role: Accessible.StaticText
        Accessible.name: `${figure.name} ${figure.figure}`

        Serif {
            text: Qt.locale().toString(figure.figure)
            color: Theme.inkOnAccent
            font.pixelSize: Theme.sizeDisplay
            Accessible.ignored: true
        }
        Body {
            text: figure.name
            color: Theme.inkOnAccent
            Accessible.ignored: true
        }
    }
}
