"""The hub keeps each shop's day counted, whatever comes late, is corrected, brought back or erased."""

from datetime import date

import pytest

from clienteling.appointments.hours import instant
from clienteling.basis.tables import RULE
from clienteling.hub.identity.merging import merge
from clienteling.kpi.definitions import value_of
from clienteling.kpi.values import Kpi, Led
from clienteling.review.values import Receipts
from tests.hub.kpi.chain import PEOPLE, SHOPS, hire, open_chain

ANNA, BEA, CARLA = PEOPLE
SATURDAY, SUNDAY = "2026-11-21", "2026-11-22"
DAY = 86_400_000


def at(day: str, clock: str, store_id: str = "milano") -> int:
    hour, minute = map(int, clock.split(":"))
    return instant(date.fromisoformat(day), 60 * hour + minute, SHOPS[store_id])


@pytest.fixture(params=["sqlite", "postgresql"])
def chain(request, tmp_path):
    on_file = request.param == "sqlite"
    database = "" if on_file else request.getfixturevalue("postgresql")
    chain = open_chain(tmp_path, at(SATURDAY, "20:00"), database)
    chain.count()
    yield chain
    chain.store.engine.dispose()


def record(chain, kind, whose=None, when=None, store_id="milano", **more):
    values = {"kind": kind, "customer_id": whose, "store_id": store_id, "at": when or at(SATURDAY, "11:00")}
    return chain.write("interaction", **{"items": [], **values, **more})


def bought(product, cents, pieces=1):
    return {"product_id": product, "price_cents": cents, "quantity": pieces, "bought": True}


def test_every_figure_of_a_small_day_by_hand(chain):
    chain.write("event", customer_id=ANNA, kind="product_viewed", at=at("2026-10-01", "22:00"))
    chain.write("event", customer_id=BEA, kind="email_sent", at=at("2026-11-20", "09:00"))
    record(chain, "fitting", ANNA, at(SATURDAY, "11:00"), visit_id="anna")
    sold = [bought("nora", 15_900), {"product_id": "alba", "price_cents": 9_000, "reason": "colour"}]
    record(chain, "sale", ANNA, at(SATURDAY, "11:20"), visit_id="anna", items=sold)
    record(chain, "not_bought", BEA, at(SATURDAY, "12:00"), items=[{"product_id": "ada", "reason": "size"}])
    record(chain, "sale", None, at(SATURDAY, "13:00"), items=[bought("crema", 1_000, 3)])
    record(chain, "visit", None, at(SATURDAY, "14:00"))
    record(chain, "call", BEA, at(SATURDAY, "15:00"))
    for state, closed in (("kept", "17:00"), ("kept", None), ("open", None), ("cancelled", "17:00")):
        closed_at = at(SATURDAY, closed) if closed else at(SUNDAY, "10:00") if state == "kept" else None
        chain.write(
            "promise", customer_id=BEA, store_id="milano", due_on=SATURDAY, state=state, closed_at=closed_at
        )
    for who, when in ((ANNA, "2026-11-10"), (BEA, SATURDAY)):
        chain.write(
            "task",
            customer_id=who,
            store_id="milano",
            kind="call",
            rule="birthday",
            state="done",
            closed_at=at(when, "16:00"),
            outcome="reached",
        )
    judged = {"customer_id": ANNA, "store_id": "milano", "kind": "goes_with", "useful": True}
    chain.write("suggestion_feedback", other_product_id="nora", at=at(SATURDAY, "11:10"), **judged)
    chain.write("suggestion_feedback", other_product_id="alba", at=at(SATURDAY, "11:11"), **judged)
    for purpose, granted in (("profiling", True), ("service", True), ("marketing_email", False)):
        chain.write(
            "consent",
            customer_id=ANNA,
            store_id="milano",
            purpose=purpose,
            granted=granted,
            at=at(SATURDAY, "11:30"),
        )

    day = chain.day(SATURDAY)
    assert {kpi.value: value_of(kpi, day) for kpi in Kpi} == {
        "visits": 4,
        "identified": 50.0,
        "interactions": 6,
        "promises_kept": pytest.approx(100 / 3),
        "follow_up_return": 0.0,
        "suggestion_sale": 50.0,
        "lost": 2,
        "sold": 18_900,
        "receipt": 9_450.0,
        "receipt_identified": 15_900.0,
        "receipt_unknown": 3_000.0,
        "pieces": 2.0,
        "pieces_identified": 1.0,
        "pieces_unknown": 3.0,
        "consents": 2,
        "two_channels": 100.0,
        "arrived": 100.0,
    }
    assert day.lost == {"colour": 1, "size": 1}
    assert day.suggestions == {"goes_with": Led(tried=2, useful=2, returned=2, sold=1)}
    assert chain.day("2026-11-10").rules == {"birthday": Led(tried=1, useful=1, returned=1, sold=1)}


