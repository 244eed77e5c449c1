"""The page of the day from real records: what comes late, is put right, or falls on an odd day."""

import json
from datetime import date
from functools import partial

import pytest
import sqlalchemy as sa

from clienteling.basis.values import Asker
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.review import use_cases as review
from clienteling.review.queries import shop_day
from clienteling.staff.values import Author, Role
from clienteling.tablet.review import lines
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.use_cases import Plan
from tests.heard import heard, plans, scans
from tests.shop import AUTHOR, COLLEAGUE, DAY, HOUR, MINUTE, NOW, english, shop

__all__ = ["english", "shop"]

SUNDAY, MONDAY, WEDNESDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 25)


CHIARA = Asker("chiara", Role.AREA_MANAGER, "", frozenset({"brera", "torino"}))
SOFIA = Asker("sofia", Role.MANAGER, "brera")


@pytest.fixture
def teams(shop):
    """Of each shop."""
    for store_id in ("brera", "torino"):
        for number in range(3):
            one = f"{store_id}-{number}"
            shop.put("associate", id=one, given_name="A", family_name="B", store_id=store_id)


@pytest.fixture
def page(teams, reading):
    return reading


@pytest.fixture
def reading(shop, english):
    """The page of a day as it is read now."""

    def read(day=SUNDAY, store_id="brera", asker=CHIARA):
        today = english.day_of(shop.now)
        return shop.read(
            partial(
                lines.read,
                asker=asker,
                store_id=store_id,
                day=day,
                now=shop.now,
                today=today,
                device="Till",
                wording=english,
            )
        )

    return read


def visit(shop, at, *, name="late", **more):
    """As it comes from another tablet."""
    shop.put("interaction", id=name, visit_id=name, kind="visit", at=at, store_id="brera", items=[], **more)


def mark(shop, day, by=AUTHOR):
    seen = shop.read(partial(shop_day, store_id="brera", day=day, today=day, time_zone="Europe/Rome"))
    return shop.write(lambda w: review.mark(w, day, seen.figures, author=by))


def test_what_comes_three_days_late_is_said_on_todays_page_with_the_day_it_belongs_to(shop, page):
    mark(shop, SUNDAY)
    shop.now += 3 * DAY
    assert page(WEDNESDAY).changed_days == ""
    visit(shop, NOW)
    today = page(WEDNESDAY)
    assert today.changed_days == "Sunday 22 November: visits and interactions"
    assert today.changed_day == "2026-11-22"
    assert page(SUNDAY).changed == "visits and interactions"
    mark(shop, SUNDAY)
    assert page(WEDNESDAY).changed_days == ""


def test_a_record_that_is_put_right_after_the_reading_changes_the_day(shop, page):
    draft = Draft(kind=InteractionKind.VISIT, customer_id="giulia")
    made = shop.write(lambda w: interactions.record(w, draft, author=AUTHOR))
    mark(shop, SUNDAY)
    sale = Draft(
        kind=InteractionKind.SALE,
        customer_id="giulia",
        items=(Item(product_id="nora", price_cents=15_900, bought=True),),
    )
    shop.now += DAY
    shop.write(lambda w: interactions.correct(w, made, sale, author=AUTHOR))
    assert page(SUNDAY).changed == "receipts"
    assert [one.changed for one in page(SUNDAY).week if one.read] == [True]


def test_two_managers_who_read_it_at_once_are_both_named_and_either_takes_back_her_own(shop, page):
    shop.put("associate", id="anna", given_name="Anna", family_name="Conti", store_id="brera")
    mark(shop, SUNDAY)
    second = mark(shop, SUNDAY, by=Author("anna", "brera"))
    assert page().reviewed.startswith("Read by Anna Conti, today")
    assert page().reviewed.endswith("also by Sofia Martini")
    shop.write(lambda w: review.take_back(w, second, author=AUTHOR))
    assert page().reviewed.startswith("Read by Sofia Martini, today")


def test_before_days_on_which_the_shop_is_closed_the_page_looks_to_when_it_opens_again(shop, page):
    open_from_tuesday = {str(day): ["10:00", "19:00"] for day in range(1, 6)}
    with shop.at_once():
        shop._connection.execute(
            sa.text("update store set opening = :o where id = 'brera'"),
            {"o": json.dumps(open_from_tuesday)},
        )
    for due, what in ((MONDAY, "water the plants"), (date(2026, 11, 24), "count the scarves")):
        shop.write(partial(tasks.make, plan=Plan(what=what, due_on=due), author=AUTHOR))
    found = page(SUNDAY)
    assert [one.what for one in found.ahead] == ["Water the plants", "Count the scarves"]
    assert found.ahead_until == "by Tuesday"
    assert (found.closed, page(date(2026, 11, 18)).closed) == (True, False)
    assert page(date(2026, 11, 18)).ahead_until == ""


