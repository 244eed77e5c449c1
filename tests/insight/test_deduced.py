"""Small histories, worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.customers.values import PreferenceKind
from clienteling.insight.habits import Piece, habits
from clienteling.insight.interests import DAY_MS, Did, alive, faded, interests
from clienteling.insight.lapsing import Lapsing, lapsing
from clienteling.insight.rhythm import rhythm
from clienteling.insight.values import CustomerInsight, Deed
from clienteling.insight.words import deduced_from, overdue

NOW = 1_795_340_800_000
FIRST = date(2026, 1, 5)


def on(*days: int) -> list[date]:
    return [FIRST + timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("came", "usual", "overdue_after"),
    [
        ([0, 30, 60], None, None),  # three days are too few
        ([0, 0, 30, 60], None, None),  # twice on one day is one day
        ([0, 28, 70, 105], 35, 52),  # gaps 28, 42, 35; one and a half of 35
        ([0, 7, 14, 21], 7, 30),  # never before a month
        ([0, 10, 20, 30, 400], 10, 30),  # gaps 10, 10, 10, 370: an absence is no habit
    ],
)
def test_her_own_rhythm_is_the_median_gap(came, usual, overdue_after):
    found = rhythm(on(*came))
    assert (found.days if found else None) == usual
    if found:
        assert (found.overdue_on - on(*came)[-1]).days == overdue_after


def did(deed: Deed, days_ago: int, product: str = "", family: str = "", colour: str = "") -> Did:
    at = NOW - days_ago * DAY_MS
    return Did(at=at, deed=deed, product_id=product, family=family, colour=colour)


def test_an_interest_halves_in_sixty_days_and_counts_the_nearer_to_buying_the_more():
    found = interests(
        [
            did(Deed.BOUGHT, 120, "nora", "shoes", "black"),  # 6 / 4
            did(Deed.VIEWED, 60, "alba", "bags"),  # 1 / 2
            did(Deed.VIEWED, 0, "alba", "bags"),  # 1
            did(Deed.TRIED, 60, "lia", "belts", "black"),  # 4 / 2
        ]
    )
    assert found.at == NOW
    assert [(one.name, one.weight) for one in found.families] == [
        ("belts", 2.0),
        ("bags", 1.5),
        ("shoes", 1.5),
    ]
    assert [(one.name, one.weight) for one in found.colours] == [("black", 3.5)]
    assert dict(found.families[1].deeds) == {"viewed": 2}


def test_an_interest_is_over_when_it_weighs_less_than_one_look():
    found = interests([did(Deed.CHOSEN, 0, "alba", "bags"), did(Deed.VIEWED, 0, "lia", "belts")])
    assert [one.name for one in alive(found.families, found.at, NOW, 5)] == ["bags", "belts"]
    assert [one.name for one in alive(found.families, found.at, NOW + 60 * DAY_MS, 5)] == ["bags"]
    assert alive(found.families, found.at, NOW + 61 * DAY_MS, 5) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Deed)), st.integers(0, 700), st.sampled_from("abcd")), max_size=20
    ),
    st.integers(0, 2_000),
)
def test_time_alone_never_changes_the_order(past, later):
    found = interests([did(deed, ago, family=family) for deed, ago, family in past])
    weights = [faded(one.weight, later * DAY_MS) for one in found.families]
    assert weights == sorted(weights, reverse=True)
    assert found == interests([did(deed, ago, family=family) for deed, ago, family in reversed(past)])


def piece(days_ago: int, family: str, size: str = "", colour: str = "", pieces: int = 1) -> Piece:
    return Piece(at=NOW - days_ago * DAY_MS, family=family, size=size, colour=colour, pieces=pieces)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ([piece(0, "shoes", "39")], None),  # one piece
        ([piece(0, "shoes", "39"), piece(9, "shoes", "39")], ("39", 2, 100)),
        ([piece(0, "shoes", "39", pieces=2), piece(0, "shoes", "38")], ("39", 2, 66)),
        ([piece(0, "shoes", "39", pieces=2), piece(0, "shoes", "38", pieces=2)], None),  # half
        # the last two weigh 1 each, the two of two years ago a quarter each: 2 of 2.5
        ([piece(0, "shoes", "39", pieces=2), piece(730, "shoes", "38", pieces=2)], ("39", 2, 80)),
        ([piece(0, "shoes", "39"), piece(0, "clothing", "39")], None),  # of two kinds
    ],
)
def test_a_size_is_deduced_from_what_she_kept(kept, said):
    found = [h for h in habits(kept) if h.kind is PreferenceKind.SHOE_SIZE]
    assert [(h.value, h.pieces, h.percent) for h in found] == ([said] if said else [])


def test_knitwear_and_clothing_have_one_size_and_bags_none():
    kept = [piece(5, "knitwear", "M"), piece(3, "clothing", "M"), piece(0, "bags", "L", "tan")]
    (found,) = habits(kept)
    assert (found.kind, found.value, found.last_at) == (
        PreferenceKind.CLOTHES_SIZE,
        "M",
        NOW - 3 * DAY_MS,
    )
    assert found.evidence == "purchases=2 share=100"


SELDOM = CustomerInsight(rhythm_days=35, last_seen_at=NOW - 77 * DAY_MS, lapsing_at=NOW - 24 * DAY_MS)


def test_who_is_overdue_is_said_in_weeks(italian, english):
    found = lapsing(SELDOM, SELDOM.last_seen_at, NOW)
    assert found == Lapsing(5, 11)
    assert overdue(found, english) == "Usually every 5 weeks; last time 11 weeks ago"
    assert overdue(found, italian) == "Di solito ogni 5 settimane; l'ultima volta 11 settimane fa"
    assert overdue(Lapsing(1, 5), italian) == "Di solito ogni settimana; l'ultima volta 5 settimane fa"


def test_nobody_is_overdue_before_her_time_or_where_this_tablet_saw_her_since():
    assert lapsing(SELDOM, 0, SELDOM.lapsing_at - 1) is None
    assert lapsing(SELDOM, NOW, NOW) is None
    assert lapsing(CustomerInsight(), 0, NOW) is None


def test_an_interest_says_what_it_is_deduced_from(italian, english):
    deeds = {"viewed": 4, "tried": 1, "bought": 2}
    assert deduced_from(deeds, english) == "Deduced from 2 purchases, 1 fitting, and 4 views"
    assert deduced_from(deeds, italian) == "Dedotto da 2 acquisti, 1 prova e 4 visualizzazioni"
