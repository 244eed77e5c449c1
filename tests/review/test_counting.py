"""What a day comes to, beside a recount in other words over random histories."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.promises.values import PromiseState
from clienteling.review import counting
from clienteling.review.counting import Due
from clienteling.review.values import Deed, Figures, Hour, LostBecause, Receipts
from tests.shop import HOUR, MINUTE, NOW

SALE, NOT_BOUGHT = InteractionKind.SALE, InteractionKind.NOT_BOUGHT


def sold(cents: int, pieces: int = 1) -> Item:
    return Item(product_id="nora", price_cents=cents, quantity=pieces, bought=True)


def left(reason: Reason = Reason.NONE) -> Item:
    return Item(product_id="alba", reason=reason)


def test_a_day_without_records_is_all_noughts_and_divides_by_nothing():
    assert counting.figures([]) == Figures()
    assert Receipts().average_cents == 0
    assert counting.by_hour([], "Europe/Rome") == ()


def test_a_visit_is_recognised_as_soon_as_one_record_of_it_names_her():
    visit = [Deed(id="1", visit_id="v", at=NOW), Deed(id="2", visit_id="v", customer_id="giulia", at=NOW + 1)]
    alone = Deed(id="3", at=NOW)
    called = Deed(id="4", customer_id="marco", kind=InteractionKind.CALL, at=NOW)
    figures = counting.figures([*visit, alone, called])
    assert (figures.visits, figures.recognised, figures.interactions) == (2, 1, 4)


def test_a_receipt_holds_what_was_bought_and_not_what_was_left():
    mixed = Deed(id="1", kind=SALE, customer_id="giulia", items=(sold(15_900, 2), left(Reason.COLOUR)))
    unknown = Deed(id="2", kind=SALE, items=(sold(1_000),))
    figures = counting.figures([mixed, unknown])
    assert figures.receipts == Receipts(count=2, cents=32_800, pieces=3)
    assert figures.receipts.average_cents == 16_400
    assert figures.recognised_receipts == Receipts(count=1, cents=31_800, pieces=2)
    assert figures.lost == 1


def test_why_not_bought_the_most_frequent_first_and_what_nobody_said_last():
    deeds = [
        Deed(id="1", kind=NOT_BOUGHT, items=(left(Reason.SIZE), left(Reason.PRICE))),
        Deed(id="2", kind=NOT_BOUGHT, items=(left(Reason.SIZE),)),
        Deed(id="3", kind=NOT_BOUGHT),
        Deed(id="4", kind=NOT_BOUGHT),
        Deed(id="5", kind=NOT_BOUGHT),
        Deed(id="6", kind=InteractionKind.ADVICE, items=(left(),)),
    ]
    assert counting.lost_because(deeds) == (
        LostBecause(Reason.SIZE, 2),
        LostBecause(Reason.PRICE, 1),
        LostBecause(Reason.NONE, 3),
    )


def test_a_promise_that_was_called_off_was_neither_kept_nor_broken():
    due = [
        Due(PromiseState.KEPT, kept_in_time=True),
        Due(PromiseState.KEPT, kept_in_time=False),
        Due(PromiseState.OPEN, kept_in_time=False),
        Due(PromiseState.CANCELLED, kept_in_time=False),
    ]
    figures = counting.figures([], due)
    assert (figures.promises_due, figures.promises_kept) == (3, 1)


def test_visits_stand_in_the_hour_of_the_shops_clock_with_the_quiet_hours_between():
    deeds = [Deed(id="1", at=NOW, customer_id="giulia"), Deed(id="2", at=NOW + 2 * HOUR + 5 * MINUTE)]
    assert counting.by_hour(deeds, "Europe/Rome") == (Hour(11, 1, 0), Hour(12), Hour(13, 0, 1))


def test_only_what_is_another_figure_now_has_changed():
    assert counting.differing(Figures(visits=2, lost=1), Figures(visits=3, lost=1)) == ("visits",)


items = st.builds(
    Item,
    product_id=st.sampled_from(["nora", "alba", ""]),
    quantity=st.integers(1, 3),
    price_cents=st.integers(0, 90_000),
    bought=st.booleans(),
    reason=st.sampled_from(Reason),
)
histories = st.lists(
    st.builds(
        Deed,
        id=st.uuids().map(str),
        visit_id=st.sampled_from(["", "v1", "v2", "v3"]),
        customer_id=st.sampled_from([None, "giulia", "marco"]),
        kind=st.sampled_from(InteractionKind),
        items=st.lists(items, max_size=3).map(tuple),
        at=st.integers(NOW, NOW + 10 * HOUR),
    ),
    max_size=30,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories)
def test_the_figures_are_those_of_a_plain_recount(deeds):
    figures = counting.figures(deeds)
    in_shop = [d for d in deeds if d.kind.value not in ("call", "message")]
    names = {d.visit_id or d.id for d in in_shop}
    assert figures.visits == len(names)
    assert figures.recognised == len({d.visit_id or d.id for d in in_shop if d.customer_id})
    prices = [[i.price_cents * i.quantity for i in d.items if i.bought] for d in deeds if d.kind is SALE]
    assert (figures.receipts.count, figures.receipts.cents) == (len(prices), sum(map(sum, prices)))
    hours = counting.by_hour(deeds, "Europe/Rome")
    assert sum(h.recognised + h.unknown for h in hours) == figures.visits
    assert sum(line.times for line in counting.lost_because(deeds)) == figures.lost


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories, st.randoms())
def test_no_figure_depends_on_the_order_of_the_records(deeds, chance):
    others = list(deeds)
    chance.shuffle(others)
    assert counting.figures(others) == counting.figures(deeds)
    assert counting.by_hour(others, "Europe/Rome") == counting.by_hour(deeds, "Europe/Rome")
