pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Calendar
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Outreach
import Clienteling.Record
import Clienteling.Reserve
import Clienteling.Scan
import Clienteling.Selection
import Clienteling.Theme
import Clienteling.Todo

// The customer card: left who she is, right what to do, below what happens now.
Item {
    id: page

    required property CardPageViewModel model
    readonly property CardViewModel card: page.model.card
    readonly property RecordViewModel record: page.model.record
    readonly property bool tall: Theme.stacked(width, height)
    readonly property int side: Math.round(Math.max(300, Math.min(380, (width - 2 * Theme.margin) * 0.3)))

    Connections {
        target: page.card
        function onCustomer_changed(): void {
            page.put_away();
            thread.untouched = true;
            thread.positionViewAtBeginning();
        }
    }

    function put_away(): void {
        for (const sheet of [note, promise, more, appointment, task, consent, preference, hers, product, reserve, entry, message, selection, selected])
            sheet.close();
    }

    onVisibleChanged: {
        if (!visible)
            page.put_away();
        else if (page.model.known.take_note() && !page.card.gone)
            page.ask_data();
    }
    // Whoever is forgotten while a leaf of hers is open is not written to any more.
    readonly property bool gone: page.card.gone
    onGoneChanged: {
        if (page.gone)
            page.put_away();
    }

    // What is done for her opens a leaf of its own, which is there before its model is asked: it hears the answer.
    function act(name: string): void {
        switch (name) {
        case "appointment":
            appointment.made();
            page.model.begin_appointment();
            break;
        case "task":
            task.made();
            page.model.begin_task();
            task.open();
            break;
        case "reserve":
            page.model.reserve.ask();
            break;
        case "message":
            message.made();
            page.model.message.ask();
            message.open();
            break;
        case "selection":
            selection.open();
            break;
        case "book":
            page.model.owners.toggle();
            break;
        case "show":
            page.model.known.open();
            break;
        }
    }

    function ask_product(product_id: string, variant_id: string): void {
        page.model.suggestion.ask(product_id);
        page.model.product.ask(product_id, variant_id);
    }

    function ask_consent(topic: string): void {
        consent.made();
        page.model.consent.ask(topic);
        consent.open();
    }

    function ask_data(): void {
        hers.made();
        page.model.her_data.ask();
        hers.open();
    }

    function ask_preference(kind: string): void {
        preference.made();
        page.model.preference.ask(kind);
        preference.open();
    }

    Item {
        id: shown

        anchors.fill: parent
        visible: !page.card.loading && !page.card.missing && !page.card.broken

        Loader {
            id: who

            active: !page.tall
            x: Theme.margin
            width: page.tall ? 0 : page.side + Theme.space8
            height: parent.height - bottom.height
            sourceComponent: WhoColumn {
                model: page.card
                onConsent_asked: topic => page.ask_consent(topic)
                onFact_asked: kind => page.ask_preference(kind)
                onFact_confirmed: kind => page.model.preference.still_true(kind)
                onFact_added: page.ask_preference("")
                onData_asked: page.ask_data()
            }
        }
        ListView {
            id: thread

            objectName: "thread"
            x: page.tall ? Theme.margin : who.x + page.side + Theme.space32
            width: parent.width - x - Theme.margin
            height: parent.height - bottom.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: page.card.thread
            // A current line would take the focus from the search field whenever lines come and go.
            currentIndex: -1
            reuseItems: true
            cacheBuffer: 0
            // A card is read from its top, whatever arrives above the timeline after the first line.
            property bool untouched: true
            onMovementStarted: untouched = false
            section.property: "day"
            section.delegate: Small {
                required property string section

                width: thread.width
                topPadding: Theme.space8
                bottomPadding: Theme.space4
                text: section
                color: Theme.ink3
                font.weight: Font.DemiBold
            }
            // What lies far below the last line in sight may be let go when something of hers changes.
            function tell_seen(): void {
                const foot = thread.contentY + thread.height - 1;
                const place = thread.indexAt(0, foot);
                const above = foot < thread.originY + (thread.headerItem?.height ?? 0);
                page.card.timeline.seen(place >= 0 ? place : above ? 0 : thread.count - 1);
            }
            onContentYChanged: {
                Qt.callLater(thread.tell_seen);
                if (contentY > originY + contentHeight - Math.max(4 * height, verticalVelocity / 2))
                    page.card.timeline.older();
            }

            header: CardHeader {
                width: thread.width
                model: page.card
                reserve: page.model.reserve
                tall: page.tall
                onHeightChanged: {
                    if (thread.untouched)
                        Qt.callLater(thread.positionViewAtBeginning);
                }
                onNarrowed: Qt.callLater(thread.positionViewAtBeginning)
                onConsent_asked: topic => page.ask_consent(topic)
                onFact_asked: kind => page.ask_preference(kind)
                onFact_confirmed: kind => page.model.preference.still_true(kind)
                onFact_added: page.ask_preference("")
                onData_asked: page.ask_data()
                onProduct_asked: (product_id, variant_id) => page.ask_product(product_id, variant_id)
                onProduct_toggled: (product_id, variant_id) => page.record.toggle(product_id, variant_id)
            }
            delegate: ThreadLine {
                width: thread.width
                onUndo_asked: page.card.undo(kind, key)
                onOpened: page.model.entry.open(kind, key)
            }
            footer: Item {
                width: thread.width
                implicitHeight: (nothing.visible ? nothing.implicitHeight : 0) + Theme.space20

                Body {
                    id: nothing

                    width: parent.width
                    visible: thread.count === 0 && !page.card.timeline.under_way
                    text: page.card.timeline.text !== "" ? qsTr("Nothing in her timeline says “%1”.").arg(page.card.timeline.text)
                        : page.card.timeline.channel === ""
                        ? qsTr("Nothing has been recorded yet. What happens in any channel will stand here.")
                        : qsTr("Nothing in this channel yet.")
                    color: Theme.ink2
                }
            }
        }
        Rectangle {
            // Over both columns: what goes on below the edge fades in either.
            anchors { left: parent.left; right: thread.right; bottom: thread.bottom }
            height: Theme.space20
            gradient: Gradient {
                GradientStop { position: 0; color: Qt.alpha(Theme.paper, 0) }
                GradientStop { position: 1; color: Theme.paper }
            }
        }
        Item {
            id: bottom

            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin; rightMargin: Theme.margin }
            height: bar.height + Theme.space20 + (hand.visible ? hand.height + Theme.space8 : 0)

            Hand {
                id: hand

                width: parent.width
                record: page.record
            }
            RecordBar {
                id: bar

                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.space16 }
                model: page.record
                onNote_asked: note.open()
                onPromise_asked: promise.open()
                onMore_asked: more.open()
            }
        }
    }
    EmptyState {
        visible: page.card.broken
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 5)
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: "warning-circle"
        title: qsTr("This card cannot be read just now")
        words: qsTr("Nothing was lost. The reason is in the log.")
        actionText: qsTr("Try again")
        onActed: page.card.reload()
    }
    EmptyState {
        visible: page.card.missing && !page.card.gone
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 5)
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: "user-circle-dashed"
        title: qsTr("She is not on this tablet yet")
        words: qsTr("Her card comes with the next meeting with the hub and then opens by itself.")
        actionText: qsTr("Open the ledger")
        onActed: page.model.ledger_asked()
    }
    EmptyState {
        visible: page.card.gone
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(page.height / 5)
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        iconName: "check-circle"
        title: qsTr("She has been forgotten")
        words: qsTr("Nothing of her is on this tablet any more. The ledger shows when every other tablet has done the same.")
        actionText: qsTr("Open the ledger")
        onActed: page.model.ledger_asked()
    }
    ScanNotice {
        anchors { right: parent.right; rightMargin: Theme.margin; bottom: parent.bottom; bottomMargin: bottom.height + Theme.space8 }
        width: Math.min(page.width - 2 * Theme.margin, 2 * Theme.readingWidth / 3)
        model: page.model.scan
        onSearch: text => page.model.search_asked(text)
    }
    Ground { taken: saved.foot; said: saved.taken }
    SavedToast {
        id: saved

        foot: bottom.height + Theme.space8
        model: page.record.saved
        covered: page.record.editing !== ""
        onDetails_asked: page.record.saved.kind === "reservation" ? page.model.reserve.change() : page.record.particulars()
    }

    InteractionSheet { here: page.visible; model: page.record }
    NoteSheet { id: note; model: page.record; unfinished: page.model.unfinished_note }
    Leaf {
        id: entry

        sourceComponent: EntrySheet { here: page.visible; model: page.model.entry }

        Connections {
            target: page.model.entry
            // Other pages show what is shown here too, and none shows a leaf while it is not on the screen.
            function onShown(): void { if (page.visible) entry.open(); }
            function onNote_asked(note_id: string, body: string): void { note.correct(note_id, body); }
        }
    }
    PromiseSheet { id: promise; model: page.record; unfinished: page.model.unfinished_promise }
    Leaf {
        id: more

        sourceComponent: MoreSheet { model: page.record; owners: page.model.owners; onAct: name => page.act(name) }
    }
    Leaf {
        id: appointment

        sourceComponent: AppointmentSheet { model: page.model.appointment }

        Connections {
            target: page.model.appointment
            function onShown(): void {
                if (page.visible && page.model.appointment.whom.customer_id === page.card.customer_id)
                    appointment.open();
            }
        }
    }
    Leaf { id: task; sourceComponent: TaskSheet { model: page.model.task } }
    Leaf {
        id: reserve

        sourceComponent: ReserveSheet { here: page.visible; model: page.model.reserve }

        Connections {
            target: page.model.reserve
            function onShown(): void { if (page.visible) reserve.open(); }
        }
    }
    Leaf { id: consent; sourceComponent: ConsentSheet { model: page.model.consent; name: page.card.name } }
    Leaf { id: preference; sourceComponent: PreferenceSheet { model: page.model.preference } }
    Leaf {
        id: selection

        sourceComponent: SelectionSheet {
            model: page.model.selection
            record: page.record
            onMessage_asked: {
                selection.close();
                message.made();
                page.model.message.ask_with("selection");
                message.open();
            }
        }
    }
    Leaf {
        id: selected

        sourceComponent: OpenedSheet { model: page.model.selection }

        Connections {
            target: page.model.selection
            function onOpened(): void { if (page.visible) selected.open(); }
        }
    }
    Leaf {
        id: message

        sourceComponent: MessageSheet {
            model: page.model.message
            onConsent_asked: page.ask_consent("marketing")
            onData_asked: page.ask_data()
        }
    }
    Leaf {
        id: hers

        sourceComponent: DataSheet { model: page.model.her_data; known: page.model.known; name: page.card.name }
    }
    Leaf {
        id: product

        sourceComponent: ProductSheet {
            here: page.visible
            model: page.model.product
            suggestion: page.model.suggestion
            reservable: true
            onReserve_asked: {
                product.close();
                page.model.reserve.choose();
            }
        }

        Connections {
            target: page.model.product
            function onShown(): void { if (page.visible) product.open(); }
        }
    }
}
