"""A pass ends by comparing both sides: what differs is found, fetched again and told, and nothing else is."""

import pytest
import sqlalchemy as sa

from sync.device import schema
from sync.device.compare import audit, check
from sync.device.compare.check import Healed
from sync.device.outbox import RecordState
from sync.device.told import apply, held
from sync.errors import HubUnreachable
from sync.hub import schema as hub_schema
from sync.hub.local import LocalHub
from tests.sync.shop import go, healed, person, product, rows, visit


class Heard(LocalHub):
    """Remembers what it was asked beyond hello, push and pull."""

    def __init__(self, store, name) -> None:
        super().__init__(store, name)
        self.narrowed: list[str] = []
        self.sent: list[set[str]] = []

    def buckets(self, epoch, collection):
        self.narrowed.append(collection)
        return super().buckets(epoch, collection)

    def compare(self, comparison):
        difference = super().compare(comparison)
        self.sent.append({record.id for record in difference.records})
        return difference


@pytest.fixture
def tablet(shop):
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": f"p{i}", "name": f"Ada {i}"} for i in range(40)])
        writer.insert_many("product", [{"id": f"bag{i}"} for i in range(10)])
        writer.insert_many("visit", [{"id": f"v{i}", "at": i} for i in range(30)])
    replica = shop.device("a")
    assert not healed(replica, shop.hub("a"))
    return replica


def change(replica, statement) -> None:
    """Behind the back of everything that keeps count."""
    with replica.engine.begin() as connection:
        connection.execute(statement)


def noted(replica) -> set[str]:
    """What the tables themselves noted as gone."""
    with replica.read() as connection:
        return set(connection.execute(sa.select(schema.lost.c.record_id)).scalars())


def all_alike(replica, store) -> bool:
    return all(rows(replica, table) == rows(store, table) for table in (person, product, visit))


def counted_alike(replica, store) -> bool:
    """What is kept up equals what is counted from nothing, on both ends and between them."""
    with store.read() as connection:
        hub = {
            name: store.buckets(store.epoch, name).tallies
            for (name,) in connection.execute(sa.select(hub_schema.feed.c.collection).distinct())
        }
    with replica.transaction() as connection:
        before = held.tallies(connection)
        mine = {name: held.recount(connection, name) for name in hub}
        return mine == hub and held.tallies(connection) | before == held.tallies(connection)


