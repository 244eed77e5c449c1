"""Recorded, sent, confirmed, to decide: the end of the day as the clerk sees it."""

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from sync.device import outbox
from sync.device.outbox import RecordState
from sync.errors import Code
from sync.hub.store import HubStore
from tests.tablet import tablets
from tests.tablet.fingers import Fingers, visible


def at_the_ledger(app: App) -> None:
    app.navigation.go(Navigation.Place.Ledger.value)


def figures(app: App) -> tuple[int, int, int, int]:
    ledger = app.root.shop.ledger
    return ledger.recorded, ledger.confirmed, ledger.waiting, ledger.to_decide


def set_aside(app: App, code: Code) -> None:
    replica = tablets.replica_of(app)
    with replica.transaction() as connection:
        [write] = outbox.waiting(connection, after=0, count=1, size=1_000_000)
        outbox.set_aside(connection, write.dseq, code, "no", tablets.NOW)
    replica.tell(tablets.outbox_moved())


def test_a_day_without_records_says_what_will_stand_here(signed_in: App, fingers: Fingers) -> None:
    at_the_ledger(signed_in)
    fingers.wait_for("Nothing recorded today")
    fingers.touch("Scan a code")
    assert signed_in.navigation.place == Navigation.Place.Scan.value


def test_a_record_stands_in_the_ledger_as_saved_here(signed_in: App, fingers: Fingers, qtbot) -> None:
    at_the_ledger(signed_in)
    tablets.write_note(signed_in)
    qtbot.waitUntil(lambda: figures(signed_in) == (1, 0, 1, 0))
    fingers.wait_for("Note\n")
    qtbot.waitUntil(lambda: "saved here" in fingers.read().splitlines())
    qtbot.waitUntil(lambda: signed_in.link.saved_here == 1)


def test_once_the_hub_has_it_the_figures_agree(
    signed_in: App, fingers: Fingers, hub: HubStore, qtbot
) -> None:
    at_the_ledger(signed_in)
    for _ in range(3):
        tablets.write_note(signed_in)
    qtbot.waitUntil(lambda: figures(signed_in) == (3, 0, 3, 0))
    tablets.meet(tablets.replica_of(signed_in), hub)
    qtbot.waitUntil(lambda: figures(signed_in) == (3, 3, 0, 0))
    fingers.wait_for("Everything has reached the hub.")
    qtbot.waitUntil(lambda: signed_in.link.saved_here == 0)


def test_a_refused_record_says_why_and_can_be_sent_again(signed_in: App, fingers: Fingers, qtbot) -> None:
    at_the_ledger(signed_in)
    note = tablets.write_note(signed_in)
    set_aside(signed_in, Code.TOO_LARGE)
    fingers.wait_for("It is too large for the hub.")
    assert figures(signed_in) == (1, 0, 0, 1)
    assert fingers.sees("1 to decide")
    fingers.touch("Send again")
    states = tablets.replica_of(signed_in).states
    qtbot.waitUntil(lambda: states("note", [note])[note] is RecordState.SAVED_HERE)
    qtbot.waitUntil(lambda: figures(signed_in) == (1, 0, 1, 0))


def test_what_was_recorded_yesterday_and_has_not_arrived_is_shown_today(
    signed_in: App, fingers: Fingers, clock: tablets.Hands
) -> None:
    tablets.write_note(signed_in)
    clock.now += 24 * 3_600_000
    at_the_ledger(signed_in)
    signed_in.root.shop.ledger.load()
    fingers.wait_for("yesterday 10:46")
    assert figures(signed_in) == (0, 0, 1, 0)


def test_the_pill_leads_to_the_ledger(signed_in: App, fingers: Fingers) -> None:
    pill = next(
        i for i in visible(signed_in.window.quick) if i.metaObject().className().startswith("SyncPill")
    )
    fingers.touch_item(pill)
    assert signed_in.navigation.place == Navigation.Place.Ledger.value
