"""Recorded, sent, confirmed, to decide: the end of the day as the clerk sees it."""

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clienteling.notes.tables import note as note_table
from clienteling.notes.tables import unfinished_words
from clienteling.replicated import REGISTRY
from clienteling.tablet.app import App
from clienteling.tablet.ledger.entries import ABOUT_NOBODY, CUSTOMER_OF, describe
from clienteling.tablet.ledger.ledger_view_model import AT_ONCE
from clienteling.tablet.navigation import Navigation
from sync.device import outbox
from sync.device.ledger import Entry
from sync.device.outbox import RecordState
from sync.device.state import Fact, put
from sync.errors import Code
from sync.hub.store import HubStore
from sync.hub.trust.credentials import sha256
from sync.hub.trust.sealing import public_part
from sync.queue_file import read_header, unseal
from tests.tablet import tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers, visible


@pytest.fixture
def counter(qtbot: QtBot, signed_in: App, fingers: Fingers) -> Counter:
    return Counter(qtbot, signed_in, fingers)


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


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 1280)])
def test_what_has_to_be_decided_stands_before_what_is_only_told(
    counter: Counter, width: int, height: int
) -> None:
    counter.app.window.quick.resize(width, height)
    refused = tablets.write_note(counter.app)
    set_aside(counter.app, Code.TOO_LARGE)
    tablets.write_note(counter.app)
    at_the_ledger(counter.app)
    counter.fingers.wait_for("saved here")
    counter.wait(lambda: counter.item(f"retry-{refused}") is not None)
    read = counter.fingers.read()
    assert read.index("Send again") < read.index("Recorded here") < read.index("saved here")
    assert height < width or read.index("Send again") < read.index("Today on this tablet")


def test_of_very_many_refused_records_the_others_follow_as_they_are_decided(signed_in: App, qtbot) -> None:
    for _ in range(AT_ONCE + 1):
        tablets.write_note(signed_in)
        set_aside(signed_in, Code.TOO_LARGE)
    at_the_ledger(signed_in)
    ledger = signed_in.root.shop.ledger
    qtbot.waitUntil(lambda: (ledger.refused.count, ledger.to_decide) == (AT_ONCE, AT_ONCE + 1))
    ledger.retry("note", ledger.refused.rows[0].record_id)
    qtbot.waitUntil(lambda: (ledger.refused.count, ledger.to_decide) == (AT_ONCE, AT_ONCE))


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


def test_a_refused_record_is_given_up_and_had_back_for_a_moment(
    signed_in: App, fingers: Fingers, hub: HubStore, qtbot
) -> None:
    at_the_ledger(signed_in)
    note = tablets.write_note(signed_in)
    set_aside(signed_in, Code.INVALID_RECORD)
    fingers.touch("Give it up")
    qtbot.waitUntil(lambda: figures(signed_in) == (0, 0, 0, 0))
    assert notes(signed_in) == []
    fingers.touch("Undo")
    qtbot.waitUntil(lambda: figures(signed_in) == (1, 0, 0, 1))
    assert notes(signed_in) == [note]
    fingers.touch("Give it up")
    qtbot.waitUntil(lambda: notes(signed_in) == [])
    tablets.meet(tablets.replica_of(signed_in), hub)
    assert tablets.replica_of(signed_in).pending() == 0


NOTE = "Preferisce la pelle liscia"


def sofia_notes(app: App) -> str:
    with tablets.replica_of(app).write() as writer:
        said = {"body": NOTE, "at": writer.now, "visibility": "mine", "associate_id": tablets.SOFIA}
        return writer.insert("note", said | {"store_id": tablets.STORE})


def test_the_words_of_a_refused_record_are_put_right_where_they_stand(
    counter: Counter, hub: HubStore, qtbot
) -> None:
    app, fingers = counter.app, counter.fingers
    at_the_ledger(app)
    note = sofia_notes(app)
    set_aside(app, Code.TOO_LARGE)
    counter.tap(f"words-open-{note}")
    box = counter.item(f"words-{note}")
    assert box is not None
    assert box.property("text") == NOTE
    box.setProperty("text", "x" * 2_001)
    fingers.wait_for("1 character too long")
    assert counter.item(f"mend-{note}") is None
    box.setProperty("text", "Prefers to be called after six")
    counter.tap(f"mend-{note}")
    assert counter.taps == 2
    qtbot.waitUntil(lambda: figures(app) == (1, 0, 1, 0))
    tablets.meet(tablets.replica_of(app), hub)
    qtbot.waitUntil(lambda: figures(app) == (1, 1, 0, 0))
    with hub.read() as connection:
        assert list(connection.scalars(sa.select(note_table.c.body))) == ["Prefers to be called after six"]


