import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.baskets.rules import (
    INTEREST_LASTS,
    Touch,
    basket,
    bought_after,
    is_same,
    last_bought,
    times_bought,
    viewed,
    wishes,
)
from clienteling.timeline.values import EventKind

ADDED, REMOVED, ORDERED = EventKind.BASKET_ADDED, EventKind.BASKET_REMOVED, EventKind.ORDERED


def touch(
    at: int, kind: EventKind, product: str | None = "alba", variant: str | None = None, name: str = ""
) -> Touch:
    return Touch(at=at, kind=kind, product_id=product, variant_id=variant, name=name)


@pytest.mark.parametrize(
    ("touches", "left"),
    [
        ([], []),
        ([touch(1, ADDED)], [1]),
        ([touch(1, ADDED), touch(2, REMOVED)], []),
        ([touch(1, ADDED), touch(2, REMOVED), touch(3, ADDED)], [3]),
        ([touch(1, ADDED), touch(2, ADDED)], [2]),
        ([touch(1, ADDED), touch(2, ADDED, "nora")], [2, 1]),
        ([touch(1, ADDED, variant="tan"), touch(2, ADDED, variant="black")], [2, 1]),
        ([touch(1, ADDED, variant="tan"), touch(2, REMOVED, variant="black")], [1]),
        ([touch(1, ADDED, variant="tan"), touch(2, REMOVED)], []),
        ([touch(1, ADDED, variant="tan"), touch(2, ORDERED, variant="black")], []),
        ([touch(1, ORDERED), touch(2, ADDED)], [2]),
        ([touch(1, ADDED, None, name="Borsa"), touch(2, REMOVED, None, name="Borsa")], []),
        ([touch(1, ADDED, None), touch(2, REMOVED, None)], [1]),
    ],
)
def test_what_still_lies_in_the_basket(touches, left):
    assert [t.at for t in basket(touches)] == left


@given(
    st.lists(
        st.builds(
            touch,
            st.integers(1, 9),
            st.sampled_from([ADDED, REMOVED, ORDERED]),
            st.sampled_from(["alba", "nora", None]),
            st.sampled_from(["tan", "black", None]),
            st.sampled_from(["", "Borsa"]),
        ),
        max_size=12,
    )
)
def test_what_lies_there_is_what_going_through_everything_each_time_would_say(touches):
    lying: list[Touch] = []
    for one in touches:
        if one.kind is ORDERED:
            lying = [
                other for other in lying if (other.product_id or other.name) != (one.product_id or one.name)
            ]
        else:
            lying = [other for other in lying if not is_same(other, one)]
        if one.kind is ADDED:
            lying.append(one)
    assert basket(touches) == lying[::-1]


def test_wishes_and_basket_do_not_touch_each_other():
    both = [touch(1, EventKind.WISH_ADDED), touch(2, ADDED), touch(3, REMOVED)]
    assert ([t.at for t in wishes(both)], basket(both)) == ([1], [])


def test_each_product_looked_at_is_counted_once_the_last_first():
    looks = [touch(at, EventKind.PRODUCT_VIEWED, product) for at, product in ((1, "a"), (2, "b"), (3, "a"))]
    assert [(v.last.product_id, v.last.at, v.times) for v in viewed(looks)] == [("a", 3, 2), ("b", 2, 1)]


@pytest.mark.parametrize(
    ("at", "ended"), [(9, False), (10, True), (10 + INTEREST_LASTS, True), (11 + INTEREST_LASTS, False)]
)
def test_a_basket_ends_in_a_purchase_of_the_next_two_months(at, ended):
    assert bought_after(10, times_bought([touch(at, ORDERED)])["alba"]) is ended


def test_when_each_product_was_bought_last():
    assert last_bought([touch(1, ORDERED), touch(2, ADDED), touch(3, ORDERED)]) == {"alba": 3}
