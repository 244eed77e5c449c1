"""What a shop's contacts led to, and what came of it for its people, from real records."""

from datetime import date
from functools import partial

import msgspec
import pytest

from clienteling.attribution import scheme_use_cases as laying
from clienteling.attribution import use_cases
from clienteling.attribution.closing import closed_of, months
from clienteling.attribution.courses import courses_of
from clienteling.attribution.queries import influenced_in, rule_on
from clienteling.attribution.rules import total
from clienteling.attribution.schemes import Scheme, Whose
from clienteling.attribution.values import Priority, Share
from clienteling.customers.tables import customer_alias
from clienteling.errors import InvalidRecord
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item
from clienteling.staff.values import Author
from tests.shop import AUTHOR, COLLEAGUE, DAY, HOUR, NOW

NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
NORA = Item(product_id="nora", variant_id="nora-black-39", price_cents=15_900)
ANNA = Author("anna", "brera")
SCHEME = {"name": "Autumn", "whose": Whose.TEAM, "per_mille": 20, "from_on": "2026-11-01"}


def record(shop, kind, *items, author=AUTHOR, customer_id="giulia"):
    draft = Draft(kind=kind, customer_id=customer_id, items=items)
    return shop.write(lambda writer: interactions.record(writer, draft, author=author))


def order(shop, record_id, at, kind="ordered", **detail):
    named = {"product_id": "nora", "variant_id": "nora-black-39", "price_cents": 15_900}
    shop.event(record_id, "order", kind, at, order_number=record_id, **(detail or named))


def found(shop, since=NOVEMBER, until=DECEMBER, store_id="brera"):
    return shop.read(partial(influenced_in, store_id=store_id, since=since, until=until))


def scheme(shop, **other):
    made = Scheme(
        **{"name": "Autumn", "whose": Whose.TEAM, "per_mille": 20, "from_on": "2026-11-01", **other}
    )
    return shop.write(lambda w: laying.set_up(w, made, author=AUTHOR))


def month(shop, of=NOVEMBER, today=date(2027, 3, 1)):
    [one] = shop.read(partial(months, store_id="brera", month=of, today=today)).rows
    return one


def course(shop):
    [one] = shop.read(partial(courses_of, store_id="brera"))
    return one


def follows(shop, since, **other):
    """Other terms from that month on, as a manager's page would lay them down."""
    newest = course(shop).newest.scheme
    return msgspec.structs.replace(newest, from_on=since.isoformat(), **other)


def change(shop, since, author=AUTHOR, **other):
    terms = follows(shop, since, **other)
    return shop.write(lambda w: laying.change(w, terms, author=author))


def close(shop, of=NOVEMBER):
    statement = month(shop, of).statement
    return shop.write(lambda w: use_cases.close(w, statement, author=AUTHOR))


def test_an_order_after_advice_is_the_shops_and_one_of_somebody_else_is_not(shop):
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    record(shop, InteractionKind.SALE, NORA, customer_id=None)
    (one,) = found(shop)
    assert (one.sale_id, one.cents, one.of_shop("brera"), one.on) == ("web", 15_900, 15_900, "2026-11-23")
    assert found(shop, store_id="torino") == []


def test_a_sale_in_another_shop_counts_for_the_shop_that_advised_her(shop):
    record(shop, InteractionKind.FITTING)
    record(shop, InteractionKind.SALE, NORA, author=COLLEAGUE)
    assert total("brera", found(shop)).elsewhere_cents == 15_900


def test_what_was_undone_counts_no_more_and_what_was_corrected_counts_as_it_is_now(shop):
    advice = record(shop, InteractionKind.ADVICE)
    sale = record(shop, InteractionKind.SALE, NORA)
    two = Draft(kind=InteractionKind.SALE, customer_id="giulia", items=(NORA, NORA))
    corrected = shop.write(lambda w: interactions.correct(w, sale, two, author=AUTHOR))
    (one,) = found(shop)
    assert (one.sale_id, one.record_id, one.cents) == (sale, corrected, 31_800)
    shop.write(lambda w: interactions.undo(w, advice, author=AUTHOR))
    assert found(shop) == []


