"""A shop's day from real records: late ones, corrected ones, those of other shops and odd nights."""

from datetime import date, timedelta
from functools import partial

import pytest
import sqlalchemy as sa

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Outcome, Reason
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.review import use_cases as review
from clienteling.review.days import recorded
from clienteling.review.queries import day_and_others, deeds_of, figures_on, shop_day
from clienteling.review.values import Figures, Receipts
from tests.shop import AUTHOR, COLLEAGUE, DAY, HOUR, NOW

ROME, KEY = "Europe/Rome", "5a" * 32
SUNDAY = date(2026, 11, 22)
NORA = Item(product_id="nora", variant_id="nora-black-39", price_cents=15_900)


def record(shop, kind, *, author=AUTHOR, customer_id="giulia", items=(), **said):
    draft = Draft(kind=kind, customer_id=customer_id, items=items, **said)
    return shop.write(lambda writer: interactions.record(writer, draft, author=author))


def read(shop, day=SUNDAY, store_id="brera", today=SUNDAY, key=""):
    query = partial(shop_day, store_id=store_id, day=day, today=today, time_zone=ROME, key=key)
    return shop.read(query)


def mark(shop, key=""):
    return shop.write(lambda w: review.mark(w, SUNDAY, read(shop).figures, author=AUTHOR, key=key))


@pytest.fixture
def team(shop):
    for who in ("anna", "bruno"):
        shop.put("associate", id=who, given_name=who, family_name="Conti", store_id="brera")
    return shop


def test_a_shop_whose_day_held_nothing_has_a_page_of_noughts(shop):
    day = read(shop)
    assert (day.figures, day.hours, day.visitors, day.reviewed) == (Figures(), (), (), None)


def test_a_day_is_counted_with_what_another_shop_did_left_out(shop):
    record(shop, InteractionKind.SALE, items=(NORA,))
    record(shop, InteractionKind.VISIT, author=COLLEAGUE)
    record(
        shop,
        InteractionKind.NOT_BOUGHT,
        customer_id=None,
        outcome=Outcome.NOT_BOUGHT,
        items=(Item(product_id="nora", variant_id="nora-black-39", reason=Reason.SIZE),),
    )
    day = read(shop)
    assert (day.figures.visits, day.figures.recognised) == (2, 1)
    assert day.figures.receipts == Receipts(count=1, cents=15_900, pieces=1)
    assert [(one.name, one.size, one.reason, one.here, one.elsewhere) for one in day.wanted] == [
        ("Stringata Nora", "39", Reason.SIZE, 1, 2)
    ]
    assert read(shop, store_id="torino").figures.visits == 1


def test_what_was_undone_counts_no_more_and_what_was_corrected_counts_as_it_is_now(shop):
    gone = record(shop, InteractionKind.VISIT, customer_id=None)
    shop.write(lambda w: interactions.undo(w, gone, author=AUTHOR))
    sale = record(shop, InteractionKind.SALE, items=(NORA,))
    two = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(NORA, NORA))
    shop.write(lambda w: interactions.correct(w, sale, two, author=AUTHOR))
    assert read(shop).figures.visits == 1
    assert read(shop).figures.receipts == Receipts(count=1, cents=31_800, pieces=2)


def test_promises_count_on_the_day_that_they_were_for(shop):
    def promised(due_on):
        return shop.write(
            lambda w: promises.make(
                w, customer_id="giulia", kind=PromiseKind.CALL, due_on=due_on, author=AUTHOR
            )
        )

    kept, called_off, _ = promised(SUNDAY), promised(SUNDAY), promised(SUNDAY)
    shop.write(lambda w: promises.keep(w, kept, author=AUTHOR))
    shop.write(lambda w: promises.cancel(w, called_off, author=AUTHOR))
    day = read(shop)
    assert (day.figures.promises_due, day.figures.promises_kept) == (2, 1)
    (due,) = day.still_open
    assert not due.overdue
    shop.now += 2 * DAY
    assert [one.overdue for one in read(shop, today=date(2026, 11, 24)).still_open] == [True]
    shop.write(lambda w: promises.keep(w, due.id, author=AUTHOR))
    late = read(shop, today=date(2026, 11, 24))
    assert (late.figures.promises_kept, late.still_open) == (1, ())


def test_who_has_read_it_is_said_and_what_came_after(team):
    shop = team
    record(shop, InteractionKind.VISIT)
    review_id = mark(shop)
    seen = read(shop).reviewed
    assert (seen.by_name, seen.changed) == ("Sofia Martini", ())
    shop.put(
        "interaction", id="late", kind="visit", at=NOW - HOUR, store_id="brera", visit_id="late", items=[]
    )
    assert set(read(shop).reviewed.changed) == {"visits", "interactions"}
    shop.write(lambda w: review.take_back(w, review_id, author=AUTHOR))
    assert read(shop).reviewed is None


