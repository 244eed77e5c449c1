import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.consents.rules import Record, deciding, state, states
from clienteling.consents.values import Purpose

NOW = 1_000


def grant(record_id: str, at: int, follows: str | None = None, expires_at: int | None = None) -> Record:
    return Record(
        id=record_id, purpose=Purpose.PROFILING, granted=True, at=at, follows=follows, expires_at=expires_at
    )


def withdrawal(record_id: str, at: int, follows: str | None = None) -> Record:
    return Record(id=record_id, purpose=Purpose.PROFILING, granted=False, at=at, follows=follows)


@pytest.mark.parametrize(
    ("records", "wins"),
    [
        ([], None),
        ([grant("g", 1)], "g"),
        ([withdrawal("w", 1)], "w"),
        ([grant("old", 1), grant("new", 2)], "new"),
        ([grant("g", 1), withdrawal("w", 2)], "w"),
        ([grant("g", 1), withdrawal("w", 1)], "w"),
        ([withdrawal("w", 1), grant("imported", 2)], "imported"),
        ([withdrawal("w", 1), grant("knew", 2, follows="w")], "knew"),
        ([withdrawal("w", 1), grant("did not know", 2, follows="")], "w"),
        ([grant("g", 1), withdrawal("w", 2, follows="g"), grant("concurrent", 3, follows="g")], "w"),
        (
            [withdrawal("w", 1), grant("g", 2, follows="w"), grant("again", 3, follows="g")],
            "again",
        ),
        (
            [withdrawal("w1", 1), withdrawal("w2", 2), grant("knew the later one", 3, follows="w2")],
            "knew the later one",
        ),
        (
            [withdrawal("w1", 1), withdrawal("w2", 2), grant("knew the earlier one", 3, follows="w1")],
            "w2",
        ),
        ([withdrawal("w", 1), grant("follows one that is not here", 2, follows="elsewhere")], "w"),
        ([grant("a", 2, follows="b"), grant("b", 1, follows="a")], "a"),
    ],
)
def test_newest_wins_and_a_withdrawal_wins_where_nobody_knew_of_it(records, wins):
    for order in itertools.permutations(records):
        decided = deciding(order)
        assert (decided.id if decided else None) == wins


def test_a_purpose_she_was_never_asked_about_is_neither_given_nor_refused():
    unasked = state(Purpose.PROFILING, [], NOW)
    assert (unasked.granted, unasked.asked, unasked.consent_id) == (False, False, None)


@pytest.mark.parametrize(
    ("expires_at", "granted", "expired"), [(None, True, False), (NOW + 1, True, False), (NOW, False, True)]
)
def test_a_grant_holds_until_it_expires(expires_at, granted, expired):
    found = state(Purpose.PROFILING, [grant("g", 1, expires_at=expires_at)], NOW)
    assert (found.granted, found.expired, found.asked) == (granted, expired, True)


def test_each_purpose_stands_for_itself():
    found = {s.purpose: s.granted for s in states([grant("g", 1)], NOW)}
    assert found == {p: p is Purpose.PROFILING for p in Purpose}


records = st.builds(
    Record,
    id=st.text("abcdef", min_size=1, max_size=2),
    purpose=st.just(Purpose.PROFILING),
    granted=st.booleans(),
    at=st.integers(0, 5),
    follows=st.one_of(st.none(), st.text("abcdef", max_size=2)),
)


@given(st.lists(records, unique_by=lambda r: r.id), st.randoms(use_true_random=False))
def test_every_order_of_arrival_gives_the_same_state(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert deciding(found) == deciding(shuffled)


@given(st.lists(records, unique_by=lambda r: r.id))
def test_a_withdrawal_newer_than_every_grant_always_wins(found):
    newest = max((r.at for r in found), default=0)
    decided = deciding([*found, withdrawal("zzz", newest)])
    assert decided is not None
    assert not decided.granted
