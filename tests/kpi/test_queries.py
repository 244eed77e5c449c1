"""A year is small reads of counted days; what only this tablet knows yet it counts itself."""

from datetime import date, timedelta

import msgspec
import pytest

from clienteling.errors import InvalidRecord
from clienteling.kpi.queries import Here, by_store, figures_over, total_over
from clienteling.kpi.targets import target_of, target_over
from clienteling.kpi.use_cases import set_target
from clienteling.kpi.values import Kpi, Led, Parts, Step
from clienteling.review.values import Receipts
from tests.shop import AUTHOR, HOUR, NOW, Shop

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)
SOLD = Parts(visits=2, identified=1, known=Receipts(count=1, cents=15_900, pieces=1), lost={"size": 1})


def put_day(shop: Shop, day: date, parts: Parts, store_id: str = "brera") -> None:
    said = msgspec.to_builtins(parts)
    shop.put("kpi_day", id=f"{store_id}/{day}", store_id=store_id, day_on=str(day), parts=said)


def over(shop: Shop, since: date, until: date, step: Step, *, stores=("brera",), here=None):
    with shop.replica.read() as conn:
        return figures_over(conn, stores, since, until, step, here=here)


def test_days_add_up_to_weeks_of_one_shop_and_of_several(shop):
    put_day(shop, MONDAY, SOLD)
    put_day(shop, MONDAY + timedelta(days=1), SOLD)
    put_day(shop, MONDAY, Parts(visits=3, lost={"size": 1, "price": 2}), "torino")
    (week,) = over(shop, MONDAY, TODAY, Step.WEEK)
    assert (week.parts.visits, week.parts.receipts.cents, week.parts.lost, week.days) == (
        4,
        31_800,
        {"size": 2},
        2,
    )
    (both,) = over(shop, MONDAY, TODAY, Step.WEEK, stores=("brera", "torino"))
    assert (both.parts.visits, both.parts.lost, both.days) == (7, {"size": 3, "price": 2}, 2)
    assert over(shop, MONDAY, TODAY, Step.WEEK, stores=()) == over(
        shop, MONDAY, TODAY, Step.WEEK, stores=("elsewhere",)
    )


def test_a_day_on_which_the_shop_was_closed_is_there_and_says_so(shop):
    put_day(shop, MONDAY, SOLD)
    days = over(shop, MONDAY, TODAY, Step.DAY)
    assert [one.days for one in days] == [1, 0, 0, 0, 0, 0, 0]
    assert days[-1].begins == days[-1].ends == TODAY


def test_today_is_counted_here_and_what_is_not_sent_yet_with_it(shop):
    put_day(shop, TODAY, Parts(visits=1))
    put_day(shop, TODAY - timedelta(days=1), Parts(visits=1))
    put_day(shop, TODAY - timedelta(days=2), Parts(visits=1))
    for number, at in enumerate((NOW, NOW - HOUR, NOW - 24 * HOUR, NOW - 24 * HOUR, NOW - 24 * HOUR)):
        shop.put("interaction", id=str(number), kind="visit", store_id="brera", at=at, items=[])
    since = TODAY - timedelta(days=2)
    here = Here(store_id="brera", time_zone="Europe/Rome", since=TODAY - timedelta(days=1), today=TODAY)
    assert [one.parts.visits for one in over(shop, since, TODAY, Step.DAY)] == [1, 1, 1]
    assert [one.parts.visits for one in over(shop, since, TODAY, Step.DAY, here=here)] == [1, 3, 2]
    elsewhere = msgspec.structs.replace(here, store_id="torino")
    assert [one.parts.visits for one in over(shop, since, TODAY, Step.DAY, here=elsewhere)] == [1, 1, 1]


def test_shops_stand_side_by_side(shop):
    put_day(shop, MONDAY, SOLD)
    put_day(shop, TODAY, Parts(), "torino")
    with shop.replica.read() as conn:
        found = by_store(conn, ("brera", "torino"), MONDAY, TODAY)
        assert total_over(conn, ("brera", "torino"), MONDAY, TODAY).parts == SOLD
    assert found == {"brera": {MONDAY: SOLD}, "torino": {}}


def test_what_a_newer_hub_wrote_in_another_shape_counts_as_nothing(shop):
    shop.put("kpi_day", id="brera/x", store_id="brera", day_on=str(MONDAY), parts={"visits": "many"})
    assert over(shop, MONDAY, MONDAY, Step.DAY)[0].parts == Parts()


def test_parts_taken_away_again_leave_what_was_there():
    one = Parts(visits=3, known=Receipts(count=1, cents=5, pieces=1), rules={"": Led(tried=2)}, lost={"": 1})
    other = Parts(
        visits=1, rules={"": Led(tried=1, sold=1), "birthday": Led(tried=1)}, consents={"service": 2}
    )
    assert one.plus(other).less(other) == one
    assert one.less(one) == Parts()


def test_a_target_stands_from_its_day_until_a_newer_one_does(shop):
    for value, since in ((60.0, date(2026, 1, 1)), (65.5, MONDAY), (None, TODAY)):
        with shop.replica.write() as writer:
            set_target(writer, Kpi.IDENTIFIED, Step.WEEK, value, since, store_id="brera", author=AUTHOR)

    def value(on: date, period: Step = Step.WEEK) -> float | None:
        with shop.replica.read() as conn:
            found = target_of(conn, "brera", Kpi.IDENTIFIED, period, on)
        return found and found.value

    days = (date(2025, 12, 31), date(2026, 1, 1), MONDAY - timedelta(days=1), MONDAY, TODAY)
    assert [value(day) for day in days] == [None, 60.0, 60.0, 65.5, None]
    assert value(MONDAY, Step.MONTH) is None


def test_a_target_said_again_for_the_same_day_is_the_same_record(shop):
    with shop.replica.write() as writer:
        said = {"store_id": "brera", "author": AUTHOR}
        first = set_target(writer, Kpi.SOLD, Step.MONTH, 5_000_000, MONDAY, **said)
        assert set_target(writer, Kpi.SOLD, Step.MONTH, 6_000_000, MONDAY, **said) == first
        found = target_of(writer.connection, "brera", Kpi.SOLD, Step.MONTH, TODAY)
    assert (found.value, found.set_by) == (6_000_000, AUTHOR.associate_id)


def test_targets_of_several_shops_are_added_or_their_mean_and_none_where_one_has_none(shop):
    for store_id, visits, share in (("brera", 10, 60.0), ("torino", 20, 70.0)):
        with shop.replica.write() as writer:
            said = {"store_id": store_id, "author": AUTHOR}
            set_target(writer, Kpi.VISITS, Step.DAY, visits, MONDAY, **said)
            set_target(writer, Kpi.IDENTIFIED, Step.DAY, share, MONDAY, **said)
    with shop.replica.read() as conn:
        both, more = ("brera", "torino"), ("brera", "torino", "roma")
        assert target_over(conn, both, Kpi.VISITS, Step.DAY, TODAY) == 30
        assert target_over(conn, both, Kpi.IDENTIFIED, Step.DAY, TODAY) == 65
        assert target_over(conn, more, Kpi.VISITS, Step.DAY, TODAY) is None


@pytest.mark.parametrize(("kpi", "value"), [(Kpi.IDENTIFIED, 101), (Kpi.VISITS, -1), (Kpi.SOLD, 1e13)])
def test_a_target_that_cannot_be_is_refused(shop, kpi, value):
    with shop.replica.write() as writer, pytest.raises(InvalidRecord):
        set_target(writer, kpi, Step.DAY, value, TODAY, store_id="brera", author=AUTHOR)
