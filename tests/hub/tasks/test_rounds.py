"""What the hub puts down by its rules: once, for whoever lets us, to whoever had to do with it."""

import pytest

from clienteling.hub.identity.merging import merge
from clienteling.hub.insight.insight import Insight
from clienteling.hub.tasks.rounds import Rounds
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.tasks.tables import task
from clienteling.tasks.values import Because, because_of
from tests.hub.little_house import ANNA, BEA, NOW, open_house, rows

DAY = 86_400_000
SETTINGS = TaskSettings(after_purchase_from=100, lapsing_at_once=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    on_file = request.param == "sqlite"
    store = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    with store.write() as writer:
        for name, shop in (("sara", "milano"), ("left", "milano"), ("roma", "roma")):
            given = {"given_name": name.title(), "store_id": shop, "active": name != "left"}
            writer.insert("associate", {"id": name, **given})
    yield store
    store.engine.dispose()


def rounds(store, settings=SETTINGS, now=NOW):
    return Rounds(store, settings, lambda: now)


def agree(store, *purposes, whose=ANNA, granted=True, at=1):
    with store.write() as writer:
        for purpose in purposes:
            values = {"customer_id": whose, "purpose": purpose, "granted": granted, "at": at}
            writer.insert("consent", values)


def sell(store, days_ago, *, cents=15_900, whose=ANNA, kind="sale", by="sara"):
    item = {
        "product_id": "nora",
        "variant_id": "nora-black-39",
        "price_cents": cents,
        "bought": kind == "sale",
    }
    with store.write() as writer:
        at = NOW - days_ago * DAY
        told = {"kind": kind, "items": [item], "at": at, "store_id": "milano", "associate_id": by}
        return writer.insert("interaction", {"customer_id": whose, **told})


def miss(store, days_ago, whose=ANNA, reason="not_in_stock"):
    item = {"product_id": "nora", "variant_id": "nora-black-39", "reason": reason}
    with store.write() as writer:
        at = NOW - days_ago * DAY
        told = {"kind": "not_bought", "items": [item], "at": at, "store_id": "milano", "associate_id": "sara"}
        writer.insert("interaction", {"customer_id": whose, **told})


def count(store, quantity, at=NOW):
    level = {"variant_id": "nora-black-39", "store_id": "milano", "quantity": quantity, "counted_at": at}
    with store.write() as writer:
        if writer.find("stock_level", "level") is None:
            writer.insert("stock_level", {"id": "level", **level})
        else:
            writer.update("stock_level", "level", level)


def tasks(store, **where):
    return rows(store, task, **where)


def test_two_weeks_after_a_purchase_who_sold_it_asks_how_it_is_once(store):
    agree(store, "service")
    sell(store, 14)
    assert rounds(store).daily() == 1
    assert rounds(store).daily() == 0
    [row] = tasks(store)
    assert (row.customer_id, row.rule, row.product_id, row.due_on) == (
        ANNA,
        "after_purchase",
        "nora",
        "2026-11-22",
    )
    assert (row.associate_id, row.store_id, row.made_by, row.state) == ("sara", "milano", None, "open")
    assert because_of(row.because) == Because(on="2026-11-08")


@pytest.mark.parametrize(
    "case",
    ["no consent", "too little", "too early", "too long ago", "brought back", "switched off", "nobody"],
)
def test_after_a_purchase_nothing_is_put_down_where(store, case):
    if case != "no consent":
        agree(store, "service")
    days = {"too early": 13, "too long ago": 17}.get(case, 14)
    sell(
        store, days, cents=9_900 if case == "too little" else 15_900, whose=None if case == "nobody" else ANNA
    )
    if case == "brought back":
        sell(store, 3, kind="return")
    settings = TaskSettings(after_purchase_days=0) if case == "switched off" else SETTINGS
    assert rounds(store, settings).daily() == 0


def test_who_is_not_there_any_more_is_asked_to_do_nothing(store):
    agree(store, "service")
    sell(store, 14, by="left")
    rounds(store).daily()
    assert tasks(store)[0].associate_id is None


def test_what_she_left_without_is_told_her_when_it_comes_in(store):
    agree(store, "service")
    count(store, 0, NOW - 40 * DAY)
    miss(store, 30)
    rounds(store).catch_up()
    assert tasks(store) == []
    count(store, 2)
    rounds(store).catch_up()
    [row] = tasks(store)
    assert (row.rule, row.variant_id, row.associate_id) == ("back_in_stock", "nora-black-39", "sara")
    assert because_of(row.because) == Because(on="2026-10-23", pieces=2)
    count(store, 0)
    count(store, 5)
    rounds(store).catch_up()
    assert len(tasks(store)) == 1


@pytest.mark.parametrize("case", ["another reason", "counted before", "bought since", "too long ago", "none"])
def test_nothing_has_come_in_for_her_where(store, case):
    agree(store, "service")
    miss(
        store,
        61 if case == "too long ago" else 30,
        reason="colour" if case == "another reason" else "not_in_stock",
    )
    if case == "bought since":
        sell(store, 5)
    count(store, 0 if case == "none" else 2, NOW - 31 * DAY if case == "counted before" else NOW)
    rounds(store).catch_up()
    assert tasks(store, rule="back_in_stock") == []


def born(store, on, *, tier="", whose=ANNA):
    with store.write() as writer:
        writer.update("customer", whose, {"birthday_on": on, "tier": tier})


def test_a_regulars_birthday_is_put_down_for_whoever_looks_after_her(store):
    agree(store, "marketing_email")
    born(store, "1988-11-25", tier="gold")
    with store.write() as writer:
        entry = {"customer_id": ANNA, "associate_id": "sara", "store_id": "milano", "added_at": 1}
        writer.insert("book_entry", {"id": "entry", **entry})
    rounds(store).daily()
    rounds(store, now=NOW + DAY).daily()
    [row] = tasks(store)
    assert (row.rule, row.due_on, row.associate_id) == ("birthday", "2026-11-25", "sara")
    assert because_of(row.because) == Because(on="11-25")


@pytest.mark.parametrize(
    ("on", "tier", "consent"),
    [
        ("0001-11-26", "gold", "marketing_email"),
        ("0001-11-25", "", "marketing_email"),
        ("0001-11-25", "gold", "service"),
        ("0001-11-21", "gold", "marketing_email"),
    ],
)
def test_a_birthday_that_is_far_or_not_allowed_or_of_a_stranger_is_not(store, on, tier, consent):
    agree(store, consent)
    born(store, on, tier=tier)
    assert rounds(store).daily() == 0


def stays_away(store, whose=ANNA):
    for days in (150, 120, 90, 60):
        sell(store, days, whose=whose)


def deduce(store):
    insight = Insight(store)
    insight.catch_up()


def test_who_stays_away_is_won_back_a_few_at_a_time_and_let_go_when_she_comes(store):
    for whose in (ANNA, BEA):
        agree(store, "profiling", "marketing_phone", whose=whose)
        stays_away(store, whose)
    sell(store, 90, whose=BEA)
    deduce(store)
    assert rounds(store).daily() == 1
    [row] = tasks(store)
    assert (row.customer_id, row.rule) == (BEA, "lapsing")
    assert because_of(row.because).weeks_ago == 9
    sell(store, 0, whose=BEA)
    deduce(store)
    rounds(store).catch_up()
    [gone] = tasks(store, customer_id=BEA, rule="lapsing")
    assert (gone.state, gone.outcome) == ("dropped", "came")
    assert rounds(store).daily() == 1
    assert [row.customer_id for row in tasks(store, state="open", rule="lapsing")] == [ANNA]


def test_without_her_consent_to_profiling_nobody_is_found_to_stay_away(store):
    agree(store, "marketing_phone")
    stays_away(store)
    deduce(store)
    assert rounds(store).daily() == 0


def test_a_consent_taken_back_takes_along_what_rested_on_it(store):
    agree(store, "service", "marketing_email")
    born(store, "0001-11-24", tier="gold")
    sell(store, 14)
    assert rounds(store).daily() == 2
    agree(store, "marketing_email", granted=False, at=2)
    rounds(store).catch_up()
    assert {(row.rule, row.state, row.outcome) for row in tasks(store)} == {
        ("birthday", "dropped", "no_consent"),
        ("after_purchase", "open", ""),
    }


def test_what_is_long_past_goes_by_itself(store):
    agree(store, "service", "marketing_email")
    born(store, "0001-11-23", tier="gold")
    sell(store, 14)
    rounds(store).daily()
    with store.write() as writer:
        old = {"due_on": "2026-10-01"}
        writer.update("task", tasks(store, rule="after_purchase")[0].id, old)
        writer.update("task", tasks(store, rule="birthday")[0].id, {"due_on": "2026-11-18"})
    rounds(store).daily()
    assert {row.state for row in tasks(store)} == {"dropped"}


def test_of_two_records_of_one_person_there_is_one_birthday(store):
    agree(store, "marketing_email")
    for whose in (ANNA, BEA):
        born(store, "0001-11-24", tier="gold", whose=whose)
    with store.write() as writer:
        merge(writer, ANNA, BEA, by="sara", evidence="the same card")
    assert rounds(store).daily() == 1