def test_a_shop_that_does_not_say_when_it_is_open_is_never_said_to_be_closed(page):
    assert not page(SUNDAY).closed


def test_after_holidays_the_week_before_is_no_measure(shop, page):
    visit(shop, NOW)
    figure = page().figures[0]
    assert (figure.value, figure.note, figure.tone) == ("0%", "0 of 1 visits", "")


def test_what_carries_a_day_that_has_not_come_yet_stands_on_no_page_before(shop, page):
    visit(shop, NOW + 40 * DAY, name="clock put forward")
    visit(shop, 1_000, name="clock at its beginning")
    assert page().figures[1].value == "0"
    assert page(date(1970, 1, 1)).heading == "Thursday 1 January 1970"


def test_hours_of_the_night_on_which_the_clock_goes_forward_stand_under_the_wall_clock(shop, page):
    """29 March 2026: after 01:59 comes 03:00, which is 01:00 UTC."""
    night = 1_774_746_000_000
    visit(shop, night - MINUTE, name="before")
    visit(shop, night, name="after")
    assert [(one.hour, one.unknown) for one in page(date(2026, 3, 29)).hours] == [(1, 1), (2, 0), (3, 1)]


def test_what_is_brought_back_to_another_shop_counts_where_it_was_brought(shop, page):
    sold = Item(product_id="nora", price_cents=15_900, bought=True)
    sale = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(sold,))
    back = Draft(kind=InteractionKind.RETURN, customer_id="giulia", items=(Item(product_id="nora"),))
    shop.write(lambda w: interactions.record(w, sale, author=AUTHOR))
    shop.write(lambda w: interactions.record(w, back, author=COLLEAGUE))
    assert (page().day.figures.receipts.count, page().day.figures.returned_pieces) == (1, 0)
    there = page(store_id="torino").day.figures
    assert (there.receipts.count, there.returned_pieces) == (0, 1)


def test_who_moved_shop_leaves_behind_what_was_recorded_there(shop, page):
    draft = Draft(kind=InteractionKind.VISIT, customer_id="giulia")
    shop.write(lambda w: interactions.record(w, draft, author=AUTHOR))
    shop.write(
        lambda w: promises.make(w, customer_id="giulia", kind=PromiseKind.CALL, due_on=SUNDAY, author=AUTHOR)
    )
    with shop.at_once():
        shop._connection.execute(sa.text("update associate set store_id = 'torino' where id = 'sofia'"))
    assert page().figures[1].value == "1"
    assert page().decisions[0].words.endswith("promised by Sofia")
    assert page(store_id="torino").figures[1].value == "0"


def test_no_query_of_the_page_walks_through_the_history(shop, page):
    visit(shop, NOW - HOUR, customer_id="giulia")
    with heard(shop.engine) as said:
        page()
    steps = plans(shop.engine, said)
    assert any("interaction USING INDEX ix_interaction_store_at" in step for step in steps)
    assert scans(steps) == {"SCAN sync_outbox USING INDEX ix_sync_outbox_open"}  # only what waits is in it


def one_of_each(shop):
    """A sale, and something that was not bought."""
    sold, left = (
        Item(product_id="nora", price_cents=15_900, bought=True),
        Item(product_id="nora", reason=Reason.PRICE),
    )
    for kind, item in ((InteractionKind.SALE, sold), (InteractionKind.NOT_BOUGHT, left)):
        draft = Draft(kind=kind, customer_id="giulia", items=(item,))
        shop.write(partial(interactions.record, draft=draft, author=AUTHOR))


def test_of_two_people_the_page_says_who_came_and_what_is_to_be_done_and_no_sums(shop, reading):
    shop.put("associate", id="anna", given_name="Anna", family_name="Conti", store_id="brera")
    one_of_each(shop)
    shop.write(
        lambda w: promises.make(w, customer_id="giulia", kind=PromiseKind.CALL, due_on=SUNDAY, author=AUTHOR)
    )
    found = reading(asker=SOFIA)
    assert found.too_few
    assert (found.figures, found.hours, found.lost) == ((), (), ())
    assert {(one.visits, one.recognised, one.receipts, one.promises) for one in found.week} == {
        (lines.NOTHING,) * 4
    }
    assert (len(found.visitors), len(found.decisions), len(found.wanted)) == (1, 1, 1)


def test_who_works_there_alone_reads_her_own(shop, reading):
    one_of_each(shop)
    assert not reading(asker=SOFIA).too_few
    assert reading(asker=CHIARA).too_few


def test_who_belongs_to_another_shop_reads_no_sums_of_this_one(shop, page):
    one_of_each(shop)
    assert page(store_id="torino", asker=SOFIA).too_few
    assert page(asker=SOFIA).figures[1].value == "2"
