import pytest
import sqlalchemy as sa

from sync.device import schema
from sync.device.outbox import RecordState
from sync.device.passes import KEEP_CONFIRMED_MS
from sync.device.progress import Phase
from sync.device.replica import OUTBOX
from sync.errors import Code, HubRefused, HubUnreachable, SyncError
from sync.hub.local import LocalHub
from sync.wire import Hello, Page
from tests.sync.shop import NOON, Silent, digest, go, person, product, reported, rows, visit


def test_a_write_reaches_the_hub_and_the_other_tablet(shop):
    one, other = shop.device("a"), shop.device("b")
    with one.write() as writer:
        ada = writer.insert("person", {"name": "Ada", "tags": ["vip", 1], "loyal": True})
        writer.insert("visit", {"person_id": ada, "at": 5, "spent": 1.5})
    go(one, shop.hub("a"))
    changes = go(other, shop.hub("b"))
    assert rows(other, person) == rows(one, person) == rows(shop.store, person)
    assert rows(other, visit) == rows(one, visit) == rows(shop.store, visit)
    assert changes.touches("person")
    assert changes.touches("visit")


def test_the_states_of_a_record_on_its_way(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        one = writer.insert("visit", {"at": 1})
    assert tablet.states("visit", [one, "elsewhere"]) == {
        one: RecordState.SAVED_HERE,
        "elsewhere": RecordState.CONFIRMED,
    }

    with pytest.raises(HubUnreachable):
        go(tablet, Silent(shop.store, "a"))
    assert tablet.states("visit", [one]) == {one: RecordState.SENT}
    assert tablet.ledger(0).sent == 1
    assert tablet.pending() == 1
    go(tablet, shop.hub("a"))
    assert tablet.states("visit", [one]) == {one: RecordState.CONFIRMED}
    assert tablet.pending() == 0


def test_the_ledger_counts_records_and_shows_the_newest_first(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada"})
    shop.walls["a"].ms += 1000
    with tablet.write() as writer:
        writer.insert("visit", {"id": "v", "at": 1})
        writer.update("person", "ada", {"name": "Ada"})
    ledger = tablet.ledger(0)
    assert [e.record_id for e in ledger.entries] == ["ada", "v"]
    assert (ledger.recorded, ledger.confirmed, ledger.waiting) == (2, 0, 2)
    go(tablet, shop.hub("a"))
    ledger = tablet.ledger(0)
    assert (ledger.recorded, ledger.confirmed, ledger.waiting, ledger.set_aside) == (2, 2, 0, 0)
    assert tablet.ledger(NOON + 500).entries[0].recorded_at == NOON + 1000
    assert tablet.ledger(NOON + 5000).recorded == 0


def test_a_pass_names_its_phases_and_how_far_it_is(shop):
    body = b"a drawing"
    with shop.store.write() as writer:
        writer.insert_many("product", [{"picture": writer.add_blob(body)}, {"picture": ""}])
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    steps = reported(tablet, shop.hub("a"))
    assert list(dict.fromkeys(step.phase for step in steps)) == [p for p in Phase if p is not Phase.SNAPSHOT]
    assert [(s.done, s.total) for s in steps if s.phase is Phase.PUSH] == [(0, 1), (1, 1)]
    assert [(s.done, s.total) for s in steps if s.phase is Phase.PULL] == [(3, 3)]
    assert tablet.blob(digest(body)) == body
    assert tablet.blob("0" * 64) is None
    assert tablet.complete_at() == NOON


def test_no_pass_was_complete_before_the_first(shop):
    assert shop.device("a").complete_at() is None


def test_listeners_hear_of_pulled_records_and_of_answers(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "bag"})
    tablet = shop.device("a")
    with tablet.write() as writer:
        one = writer.insert("visit", {"at": 1})
    heard = []
    tablet.listeners.append(heard.append)
    go(tablet, shop.hub("a"))
    assert any(c.records.get("product") == {"bag"} for c in heard)
    assert any(c.records.get(OUTBOX) == {one} for c in heard)


def test_nothing_new_changes_nothing(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    go(tablet, shop.hub("a"))
    assert not go(tablet, shop.hub("a"))


def test_pulled_rows_are_updated_in_place_and_fire_triggers(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.connection.exec_driver_sql("CREATE TABLE found (what TEXT, row INTEGER)")
        for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
            writer.connection.exec_driver_sql(
                f"CREATE TRIGGER t{event} AFTER {event} ON person BEGIN "
                f"INSERT INTO found VALUES ('{event}', {row}.rowid); END"
            )
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": "bob"}, {"id": "ada"}])
    go(tablet, shop.hub("a"))
    with shop.store.write() as writer:
        writer.update("person", "bob", {"name": "Bob"})
    go(tablet, shop.hub("a"))
    with tablet.read() as connection:
        found = connection.exec_driver_sql("SELECT what, row FROM found").all()
    assert found == [("INSERT", 1), ("INSERT", 2), ("UPDATE", 1)]


def test_a_record_that_the_hub_took_away_goes_here_too(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"id": "bag"})
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    with shop.store.write() as writer:
        writer.remove("product", "bag")
    changes = go(tablet, shop.hub("a"))
    assert changes.records == {"product": frozenset({"bag"})}
    assert rows(tablet, product) == rows(shop.store, product) == {}


def test_a_file_that_is_not_what_it_is_called_is_not_kept(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"picture": writer.add_blob(b"right")})
    tablet = shop.device("a")

    class Wrong(LocalHub):
        def blob(self, _digest):
            return b"wrong"

    go(tablet, Wrong(shop.store, "a"))
    assert tablet.blob(digest(b"right")) is None
    go(tablet, shop.hub("a"))
    assert tablet.blob(digest(b"right")) == b"right"


def test_a_file_that_the_hub_lacks_does_not_stop_the_others(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"picture": "0" * 64})
        writer.insert("product", {"picture": writer.add_blob(b"here")})
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    assert tablet.blob(digest(b"here")) == b"here"


