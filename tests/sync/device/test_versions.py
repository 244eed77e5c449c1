"""Old tablet and new hub, and the reverse: what one does not know is carried or fetched later."""

import sqlalchemy as sa

from sync.clock import Stamp
from sync.collection import Collection, Registry, Rule
from sync.device import schema
from sync.errors import Code
from sync.wire import Push, PushedRecord
from tests.sync.shop import NOON, REGISTRY, go, healed, metadata, person, rows, visit

newer = sa.MetaData()
for table in (visit, metadata.tables["product"]):
    table.to_metadata(newer)
newer_person = person.to_metadata(newer)
newer_person.append_column(sa.Column("size", sa.Text, nullable=False, server_default=""))
card = sa.Table("card", newer, sa.Column("id", sa.Text, primary_key=True), sa.Column("number", sa.Text))
revoked = sa.Table("revoked", newer, sa.Column("id", sa.Text, primary_key=True))
NEWER = Registry(
    (
        *(c for c in REGISTRY if c.name == "product"),
        Collection(newer_person, Rule.FIELDS, watched=frozenset({"email"})),
        Collection(newer.tables["visit"], Rule.FACT),
        Collection(card, Rule.FACT),
        Collection(revoked, Rule.REFERENCE),
    )
)


def add_size(shop, name) -> None:
    """The application's own migration."""
    with shop.engines[name].begin() as connection:
        connection.exec_driver_sql("ALTER TABLE person ADD COLUMN size TEXT NOT NULL DEFAULT ''")


def newer_hub(shop) -> None:
    add_size(shop, "hub")
    shop.open_hub(NEWER, newer)


def test_an_old_tablet_carries_fields_it_does_not_know_and_shows_them_after_its_upgrade(shop):
    newer_hub(shop)
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada", "size": "38"})
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    with tablet.write() as writer:
        writer.update("person", "ada", {"name": "Ada M."})
    go(tablet, shop.hub("a"))
    assert rows(shop.store, newer_person)["ada"]["size"] == "38"
    add_size(shop, "a")
    tablet = shop.device("a", NEWER, newer)
    assert rows(tablet, newer_person) == rows(shop.store, newer_person)
    with tablet.read() as connection:
        assert connection.execute(sa.select(schema.record.c.extra)).scalar() is None
    assert not healed(tablet, shop.hub("a"))


def test_a_field_that_no_longer_has_anything_unknown_carries_nothing(shop):
    """The same for a collection without watched fields: what it carries comes and goes."""
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    page = shop.hub("a").pull("", 0, 10)
    assert page.complete
    from sync.collection import Collection as Plain
    from sync.device.told import companion
    from sync.merge import State

    product = Plain(metadata.tables["product"], Rule.REFERENCE)
    for fields, carried in (({"title": "Bag", "colour": "red"}, 1), ({"title": "Bag"}, 0)):
        with tablet.transaction() as connection:
            companion.store(connection, product, {"bag": State(fields)})
            kept = connection.execute(sa.select(sa.func.count()).select_from(schema.record)).scalar_one()
        assert kept == carried


def test_a_collection_that_was_not_known_is_fetched_after_the_upgrade(shop):
    newer_hub(shop)
    with shop.store.write() as writer:
        writer.insert("card", {"id": "c1", "number": "0042"})
        writer.insert("person", {"id": "ada", "name": "Ada"})
    tablet = shop.device("a")
    changes = go(tablet, shop.hub("a"))
    assert changes.records == {"person": frozenset({"ada"})}
    with shop.store.write() as writer:
        writer.insert("card", {"id": "c2", "number": "0043"})
        writer.insert("revoked", {"id": "c1"})
    go(tablet, shop.hub("a"))
    add_size(shop, "a")
    tablet = shop.device("a", NEWER, newer)
    go(tablet, shop.hub("a"))
    assert rows(tablet, card) == rows(shop.store, card)
    assert len(rows(tablet, card)) == 2
    assert rows(tablet, revoked) == {"c1": {"id": "c1"}}
    again = shop.device("a", NEWER, newer)
    assert not go(again, shop.hub("a"))


def test_a_new_tablet_may_tell_an_old_hub_more_than_it_knows(shop):
    tablet = shop.device("a", NEWER, newer)
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada", "size": "39"})
        writer.insert("card", {"id": "c1", "number": "0042"})
        writer.insert("visit", {"id": "v1", "at": 1})
    go(tablet, shop.hub("a"))
    (aside,) = [entry for entry in tablet.ledger(0).entries if entry.code]
    assert aside.code is Code.UNKNOWN_COLLECTION
    assert set(rows(shop.store, visit)) == {"v1"}
    newer_hub(shop)
    assert rows(shop.store, newer_person)["ada"]["size"] == "39"
    assert tablet.retry_set_aside() == 1
    go(tablet, shop.hub("a"))
    assert rows(shop.store, card) == {"c1": {"id": "c1", "number": "0042"}}


def test_what_does_not_fit_its_new_column_stays_beside_the_row(shop):
    stamp = str(Stamp(NOON, 0, "cc"))
    ada = PushedRecord(dseq=1, collection="person", id="ada", fields={"size": [38]}, stamp=stamp, new=True)
    shop.hub("c").push(Push(epoch=shop.store.epoch, records=[ada]))
    go(shop.device("a"), shop.hub("a"))
    newer_hub(shop)
    add_size(shop, "a")
    tablet = shop.device("a", NEWER, newer)
    assert rows(tablet, newer_person)["ada"]["size"] == ""
    assert rows(shop.store, newer_person)["ada"]["size"] == ""
    with tablet.read() as connection:
        assert connection.execute(sa.select(schema.record.c.extra)).scalar() == b'{"size":[38]}'
    with tablet.write() as writer:
        writer.update("person", "ada", {"name": "Ada"})
    go(tablet, shop.hub("a"))
    assert rows(tablet, newer_person) == rows(shop.store, newer_person)
    with tablet.write() as writer:
        writer.update("person", "ada", {"size": "38"})
    go(tablet, shop.hub("a"))
    assert rows(shop.store, newer_person)["ada"]["size"] == "38"
    with tablet.read() as connection:
        assert connection.execute(sa.select(schema.record.c.extra)).scalar() is None


def test_a_record_that_does_not_fit_stops_nobody_else(shop, caplog):
    """A newer hub allows what this version's table does not."""
    strict = sa.MetaData()
    visit.to_metadata(strict)
    metadata.tables["product"].to_metadata(strict)
    one = person.to_metadata(strict)
    one.append_constraint(sa.CheckConstraint("length(name) < 10"))
    registry = Registry((Collection(one, Rule.FIELDS),))
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        writer.insert("person", {"id": "long", "name": "Massimiliana"})
        writer.insert("person", {"id": "bob", "name": "Bob"})
    tablet = shop.device("a", registry, strict)
    go(tablet, shop.hub("a"))
    assert set(rows(tablet, one)) == {"ada", "bob"}
    assert "1 records of person do not fit" in caplog.text
    assert "Massimiliana" not in caplog.text