def test_of_too_few_people_what_was_read_is_kept_for_the_tablets_of_that_shop_alone(shop):
    record(shop, InteractionKind.SALE, items=(NORA,))
    mark(shop, KEY)
    late = {"kind": "visit", "at": NOW - HOUR, "store_id": "brera", "visit_id": "late", "items": []}
    shop.put("interaction", id="late", **late)
    assert "15900" not in str(shop.rows("day_review")[0]["figures"])
    assert set(read(shop, key=KEY).reviewed.changed) == {"visits", "interactions"}
    for key in ("", "a5" * 32):
        seen = read(shop, key=key).reviewed
        assert (seen.by_name, seen.changed, seen.unopened) == ("Sofia Martini", (), True)
    assert not read(shop, key=f"{'a5' * 32} {KEY}").reviewed.unopened


def test_of_too_few_people_nothing_is_kept_of_what_was_read_on_a_tablet_of_another_shop(shop):
    record(shop, InteractionKind.SALE, items=(NORA,))
    mark(shop)
    assert shop.rows("day_review")[0]["figures"] == {}
    assert read(shop, key=KEY).reviewed.changed == ()


def test_the_newest_of_two_managers_readings_stands(team):
    shop = team
    mark(shop)
    record(shop, InteractionKind.VISIT)
    mark(shop)
    assert read(shop).reviewed.changed == ()


def test_on_the_night_that_the_clock_is_put_back_no_hour_is_lost_and_none_counted_twice(shop):
    """25 October 2026 lasts 25 hours in Milan, from 22:00 UTC of the day before."""
    begins = 1_792_879_200_000
    for number, at in enumerate((begins - 1, begins, begins + 25 * HOUR - 1, begins + 25 * HOUR)):
        shop.put(
            "interaction",
            id=f"{number}",
            kind="visit",
            at=at,
            store_id="brera",
            visit_id=f"{number}",
            items=[],
        )
    found = shop.read(partial(deeds_of, store_id="brera", day=date(2026, 10, 25), time_zone=ROME))
    assert [deed.id for deed in found] == ["1", "2"]


def test_the_same_day_of_the_week_before_stands_beside_it(shop):
    record(shop, InteractionKind.VISIT)
    shop.now += 7 * DAY
    record(shop, InteractionKind.VISIT)
    next_sunday = date(2026, 11, 29)
    assert read(shop, next_sunday).week_before == shop.read(
        partial(figures_on, store_id="brera", day=SUNDAY, time_zone=ROME)
    )
    assert read(shop, next_sunday).week_before.visits == 1


def test_days_that_are_read_together_come_to_what_each_comes_to_by_itself(shop):
    """Over the night that lasts an hour longer; one day is left out, one has nothing."""
    first = date(2026, 10, 24)
    begins = 1_792_879_200_000  # the 25th, in Milan
    with shop.at_once():
        for number, at in enumerate(
            (begins - HOUR, begins - 1, begins, begins + 25 * HOUR - 1, begins + 4 * DAY)
        ):
            of = {"kind": "visit", "at": at, "store_id": "brera", "visit_id": f"{number}", "items": []}
            shop.put("interaction", id=f"{number}", **of)
        due = {
            "customer_id": "giulia",
            "kind": "call",
            "state": "open",
            "made_at": begins,
            "store_id": "brera",
        }
        shop.put("promise", id="due", due_on="2026-10-25", **due)
        shop.put("promise", id="odd", due_on="2026-10-2x", **due)
        seen = {"store_id": "brera", "figures": {}, "at": begins, "associate_id": "sofia"}
        shop.put("day_review", id="seen", day_on="2026-10-26", **seen)
    days = [first + timedelta(days=number) for number in (0, 1, 2, 3)]
    asked = partial(recorded, store_id="brera", time_zone=ROME)
    together = shop.read(lambda conn: asked(conn, days={*days, first - timedelta(days=7)}))
    assert {day: together[day] for day in days} == {
        day: shop.read(partial(asked, days={day}))[day] for day in days
    }
    assert [together[day].figures.visits for day in days] == [2, 2, 0, 0]
    assert together[days[1]].figures.promises_due == 1
    assert together[days[2]].reviewed.by_id == "sofia"


def test_a_week_beside_the_day_asks_no_more_queries_than_the_day_alone(shop):
    record(shop, InteractionKind.VISIT)
    said: list[str] = []
    listen = sa.event.listens_for(shop.engine, "before_cursor_execute")

    @listen
    def _heard(_conn, _cursor, statement, *_more) -> None:
        said.append(statement)

    tuesday = SUNDAY + timedelta(days=2)
    asked = {"store_id": "brera", "day": SUNDAY, "today": tuesday, "time_zone": ROME}
    alone = shop.read(partial(shop_day, **asked))
    of_the_day = len(said)
    among, others = shop.read(partial(day_and_others, **asked))
    sa.event.remove(shop.engine, "before_cursor_execute", _heard)
    assert len(said) <= 2 * of_the_day
    assert among == alone
    assert [(one.day, one.figures.visits) for one in others][-2:] == [(date(2026, 11, 21), 0), (SUNDAY, 1)]