def test_nothing_is_asked_where_both_sides_are_alike(shop, tablet):
    hub = Heard(shop.store, "a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 5})
        writer.update("person", "p1", {"email": "ada@x.it"})
    assert not healed(tablet, hub)
    assert (hub.narrowed, hub.sent) == ([], [])
    assert counted_alike(tablet, shop.store)


def test_a_row_that_was_changed_silently_is_fetched_again(shop, tablet, caplog):
    change(tablet, person.update().where(person.c.id == "p7").values(name="Eve"))
    hub = Heard(shop.store, "a")
    heard = []
    tablet.listeners.append(heard.append)
    assert healed(tablet, hub) == (Healed("person", fetched=1),)
    assert hub.sent == [{"p7"}]
    assert all_alike(tablet, shop.store)
    assert any(changes.records.get("person") == {"p7"} for changes in heard)
    assert "person differed from the hub: 1 records fetched again" in caplog.text
    assert not healed(tablet, shop.hub("a"))


def test_a_row_that_holds_no_value_any_more_is_fetched_again(shop, tablet):
    change(tablet, sa.text("UPDATE person SET tags = 'no json' WHERE id = 'p3'"))
    assert healed(tablet, shop.hub("a")) == (Healed("person", fetched=1),)
    assert all_alike(tablet, shop.store)


@pytest.mark.parametrize("table", [person, product, visit])
def test_a_missing_row_comes_back(shop, tablet, table):
    missing = min(rows(tablet, table))
    change(tablet, table.delete().where(table.c.id == missing))
    assert healed(tablet, shop.hub("a")) == (Healed(table.name, fetched=1),)
    assert all_alike(tablet, shop.store)


@pytest.mark.parametrize("table", [person, product, visit])
def test_one_pass_finds_a_missing_row_among_however_many(shop, tablet, table, monkeypatch):
    monkeypatch.setattr(audit, "SLICE", 1)
    for missing in (min(rows(tablet, table)), max(rows(tablet, table))):
        change(tablet, table.delete().where(table.c.id == missing))
        assert healed(tablet, shop.hub("a")) == (Healed(table.name, fetched=1),)
    assert all_alike(tablet, shop.store)
    assert noted(tablet) == set()


@pytest.mark.parametrize("looked_at", [0, 500], ids=["not looked at yet", "looked at"])
def test_one_pass_finds_a_changed_row_among_however_many(shop, tablet, monkeypatch, looked_at):
    monkeypatch.setattr(audit, "SLICE", 1)
    monkeypatch.setattr(apply, "LOOKED_AT_ONCE", looked_at)
    with shop.store.write() as writer:
        for at in range(40):
            writer.update("person", f"p{at}", {"name": f"Bea {at}"})
    go(tablet, shop.hub("a"))
    for changed in ("p5", "p39"):
        change(tablet, person.update().where(person.c.id == changed).values(name="Eve"))
        assert healed(tablet, shop.hub("a")) == (Healed("person", fetched=1),)
    change(tablet, person.update().where(person.c.id == "p20").values(name="Eve"))
    change(tablet, person.update().where(person.c.id == "p20").values(name="Bea 20"))
    assert len(healed(tablet, shop.hub("a"))) == (not looked_at)
    assert all_alike(tablet, shop.store)
    assert noted(tablet) == set()


def test_what_is_changed_for_a_reason_is_not_taken_for_a_fault(shop, tablet, monkeypatch):
    monkeypatch.setattr(audit, "SLICE", 1)
    with tablet.write() as writer:
        writer.update("person", "p1", {"name": "Zoe"})
    with shop.store.write() as writer:
        writer.update("person", "p1", {"email": "zoe@x.it"})
        writer.update("person", "p2", {"name": "Mia"})
    assert noted(tablet) == {"p1"}
    hub = Heard(shop.store, "a")
    assert not healed(tablet, hub)
    assert (hub.narrowed, hub.sent) == ([], [])
    assert all_alike(tablet, shop.store)
    assert noted(tablet) == set()


def test_a_missing_row_that_waits_for_the_hub_is_found_when_its_write_is_taken(shop, tablet, monkeypatch):
    monkeypatch.setattr(audit, "SLICE", 1)

    class Deaf(LocalHub):
        def push(self, _push):
            raise HubUnreachable

    with tablet.write() as writer:
        writer.update("person", "p39", {"email": "ada@x.it"})
    change(tablet, person.delete().where(person.c.id == "p39"))
    with pytest.raises(HubUnreachable):
        go(tablet, Deaf(shop.store, "a"))
    assert noted(tablet) == {"p39"}
    go(tablet, shop.hub("a"))
    assert all_alike(tablet, shop.store)
    assert noted(tablet) == set()


def test_who_goes_for_a_reason_is_not_noted_as_lost(shop, tablet):
    with tablet.write() as writer:
        writer.insert("tag", {"id": "vip", "label": "VIP", "person_id": "p1"})
    go(tablet, shop.hub("a"))
    with tablet.write() as writer:
        writer.remove("tag", "vip")
    with shop.store.write() as writer:
        writer.remove("product", "bag1")
    shop.store.erasing.erase("p2")
    assert not healed(tablet, shop.hub("a"))
    assert all_alike(tablet, shop.store)
    assert noted(tablet) == set()


def test_what_is_held_is_checked_as_much_as_the_rows(shop, tablet):
    change(tablet, schema.held.update().where(schema.held.c.record_id == "p1").values(hash=5))
    change(tablet, schema.tally.update().where(schema.tally.c.collection == "person").values(sum=1))
    assert healed(tablet, shop.hub("a")) == (Healed("person", fetched=1),)
    change(tablet, schema.tally.update().where(schema.tally.c.collection == "person").values(sum=1))
    assert not healed(tablet, shop.hub("a"))
    assert counted_alike(tablet, shop.store)


def test_a_row_that_only_the_hub_may_make_goes(shop, tablet):
    change(tablet, product.insert().values(id="forged"))
    assert healed(tablet, shop.hub("a")) == (Healed("product", removed=1),)
    assert all_alike(tablet, shop.store)


def test_a_fact_that_the_hub_lacks_may_be_the_last_copy_and_is_sent_again(shop, tablet):
    change(tablet, visit.insert().values(id="lost", at=3))
    assert healed(tablet, shop.hub("a")) == (Healed("visit", sent_again=1),)
    assert tablet.states("visit", ["lost"]) == {"lost": RecordState.SAVED_HERE}
    assert not healed(tablet, shop.hub("a"))
    assert rows(shop.store, visit)["lost"]["at"] == 3
    assert all_alike(tablet, shop.store)


def test_a_person_that_the_hub_lacks_stays_and_is_not_asked_about_again(shop, tablet):
    change(tablet, person.insert().values(id="zoe", name="Zoe"))
    hub = Heard(shop.store, "a")
    assert not healed(tablet, hub)
    assert hub.narrowed == []
    assert "zoe" in rows(tablet, person)


def test_a_person_that_the_hub_has_lost_is_told_of_once(shop, tablet):
    with shop.store.write() as writer:
        before = writer.find("person", "p5")
    with shop.engines["hub"].begin() as connection:
        connection.execute(hub_schema.feed.delete().where(hub_schema.feed.c.seq == before.seq))
    shop.store.buckets(shop.store.epoch, "person")
    assert healed(tablet, shop.hub("a")) == (Healed("person", kept=1),)
    assert not healed(tablet, shop.hub("a"))
    assert "p5" in rows(tablet, person)


def test_what_the_hub_lost_without_a_word_is_noticed(shop, tablet):
    """A backup was put back and the hub has gone on from there: no position of it betrays that."""
    backup = shop.keep("hub")
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "forgotten", "at": 1})
        writer.insert("product", {"id": "gone"})
    other = shop.device("b")
    go(other, shop.hub("b"))
    go(tablet, shop.hub("a"))
    shop.restore("hub", backup)
    shop.open_hub()
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": f"new{i}"} for i in range(4)])
    for _ in range(2):
        go(other, shop.hub("b"))
        go(tablet, shop.hub("a"))
    for replica in (tablet, other):
        assert set(rows(replica, visit)) == set(rows(shop.store, visit)) >= {"forgotten"}
        assert all_alike(replica, shop.store)
        assert counted_alike(replica, shop.store)