def test_what_was_put_right_and_not_sent_waits_where_it_was_typed(counter: Counter, hub: HubStore) -> None:
    app, fingers = counter.app, counter.fingers
    at_the_ledger(app)
    note = sofia_notes(app)
    set_aside(app, Code.TOO_LARGE)
    counter.tap(f"words-open-{note}")
    counter.wait(lambda: (box := counter.item(f"words-{note}")) is not None and box.hasActiveFocus())
    counter.fingers.press(Qt.Key.Key_End)
    counter.fingers.type(", or never")
    app.navigation.go(Navigation.Place.Scan.value)
    fingers.wait_for("Not saved. Your words wait there until the evening.")
    assert app.root.shop.ledger.mending == ""
    at_the_ledger(app)
    counter.tap(f"words-open-{note}")
    counter.wait(lambda: counter.item(f"words-{note}").property("text") == f"{NOTE}, or never")
    counter.tap(f"mend-{note}")
    counter.wait(lambda: figures(app) == (1, 0, 1, 0))
    counter.wait(lambda: counter.rows(unfinished_words) == [])
    assert [row.body for row in counter.rows(note_table)] == [f"{NOTE}, or never"]


def test_what_a_colleague_wrote_is_not_shown_to_who_looks(signed_in: App, fingers: Fingers, qtbot) -> None:
    at_the_ledger(signed_in)
    note = sofia_notes(signed_in)
    set_aside(signed_in, Code.TOO_LARGE)
    qtbot.waitUntil(lambda: [row.words for row in signed_in.root.shop.ledger.refused.rows] == [NOTE])
    signed_in.session.lock()
    tablets.sign_in(signed_in, tablets.PAOLO)
    qtbot.waitUntil(lambda: signed_in.session.open)
    at_the_ledger(signed_in)
    qtbot.waitUntil(lambda: [row.words for row in signed_in.root.shop.ledger.refused.rows] == [""])
    fingers.wait_for("Give it up")
    assert [row.record_id for row in signed_in.root.shop.ledger.refused.rows] == [note]


def test_the_unsent_queue_is_saved_for_the_hub_and_stays_here(
    signed_in: App, fingers: Fingers, hub: HubStore, tmp_path, qtbot
) -> None:
    key = X25519PrivateKey.generate()
    with tablets.replica_of(signed_in).transaction() as connection:
        put(connection, Fact.SEALING_KEY, public_part(key))
    signed_in.root.shop.ledger.folder = tmp_path / "documents"
    at_the_ledger(signed_in)
    note = tablets.write_note(signed_in)
    fingers.touch("Save what is unsent to a file")
    qtbot.waitUntil(lambda: signed_in.root.shop.ledger.written != "")
    [file] = (tmp_path / "documents").iterdir()
    fingers.wait_for("Saved as ")
    queue = unseal(read_header(file.read_bytes()), key, sha256(tablets.PAIRING.credential))
    assert [(w.collection, w.id) for w in queue.records] == [("note", note)]
    assert figures(signed_in) == (1, 0, 1, 0)


def test_a_queue_for_which_there_is_no_key_yet_is_not_saved_and_says_so(
    signed_in: App, fingers: Fingers, tmp_path
) -> None:
    signed_in.root.shop.ledger.folder = tmp_path / "documents"
    at_the_ledger(signed_in)
    tablets.write_note(signed_in)
    fingers.touch("Save what is unsent to a file")
    fingers.wait_for("Not saved: this hub has not yet said to which key.")
    assert list((tmp_path / "documents").iterdir()) == []


def notes(app: App) -> list[str]:
    with tablets.replica_of(app).read() as connection:
        return list(connection.scalars(sa.select(note_table.c.id)))


def test_every_kind_of_record_that_a_tablet_makes_has_its_line(signed_in: App) -> None:
    """A table without a customer says so: the ledger of such a day could not be read at all."""
    own = [c for c in REGISTRY if c.written_by_devices and not c.quiet]
    nameless = {c.name for c in own if CUSTOMER_OF.get(c.name, "customer_id") not in c.table.c}
    assert nameless == ABOUT_NOBODY
    entries = [
        Entry(
            collection=c.name,
            record_id="none",
            recorded_at=0,
            state=RecordState.CONFIRMED,
            code=None,
            message="",
        )
        for c in own
    ]
    with tablets.replica_of(signed_in).read() as connection:
        assert set(describe(connection, entries)) <= {(c.name, "none") for c in own}