def test_what_comes_three_days_late_counts_on_its_day_and_says_that_it_was_late(chain):
    record(chain, "visit")
    chain.count()
    chain.clock[0] = at(SATURDAY, "20:00") + 3 * DAY
    record(chain, "sale", ANNA, items=[bought("nora", 15_900)])
    day = chain.day(SATURDAY)
    assert (day.visits, day.receipts.count, day.recorded, day.late) == (2, 1, 2, 1)
    assert value_of(Kpi.ARRIVED, day) == 50.0
    chain.store.renew_epoch()
    assert chain.day(SATURDAY) == day


def test_a_correction_changes_the_day_on_which_it_happened_and_is_no_late_record(chain):
    sale = record(chain, "sale", ANNA, items=[bought("nora", 15_900)])
    chain.count()
    chain.clock[0] = at("2026-11-25", "09:00")
    changed = {"items": [bought("nora", 14_900)], "corrects": sale, "correction": "changed"}
    newer = record(chain, "sale", ANNA, **changed)
    assert chain.day(SATURDAY).receipts.cents == 14_900
    record(chain, "sale", ANNA, corrects=newer, correction="undone")
    day = chain.day(SATURDAY)
    assert (day.visits, day.receipts.count, day.recorded, day.late) == (0, 0, 1, 0)


def test_a_sale_brought_back_to_another_shop_is_that_shop_s_return_on_that_day(chain):
    record(chain, "sale", ANNA, at("2026-11-14", "11:00"), items=[bought("nora", 15_900)])
    back = [{"product_id": "nora", "price_cents": 15_900, "quantity": 1}]
    record(chain, "return", ANNA, at(SATURDAY, "12:00", "lisboa"), "lisboa", items=back)
    assert chain.day("2026-11-14").receipts.cents == 15_900
    assert chain.day(SATURDAY, "lisboa").returned == Receipts(count=1, cents=15_900, pieces=1)
    assert chain.day(SATURDAY) == chain.day("2026-11-14", "lisboa") == chain.day("2030-01-01")


