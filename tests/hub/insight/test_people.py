"""What the hub deduces of a customer, and when it does not any more."""

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import preference
from clienteling.hub.identity.merging import merge, unmerge
from clienteling.hub.insight.insight import Insight
from clienteling.insight.tables import customer_insight
from sync.hub.store import HubStore
from tests.hub.little_house import ANNA, BEA, NOW, open_house, rows

DAY = 86_400_000


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    on_file = request.param == "sqlite"
    store = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    yield store
    store.engine.dispose()


def agree(store, whose=ANNA, *, granted=True, at=1, **more):
    with store.write() as writer:
        values = {"customer_id": whose, "purpose": "profiling", "granted": granted, "at": at, **more}
        writer.insert("consent", values)


def buy(store, days_ago, size="39", whose=ANNA, kind="sale"):
    item = {
        "product_id": "nora",
        "variant_id": f"nora-black-{size}",
        "price_cents": 10_000,
        "bought": kind == "sale",
    }
    with store.write() as writer:
        at = NOW - days_ago * DAY
        return writer.insert("interaction", {"customer_id": whose, "kind": kind, "items": [item], "at": at})


def look(store, whose=ANNA):
    with store.write() as writer:
        detail = {"product_id": "alba", "variant_id": "alba-tan"}
        writer.insert(
            "event", {"customer_id": whose, "kind": "product_viewed", "at": NOW - DAY, "detail": detail}
        )


def follow(store):
    Insight(store).catch_up()


def insights(store):
    return {row.id: row for row in rows(store, customer_insight)}


def deduced(store):
    found = [row for row in rows(store, preference) if row.source == "deduced"]
    return {(row.customer_id, row.kind): (row.value, row.evidence) for row in found}


SHOES_39 = {
    (ANNA, "shoe_size"): ("39", "purchases=2 share=100"),
    (ANNA, "colour"): ("black", "purchases=2 share=100"),
}


def test_her_figures_are_those_of_the_last_year_less_what_she_brought_back(store):
    agree(store)
    for days_ago in (500, 105, 70, 28):
        buy(store, days_ago)
    buy(store, 20, kind="return")
    follow(store)
    (row,) = insights(store).values()
    assert (row.times, row.spent_cents) == (2, 20_000)
    assert (row.last_bought_at, row.last_seen_at) == (NOW - 70 * DAY, NOW - 20 * DAY)
    assert row.rhythm_days == 38  # gaps 395, 35, 42, 8
    assert (row.id, row.customer_id) == (ANNA, ANNA)


def test_her_interests_stand_with_what_they_are_deduced_from(store):
    agree(store)
    look(store)
    look(store)
    follow(store)
    interests = insights(store)[ANNA].interests
    assert interests["families"] == [{"name": "bags", "weight": 2.0, "deeds": {"viewed": 2}}]
    assert [one["name"] for one in interests["colours"]] == ["tan"]
    assert [one["name"] for one in interests["products"]] == ["alba"]


def test_without_her_consent_nothing_is_deduced_and_on_withdrawal_it_goes(store):
    buy(store, 9)
    buy(store, 5)
    follow(store)
    assert (insights(store), deduced(store)) == ({}, {})
    agree(store)
    follow(store)
    assert set(insights(store)) == {ANNA}
    assert deduced(store) == SHOES_39
    agree(store, granted=False, at=2)
    follow(store)
    assert (insights(store), deduced(store)) == ({}, {})


def test_a_consent_that_ends_by_itself_takes_it_along(store):
    agree(store, expires_at=NOW + DAY)
    buy(store, 5)
    buy(store, 5)
    follow(store)
    assert insights(store)[ANNA].valid_until == NOW + DAY
    later = HubStore(store.engine, store.registry, now=lambda: NOW + DAY)
    Insight(later).tell()
    assert (insights(store), deduced(store)) == ({}, {})


def test_a_size_is_not_deduced_beside_the_one_she_told(store):
    agree(store)
    buy(store, 9)
    buy(store, 5)
    follow(store)
    assert deduced(store) == SHOES_39
    with store.write() as writer:
        told = {"customer_id": ANNA, "kind": "shoe_size", "value": "38", "source": "told", "said_at": NOW}
        record_id = writer.insert("preference", told)
    follow(store)
    assert set(deduced(store)) == {(ANNA, "colour")}
    with store.write() as writer:
        writer.update("preference", record_id, {"removed_at": NOW})
    follow(store)
    assert deduced(store) == SHOES_39


def test_a_size_goes_when_what_it_rests_on_is_brought_back(store):
    agree(store)
    buy(store, 9)
    buy(store, 5)
    follow(store)
    buy(store, 1, kind="return")
    follow(store)
    assert deduced(store) == {}


def test_what_an_associate_took_away_is_not_deduced_again_until_it_is_something_else(store):
    agree(store)
    buy(store, 9)
    buy(store, 5)
    follow(store)
    with store.write() as writer:
        writer.update("preference", f"{ANNA}/shoe_size", {"removed_at": NOW})
    buy(store, 4)
    follow(store)

    def there():
        with store.read() as conn:
            query = sa.select(preference.c.value, preference.c.removed_at)
            return conn.execute(query.where(preference.c.kind == "shoe_size")).one()

    assert there() == ("39", NOW)
    for _ in range(6):
        buy(store, 1, "38")
    follow(store)
    assert there() == ("38", None)


def test_two_records_of_hers_are_one_person_and_two_again_when_they_are_separated(store):
    agree(store)
    agree(store, BEA)
    buy(store, 9)
    buy(store, 5, whose=BEA)
    follow(store)
    assert ({*insights(store)}, deduced(store)) == ({ANNA, BEA}, {})
    with store.write() as writer:
        merge(writer, ANNA, BEA, by="Sara", evidence="")
    follow(store)
    assert {i: row.times for i, row in insights(store).items()} == {ANNA: 2}
    assert deduced(store) == SHOES_39
    with store.write() as writer:
        unmerge(writer, BEA, by="Sara")
    follow(store)
    assert {i: row.times for i, row in insights(store).items()} == {ANNA: 1, BEA: 1}
    assert deduced(store) == {}


def test_following_again_moves_nothing(store):
    agree(store)
    buy(store, 9)
    buy(store, 5)
    look(store)
    follow(store)
    store.renew_epoch()
    head = store.head
    follow(store)
    Insight(store).tell()
    assert store.head == head