def test_a_file_that_no_record_names_any_more_is_dropped_and_one_that_another_names_stays(shop):
    with shop.store.write() as writer:
        for name, body in (("a", b"old"), ("b", b"shared"), ("c", b"shared")):
            writer.insert("product", {"id": name, "picture": writer.add_blob(body)})
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    with shop.store.write() as writer:
        writer.update("product", "a", {"picture": writer.add_blob(b"new")})
        writer.update("product", "b", {"picture": ""})
    go(tablet, shop.hub("a"))
    held = [tablet.blob(digest(body)) for body in (b"old", b"shared", b"new")]
    assert held == [None, b"shared", b"new"]


def test_a_refusal_while_fetching_files_is_heard(shop):
    with shop.store.write() as writer:
        writer.insert("product", {"picture": writer.add_blob(b"here")})

    class Revoking(LocalHub):
        def blob(self, _digest):
            raise HubRefused(Code.DEVICE_REVOKED, "revoked")

    with pytest.raises(HubRefused, match="revoked"):
        go(shop.device("a"), Revoking(shop.store, "a"))


def test_confirmed_writes_are_kept_for_thirty_days(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    go(tablet, shop.hub("a"))
    for later, left in ((KEEP_CONFIRMED_MS, 1), (1, 0)):
        for wall in (shop.wall, shop.walls["a"]):
            wall.ms += later
        go(tablet, shop.hub("a"))
        with tablet.read() as connection:
            kept = connection.execute(sa.select(sa.func.count()).select_from(schema.outbox)).scalar_one()
        assert kept == left


def test_many_writes_travel_in_several_batches(shop):
    tablet = shop.device("a")
    sizes = []

    class Counting(LocalHub):
        def push(self, push):
            reply = super().push(push)
            sizes.append(len(push.records))
            return reply

    with tablet.write() as writer:
        for moment in range(2500):
            writer.insert("visit", {"at": moment})
    with tablet.write() as writer:
        for letter in "abc":
            writer.insert("person", {"name": letter * 600_000})
    go(tablet, Counting(shop.store, "a"))
    assert sizes == [2000, 501, 1, 1]
    assert len(rows(shop.store, visit)) == 2500


def test_a_hub_of_another_protocol_is_told_apart(shop):
    class Newer(LocalHub):
        def hello(self, _greeting):
            return Hello(epoch="e", hub_now=NOON, head=0, last_dseq=0, protocol=9, oldest_protocol=9)

    with pytest.raises(HubRefused) as refusal:
        go(shop.device("a"), Newer(shop.store, "a"))
    assert refusal.value.code is Code.UNSUPPORTED_PROTOCOL


def test_a_feed_that_stands_still_is_an_error_and_no_endless_loop(shop):
    class Stuck(LocalHub):
        def pull(self, epoch, after, _limit, _floor):
            return Page(epoch=epoch, hub_now=NOON, records=[], next=after, upto=after + 1)

    with pytest.raises(SyncError, match="does not move on"):
        go(shop.device("a"), Stuck(shop.store, "a"))