def test_rows_with_writes_of_this_device_are_its_own(shop, tablet):
    with tablet.write() as writer:
        writer.insert("visit", {"id": "here", "at": 1, "receipt": "R"})
        writer.update("person", "p1", {"name": "Ada M."})
    with shop.store.write() as writer:
        writer.insert("visit", {"at": 2, "receipt": "R"})
    assert not healed(tablet, shop.hub("a"))
    assert tablet.states("visit", ["here"]) == {"here": RecordState.SET_ASIDE}
    for _ in range(2):
        assert not healed(tablet, shop.hub("a"))
    assert "here" in rows(tablet, visit)


def test_only_the_differing_records_travel_however_many_there_are(shop, tablet):
    wrong = {f"p{i}" for i in range(0, 40, 2)}
    change(tablet, person.delete().where(person.c.id.in_(wrong)))
    hub = Heard(shop.store, "a")
    assert healed(tablet, hub) == (Healed("person", fetched=20),)
    assert set().union(*hub.sent) == wrong
    assert all_alike(tablet, shop.store)


def test_an_old_replica_without_any_count_takes_everything_once_more(shop, tablet):
    change(tablet, schema.held.delete())
    change(tablet, schema.tally.delete())
    found = {one.collection: one.fetched for one in healed(tablet, shop.hub("a"))}
    assert found == {"person": 40, "product": 10, "visit": 30}
    assert counted_alike(tablet, shop.store)
    assert not healed(tablet, shop.hub("a"))