def test_two_records_of_one_person_are_one_history(shop):
    shop.put("customer", id="giulia-web", given_name="Giulia")
    shop.put(customer_alias.name, id="giulia-web", customer_id="giulia", merged_at=NOW)
    record(shop, InteractionKind.ADVICE)
    shop.put(
        "event",
        id="web",
        customer_id="giulia-web",
        channel="order",
        kind="ordered",
        at=NOW + DAY,
        detail={"product_id": "nora", "price_cents": 15_900},
    )
    assert [one.sale_id for one in found(shop)] == ["web"]


def test_what_is_refunded_months_later_is_taken_back_in_that_month_and_so_is_a_cancelled_order(shop):
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    order(shop, "other", NOW + 2 * DAY)
    shop.event(
        "back",
        "order",
        "refunded",
        NOW + 130 * DAY,
        order_number="web",
        product_id="nora",
        price_cents=15_900,
    )
    shop.event("off", "order", "order_cancelled", NOW + 3 * DAY, order_number="other")
    assert sorted(one.cents for one in found(shop)) == [-15_900, 15_900, 15_900]
    (back,) = found(shop, date(2027, 4, 1), date(2027, 5, 1))
    assert (back.sale_id, back.cents, back.on) == ("web", -15_900, "2027-04-01")


def test_a_parted_sale_counts_for_both_shops_also_where_only_one_saw_her(shop):
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    (sale,) = found(shop)
    shares = (
        Share(associate_id="sofia", store_id="brera", percent=60),
        Share(associate_id="luca", store_id="torino", percent=40),
    )
    first = shop.write(lambda w: use_cases.part(w, sale, shares, "They served her together", author=AUTHOR))
    (here,), (there,) = found(shop), found(shop, store_id="torino")
    assert (here.of_shop("brera"), there.of_shop("torino"), here.split_id) == (9_540, 6_360, first)
    shop.write(lambda w: use_cases.part_as_before(w, first, author=AUTHOR))
    assert found(shop, store_id="torino") == []
    assert len(shop.rows("sale_split")) == 2


@pytest.mark.parametrize(
    ("percents", "reason"), [((60, 60), "both"), ((100, 0), "both"), ((50, 50), "  "), ((), "nobody")]
)
def test_shares_that_are_not_the_whole_of_it_or_say_no_reason_are_refused(shop, percents, reason):
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    (sale,) = found(shop)
    shares = [Share(associate_id=f"a{n}", store_id="brera", percent=p) for n, p in enumerate(percents)]
    with pytest.raises(InvalidRecord):
        shop.write(lambda w: use_cases.part(w, sale, shares, reason, author=AUTHOR))


def test_a_rule_counts_from_its_day_on(shop):
    shop.write(lambda w: use_cases.lay_down(w, 3, Priority.FIRST, till=True, from_on=DECEMBER, author=AUTHOR))
    before, after = (shop.read(partial(rule_on, store_id="brera", day=day)) for day in (NOVEMBER, DECEMBER))
    assert (before.window_days, before.priority) == (14, Priority.LAST)
    assert (after.window_days, after.priority, after.till) == (3, Priority.FIRST, True)


def test_a_month_says_what_a_team_gets_above_the_threshold(shop):
    scheme(shop, over_cents=5_900)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    statement = month(shop).statement
    assert statement.amount_cents == 200
    assert (statement.people, statement.each_cents) == (1, 200)