def test_a_day_with_an_hour_twice_is_one_and_midnight_is_the_shop_s(chain):
    for clock in ("00:00", "23:59"):
        record(chain, "visit", when=at("2026-10-25", clock))
    first_half_past_two = at("2026-10-25", "02:30")
    for moment in (first_half_past_two, first_half_past_two + DAY // 24):
        record(chain, "visit", when=moment)
    record(chain, "visit", when=at("2026-10-25", "00:30"), store_id="lisboa")
    assert chain.day("2026-10-25").visits == 4
    assert chain.day("2026-10-24", "lisboa").visits == 1


def test_a_day_that_lacks_an_hour_begins_and_ends_with_the_shop_s_midnight(chain):
    """29 March 2026: after 01:59 comes 03:00, and the day is over after 23 hours."""
    midnight = at("2026-03-29", "00:00")
    assert at("2026-03-30", "00:00") - midnight == 23 * DAY // 24
    for moment in (midnight, midnight + 23 * DAY // 24 - 1):
        record(chain, "visit", when=moment)
    for moment in (midnight - 1, midnight + 23 * DAY // 24):
        record(chain, "visit", when=moment)
    assert [chain.day(f"2026-03-{day}").visits for day in (28, 29, 30)] == [1, 2, 1]


def test_who_moves_to_another_shop_takes_no_day_along(chain):
    with chain.store.write() as writer:
        hire(writer, "anna", "milano")
    record(chain, "visit", associate_id="anna")
    assert (chain.day(SATURDAY).visits, chain.day(SATURDAY, "lisboa").visits) == (1, 0)
    chain.change("associate", "anna", store_id="lisboa")
    record(chain, "visit", associate_id="anna", store_id="lisboa", when=at(SATURDAY, "16:00", "lisboa"))
    assert (chain.day(SATURDAY).visits, chain.day(SATURDAY, "lisboa").visits) == (1, 1)


def test_a_record_from_a_wrong_clock_is_counted_where_it_says_and_stops_nothing(chain):
    record(chain, "visit", when=1)
    record(chain, "visit", when=at("2031-01-01", "12:00"))
    record(chain, "visit")
    assert [chain.day(day).visits for day in ("1970-01-01", "2031-01-01", SATURDAY)] == [1, 1, 1]


def test_a_promise_that_is_put_off_counts_on_its_new_day_only(chain):
    one = chain.write("promise", customer_id=ANNA, store_id="milano", due_on=SATURDAY, state="open")
    assert chain.day(SATURDAY).promises_due == 1
    chain.change("promise", one, due_on=SUNDAY)
    assert (chain.day(SATURDAY).promises_due, chain.day(SUNDAY).promises_due) == (0, 1)


def test_a_visit_weeks_later_makes_the_follow_up_good_and_not_one_after_30_days(chain):
    done = {"customer_id": ANNA, "store_id": "milano", "kind": "call", "state": "done"}
    chain.write("task", closed_at=at("2026-10-01", "10:00"), **done)
    assert chain.day("2026-10-01").follow_ups == Led(tried=1)
    record(chain, "visit", ANNA, at("2026-11-01", "10:00"))
    assert chain.day("2026-10-01").follow_ups.returned == 0
    record(chain, "visit", ANNA, at("2026-10-30", "10:00", "lisboa"), "lisboa")
    assert chain.day("2026-10-01").follow_ups.returned == 1


def test_two_records_that_are_one_person_s_make_one_customer_of_two_channels(chain):
    record(chain, "visit", ANNA)
    chain.write("event", customer_id=BEA, kind="call_in", at=at("2026-11-01", "10:00"))
    assert chain.day(SATURDAY).two_channels == 0
    with chain.store.write() as writer:
        merge(writer, ANNA, BEA, by="Sara", evidence="")
    assert chain.day(SATURDAY).two_channels == 1


def test_who_is_erased_leaves_each_figure_as_it_was_and_nobody_s(chain):
    for whose in (ANNA, BEA):
        record(chain, "sale", whose, items=[bought("nora", 15_900)], visit_id=f"visit of {whose}")
        chain.write("event", customer_id=whose, kind="ordered", at=at("2026-11-01", "10:00"))
        chain.write("promise", customer_id=whose, store_id="milano", due_on=SATURDAY, state="kept")
        done = {"customer_id": whose, "store_id": "milano", "kind": "call", "state": "done"}
        chain.write("task", closed_at=at("2026-11-20", "10:00"), **done)
    with chain.store.write() as writer:
        merge(writer, ANNA, CARLA, by="Sara", evidence="")
    chain.count()
    before = chain.told()
    assert before["milano", SATURDAY].promises_kept == before["milano", SATURDAY].two_channels == 2
    chain.store.erasing.erase(CARLA)
    chain.count()
    assert chain.told() == before
    chain.store.renew_epoch()
    chain.count()
    assert chain.told() == before
    record(chain, "visit")
    assert chain.day(SATURDAY).visits == before["milano", SATURDAY].visits + 1


def test_a_shop_that_somebody_leaves_is_told_no_more_until_somebody_comes(chain):
    record(chain, "visit")
    assert chain.day(SATURDAY).visits == 1
    chain.change("associate", "milano-0", active=False)
    chain.count()
    assert chain.told() == {}
    record(chain, "visit")
    chain.count()
    assert chain.told() == {}
    chain.change("associate", "milano-0", active=True)
    assert chain.day(SATURDAY).visits == 2


def test_shops_of_too_few_are_told_as_one_sum_of_which_none_can_be_taken_away(chain):
    record(chain, "sale", ANNA, items=[bought("nora", 15_900)])
    for one in ("milano-0", "lisboa-0"):
        chain.change("associate", one, active=False)
    record(chain, "sale", BEA, at(SATURDAY, "12:00", "lisboa"), "lisboa", items=[bought("nora", 4_100)])
    chain.count()
    [((key, day), parts)] = chain.told().items()
    assert (day, parts.receipts.cents, parts.visits) == (SATURDAY, 20_000, 2)
    assert key not in SHOPS
    chain.change("store", "milano", area="north")
    chain.count()
    assert chain.told() == {(key, SATURDAY): parts}


def test_a_larger_smallest_team_takes_away_what_is_none_any_more(chain):
    record(chain, "visit")
    chain.count()
    with chain.store.write() as writer:
        writer.insert("sight_rule", {"id": RULE, "least_people": 4})
    chain.count()
    assert [parts.visits for parts in chain.told().values()] == [1]
    assert ("milano", SATURDAY) not in chain.told()


def test_what_is_left_of_who_was_erased_comes_back_with_the_team(chain):
    record(chain, "visit", ANNA)
    chain.count()
    chain.store.erasing.erase(ANNA)
    for active in (False, True):
        chain.change("associate", "milano-0", active=active)
        chain.count()
    assert chain.day(SATURDAY).visits == 1
