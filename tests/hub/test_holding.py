"""Which shop's tablets hold a customer: her home shop's, and where she was in the last months."""

import pytest

from clienteling.hub.holding import MONTH_MS, holding
from tests.hub.little_house import ANNA, BEA, NOW, open_house


@pytest.fixture
def house(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


def held(house, now=NOW, months=12) -> dict[str, dict[str, int]]:
    with house.read() as connection:
        return dict(holding(months).holders(connection, [ANNA, BEA], now))


def test_her_home_shop_holds_her_for_as_long_as_it_is_that(house):
    assert held(house) == {ANNA: {"milano": 0}, BEA: {"milano": 0}}
    with house.write() as writer:
        writer.update("customer", BEA, {"home_store_id": None})
    assert held(house) == {ANNA: {"milano": 0}}


@pytest.mark.parametrize(
    ("collection", "values"),
    [
        ("interaction", {"at": NOW}),
        ("note", {"at": NOW, "body": "tea"}),
        ("promise", {"made_at": NOW}),
        ("task", {"made_at": NOW}),
        ("appointment", {"at": NOW}),
    ],
)
def test_who_served_her_holds_her_for_some_months(house, collection, values):
    with house.write() as writer:
        writer.insert(collection, {"customer_id": ANNA, "store_id": "roma", **values})
        writer.insert(collection, {"customer_id": ANNA, "store_id": "", **values})
    until = NOW + 12 * MONTH_MS
    assert held(house)[ANNA] == {"milano": 0, "roma": until}
    assert held(house, until - 1)[ANNA] == {"milano": 0, "roma": until}
    assert held(house, until)[ANNA] == {"milano": 0}


def test_the_newest_visit_counts_and_home_outlasts_it(house):
    with house.write() as writer:
        for at in (NOW - 5, NOW - 9):
            writer.insert("interaction", {"customer_id": ANNA, "store_id": "roma", "at": at})
        writer.insert("note", {"customer_id": ANNA, "store_id": "roma", "at": NOW - 7, "body": "tea"})
        writer.insert("note", {"customer_id": ANNA, "store_id": "milano", "at": NOW, "body": "tea"})
    assert held(house, months=1)[ANNA] == {"milano": 0, "roma": NOW - 5 + MONTH_MS}


def test_each_shop_that_has_her_in_a_client_book_holds_her(house):
    with house.write() as writer:
        writer.insert("book_entry", {"id": "a", "customer_id": ANNA, "associate_id": "x", "store_id": "roma"})
    assert held(house, NOW + 400 * MONTH_MS)[ANNA] == {"milano": 0, "roma": 0}
    with house.write() as writer:
        writer.remove("book_entry", "a")
    assert held(house)[ANNA] == {"milano": 0}


def test_a_visit_without_an_instant_says_nothing(house):
    with house.write() as writer:
        writer.insert("interaction", {"customer_id": ANNA, "store_id": "roma"})
    assert held(house)[ANNA] == {"milano": 0}