def test_a_closed_month_stays_as_it_is_and_what_came_late_stands_in_the_next_one(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    close(shop)
    order(shop, "late", NOW + 2 * DAY)
    assert month(shop).statement.amount_cents == 318
    december = month(shop, DECEMBER).statement
    assert [(one.sale_id, one.month, one.cents) for one in december.changed] == [
        ("late", "2026-11-01", 15_900)
    ]
    assert december.amount_cents == 318
    close(shop, DECEMBER)
    assert month(shop, JANUARY).statement.changed == ()


def test_a_sale_undone_after_its_month_was_closed_is_taken_back_and_the_loss_carried_on(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    sale = record(shop, InteractionKind.SALE, NORA)
    close(shop)
    shop.write(lambda w: interactions.undo(w, sale, author=AUTHOR))
    december = month(shop, DECEMBER).statement
    assert [(one.sale_id, one.cents, one.gone) for one in december.changed] == [(sale, -15_900, True)]
    assert december.amount_cents == 0
    close(shop, DECEMBER)
    [due] = month(shop, JANUARY).statement.due
    assert (due.carried_cents, due.changed_cents) == (-15_900, 0)


def test_of_somebody_who_was_forgotten_nothing_is_taken_back(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    close(shop)
    with shop.replica.write() as writer:
        for table in ("event", "interaction"):
            writer.connection.exec_driver_sql(f"delete from {table} where customer_id = 'giulia'")
    assert month(shop, DECEMBER).statement.changed == ()


def test_two_managers_who_close_a_month_at_once_have_closed_it_once(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    statement = month(shop).statement
    first = shop.write(lambda w: use_cases.close(w, statement, author=AUTHOR))
    shop.write(lambda w: use_cases.close(w, statement, author=ANNA))
    [one] = shop.read(partial(closed_of, store_id="brera"))
    assert (one.id, one.by_id, one.again_by) == (first, "sofia", ("anna",))
    assert month(shop, DECEMBER).statement.changed == ()


def test_a_month_closed_by_mistake_is_open_again(shop):
    scheme(shop)
    closed = close(shop)
    assert month(shop).closed is not None
    shop.write(lambda w: use_cases.open_again(w, closed, author=AUTHOR))
    assert month(shop).closed is None


def test_other_terms_count_from_their_month_on_and_the_closed_months_stay(shop):
    first = scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    close(shop)
    second = change(shop, DECEMBER, per_mille=50)
    record(shop, InteractionKind.ADVICE)
    order(shop, "more", NOW + 10 * DAY)
    assert (course(shop).first_id, course(shop).newest.scheme.id) == (first, second)
    assert month(shop).statement.amount_cents == 318
    assert month(shop, DECEMBER).statement.amount_cents == 795


def test_the_month_before_other_terms_is_closed_by_those_of_before(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    change(shop, DECEMBER, per_mille=50, name="Winter")
    assert (month(shop).statement.scheme.name, month(shop).statement.amount_cents) == ("Autumn", 318)
    assert course(shop).after(NOVEMBER).scheme.name == "Winter"
    assert course(shop).after(DECEMBER) is None


def test_terms_that_are_taken_back_never_counted(shop):
    scheme(shop)
    second = change(shop, DECEMBER, per_mille=50)
    shop.write(lambda w: laying.take_back(w, second, author=AUTHOR))
    assert course(shop).in_month(DECEMBER).per_mille == 20
    change(shop, DECEMBER, per_mille=30)
    assert course(shop).in_month(DECEMBER).per_mille == 30
    assert len(shop.rows("incentive_scheme")) == 4


def test_who_gets_it_stays_and_so_does_a_closed_month(shop):
    scheme(shop)
    with pytest.raises(InvalidRecord):
        change(shop, DECEMBER, whose=Whose.PERSON)
    with pytest.raises(InvalidRecord):
        change(shop, date(2026, 12, 15), per_mille=50)
    close(shop)
    with pytest.raises(InvalidRecord):
        change(shop, NOVEMBER, per_mille=50)
    assert len(shop.rows("incentive_scheme")) == 1


def test_of_two_managers_who_change_it_at_once_the_later_counts(shop):
    scheme(shop)
    first, second = (follows(shop, DECEMBER, per_mille=n) for n in (30, 40))
    shop.write(lambda w: laying.change(w, first, author=AUTHOR))
    shop.write(lambda w: laying.change(w, second, author=ANNA))
    assert course(shop).in_month(DECEMBER).per_mille == 40
    change(shop, JANUARY, per_mille=60)
    assert [course(shop).in_month(of).per_mille for of in (NOVEMBER, DECEMBER, JANUARY)] == [20, 40, 60]


def test_a_scheme_that_ended_still_closes_its_last_month_and_no_other(shop):
    scheme(shop)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + DAY)
    ending = follows(shop, DECEMBER)
    ended = shop.write(lambda w: laying.end(w, ending, author=AUTHOR))
    assert course(shop).last_month == NOVEMBER
    assert shop.read(partial(months, store_id="brera", month=DECEMBER, today=date(2027, 3, 1))).rows == ()
    assert month(shop).over
    assert month(shop).closed is None
    close(shop)
    assert month(shop).closed.statement.amount_cents == 318
    shop.write(lambda w: laying.take_back(w, ended, author=AUTHOR))
    assert month(shop, DECEMBER).statement.scheme.per_mille == 20


def test_a_scheme_that_was_set_up_by_mistake_never_was(shop):
    made = scheme(shop)
    shop.write(lambda w: laying.take_back(w, made, author=AUTHOR))
    assert shop.read(partial(courses_of, store_id="brera")) == ()


def test_months_that_are_over_wait_until_they_are_closed_also_of_a_scheme_that_ended(shop):
    def waiting():
        return shop.read(partial(months, store_id="brera", month=JANUARY, today=date(2027, 1, 9))).waiting

    scheme(shop)
    assert waiting() == (NOVEMBER, DECEMBER)
    ending = follows(shop, DECEMBER)
    shop.write(lambda w: laying.end(w, ending, author=AUTHOR))
    assert waiting() == (NOVEMBER,)
    close(shop)
    assert waiting() == ()


def test_each_gets_by_her_own_where_the_scheme_says_so(shop):
    scheme(shop, whose=Whose.PERSON, per_mille=100)
    shop.put("associate", id="anna", given_name="Anna", family_name="Neri", store_id="brera")
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + HOUR)
    shop.now += 2 * HOUR
    record(shop, InteractionKind.CALL, author=ANNA)
    order(shop, "more", NOW + DAY)
    assert {one.party: one.amount_cents for one in month(shop).statement.due} == {
        "sofia": 1_590,
        "anna": 1_590,
    }


KEY, ANOTHER = "5a" * 32, "a5" * 32


def with_key(shop, key, of=NOVEMBER):
    read = partial(months, store_id="brera", month=of, today=date(2027, 3, 1), key=key)
    [one] = shop.read(read).rows
    return one


def test_what_each_got_is_closed_under_a_key_and_read_only_with_it(shop):
    scheme(shop, whose=Whose.PERSON, per_mille=100)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + HOUR)
    before = month(shop)
    assert not before.sealed
    with pytest.raises(InvalidRecord):
        shop.write(lambda w: use_cases.close(w, before.statement, author=AUTHOR))
    shop.write(lambda w: use_cases.close(w, before.statement, author=AUTHOR, key=KEY))
    assert "sofia" not in str(shop.rows("incentive_statement")[0]["statement"])
    assert with_key(shop, KEY).statement == before.statement
    for key in ("", ANOTHER):
        for of in (NOVEMBER, DECEMBER):
            assert with_key(shop, key, of).sealed
        assert with_key(shop, key).statement.due == ()
    assert with_key(shop, KEY, DECEMBER).statement.changed == ()


def test_a_sealed_month_opens_in_no_other_place(shop):
    scheme(shop, whose=Whose.PERSON)
    record(shop, InteractionKind.ADVICE)
    order(shop, "web", NOW + HOUR)
    closed = shop.write(lambda w: use_cases.close(w, month(shop).statement, author=AUTHOR, key=KEY))
    [row] = shop.rows("incentive_statement")
    moved = {**row["statement"], "month": "2026-12-01"}
    shop.write(lambda w: use_cases.open_again(w, closed, author=AUTHOR))
    shop.put("incentive_statement", **{**row, "id": "moved", "month_on": "2026-12-01", "statement": moved})
    assert with_key(shop, KEY, DECEMBER).sealed
