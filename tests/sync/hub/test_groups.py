"""Whose each record of the feed is, and how it is counted."""

import msgspec
import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule
from sync.hub import schema
from sync.wire import Page
from tests.sync.shop import person, visit

NOTEBOOK = sa.MetaData()
note = sa.Table(
    "note",
    NOTEBOOK,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("person_id", sa.Text, nullable=True),
)
BEFORE = Registry((Collection(person, Rule.FIELDS), Collection(visit, Rule.FACT)))
AFTER = Registry(
    (Collection(person, Rule.FIELDS, group="id"), Collection(visit, Rule.FACT, group="person_id"))
)
NOTES = Registry((Collection(note, Rule.REFERENCE, group="person_id"),))


def groups(store) -> dict[str, str]:
    with store.read() as connection:
        feed = schema.feed.c
        return dict(connection.execute(sa.select(feed.record_id, feed.group_id)).all())


def counts(store, holds) -> dict[str, int]:
    page = msgspec.json.decode(store.page(store.epoch, 0, holds=holds), type=Page)
    return {name: told.count for name, told in (page.digest or {}).items() if told.count}


def fill(store) -> None:
    with store.write() as writer:
        writer.insert("person", {"id": "ada"})
        writer.insert("visit", {"id": "hers", "person_id": "ada", "at": 1})
        writer.insert("visit", {"id": "nobodys", "at": 1})


def test_the_feed_knows_whose_each_record_is(shop):
    fill(shop.open_hub(AFTER))
    assert groups(shop.store) == {"ada": "ada", "hers": "ada", "nobodys": ""}


def test_shared_records_are_counted_apart_and_everything_holds_both(shop):
    fill(shop.open_hub(AFTER))
    assert counts(shop.store, "*") == {"person": 1, "visit": 2}
    assert counts(shop.store, "a scope without members") == {"visit": 1}


def test_a_version_that_begins_to_group_finds_out_whose_the_old_records_are(shop):
    fill(shop.open_hub(BEFORE))
    assert counts(shop.store, "a scope without members") == {"person": 1, "visit": 2}
    shop.open_hub(AFTER)
    assert groups(shop.store) == {"ada": "ada", "hers": "ada", "nobodys": ""}
    assert counts(shop.store, "a scope without members") == {"visit": 1}
    assert counts(shop.store, "*") == {"person": 1, "visit": 2}


def test_of_a_record_that_was_taken_away_remains_whose_it_was(shop):
    store = shop.open_hub(NOTES, NOTEBOOK)
    with store.write() as writer:
        writer.insert("note", {"id": "n", "person_id": "ada"})
    with store.write() as writer:
        writer.remove("note", "n")
        writer.remove("note", "n")
    assert groups(store) == {"n": "ada"}
    assert counts(store, "*") == {}