def test_rows_are_looked_through_piece_by_piece_again_and_again(shop, tablet, monkeypatch):
    monkeypatch.setattr(audit, "SLICE", 7)
    for spoilt in ("v9", "v9", "v0"):
        change(tablet, visit.update().where(visit.c.id == spoilt).values(at=-1))
        change(tablet, schema.lost.delete())  # as if no trigger had seen it
        passes = 0
        while not healed(tablet, shop.hub("a")):
            passes += 1
            assert passes <= 80 / 7 + 3
        assert passes
        assert all_alike(tablet, shop.store)


def test_no_row_is_left_out_where_everything_was_looked_through_at_once(shop, tablet, monkeypatch):
    for rows_at_once in (7, 1000):
        monkeypatch.setattr(audit, "SLICE", rows_at_once)
        go(tablet, shop.hub("a"))
    change(tablet, product.delete())
    assert healed(tablet, shop.hub("a")) == (Healed("product", fetched=10),)


def test_rows_of_a_large_page_are_remembered_when_they_are_first_looked_at(shop, monkeypatch):
    monkeypatch.setattr(apply, "LOOKED_AT_ONCE", 5)
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": f"p{i}"} for i in range(10)])
    replica = shop.device("a")
    go(replica, shop.hub("a"))
    change(replica, person.update().where(person.c.id == "p3").values(name="Eve"))
    assert healed(replica, shop.hub("a")) == (Healed("person", fetched=1),)
    assert rows(replica, person) == rows(shop.store, person)


def test_a_healing_that_is_cut_off_goes_on_next_time(shop, tablet, monkeypatch):
    change(tablet, person.delete())

    monkeypatch.setattr(check, "RECORDS_AT_ONCE", 1)

    class Cut(LocalHub):
        asked = 0

        def compare(self, comparison):
            self.asked += 1
            if self.asked == 3:
                raise HubUnreachable
            return super().compare(comparison)

    with pytest.raises(HubUnreachable):
        go(tablet, Cut(shop.store, "a"))
    assert 0 < len(rows(tablet, person)) < 40
    assert healed(tablet, shop.hub("a"))
    assert all_alike(tablet, shop.store)


def test_what_changes_on_the_hub_meanwhile_is_left_to_the_feed(shop, tablet):
    change(tablet, person.delete().where(person.c.id == "p1"))

    class Busy(Heard):
        def buckets(self, epoch, collection):
            with shop.store.write() as writer:
                writer.update("person", "p2", {"name": "Bea"})
                writer.insert("person", {"id": "late"})
            return super().buckets(epoch, collection)

    hub = Busy(shop.store, "a")
    assert healed(tablet, hub) == (Healed("person", fetched=1),)
    assert set().union(*hub.sent) == {"p1"}
    assert not healed(tablet, shop.hub("a"))
    assert all_alike(tablet, shop.store)


def test_a_hub_that_knows_no_digest_is_not_asked(shop, tablet):
    class Older(LocalHub):
        def pull(self, epoch, after, limit, floor=0):
            from msgspec.structs import replace

            return replace(super().pull(epoch, after, limit, floor), digest=None)

        def buckets(self, epoch, collection):
            raise AssertionError(epoch, collection)

    change(tablet, person.delete().where(person.c.id == "p1"))
    assert not healed(tablet, Older(shop.store, "a"))


def test_a_record_that_waits_for_an_upgrade_is_no_difference(shop):
    from sync.collection import Collection, Registry, Rule

    strict = sa.MetaData()
    one = person.to_metadata(strict)
    one.append_constraint(sa.CheckConstraint("length(name) < 5"))
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": "ada", "name": "Ada"}, {"id": "long", "name": "Massimiliana"}])
    replica = shop.device("a", Registry((Collection(one, Rule.FIELDS),)), strict)
    hub = Heard(shop.store, "a")
    for _ in range(3):
        assert not healed(replica, hub)
    assert (set(rows(replica, one)), hub.narrowed) == ({"ada"}, [])
