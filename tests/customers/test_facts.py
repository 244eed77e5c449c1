import pytest

from clienteling.customers.birthday import days_until
from clienteling.customers.facts import CONFIRM_AFTER, asks_to_be_confirmed, shown
from clienteling.customers.values import Fact, PreferenceKind, Provenance

NOW = 100 * CONFIRM_AFTER


def fact(record_id: str, value: str, source: Provenance, said_at: int, kind=PreferenceKind.SHOE_SIZE) -> Fact:
    return Fact(id=record_id, kind=kind, value=value, source=source, said_at=said_at)


@pytest.mark.parametrize(
    ("source", "age", "asks"),
    [
        (Provenance.TOLD, 0, False),
        (Provenance.TOLD, CONFIRM_AFTER, False),
        (Provenance.TOLD, CONFIRM_AFTER + 1, True),
        (Provenance.ONLINE, 0, False),
        (Provenance.DEDUCED, 0, True),
    ],
)
def test_deduced_and_old_facts_ask_to_be_confirmed(source, age, asks):
    assert asks_to_be_confirmed(fact("f", "38", source, NOW - age), NOW) is asks


@pytest.mark.parametrize(
    ("known", "shown_ids"),
    [
        ([fact("old", "38", Provenance.TOLD, 1), fact("new", "39", Provenance.TOLD, 2)], ["new"]),
        ([fact("said", "38", Provenance.TOLD, 2), fact("deduced", "39", Provenance.DEDUCED, 1)], ["said"]),
        (
            [fact("said", "38", Provenance.TOLD, 1), fact("deduced", "39", Provenance.DEDUCED, 2)],
            ["said", "deduced"],
        ),
        ([fact("said", "38", Provenance.TOLD, 1), fact("same", "38", Provenance.DEDUCED, 2)], ["said"]),
        (
            [
                fact("a", "black", Provenance.TOLD, 1, PreferenceKind.COLOUR),
                fact("b", "tan", Provenance.TOLD, 2, PreferenceKind.COLOUR),
            ],
            ["b", "a"],
        ),
    ],
)
def test_her_own_newest_word_is_shown_and_a_later_contradiction_beside_it(known, shown_ids):
    assert [f.id for f in shown(known, NOW)] == shown_ids
    assert [f.id for f in shown(reversed(known), NOW)] == shown_ids


@pytest.mark.parametrize(
    ("birthday_on", "today", "days"),
    [
        ("0001-12-04", "2026-11-22", 12),
        ("1988-11-22", "2026-11-22", 0),
        ("1988-11-21", "2026-11-22", 364),
        ("0001-02-29", "2027-02-28", 1),
        ("0001-02-29", "2028-02-28", 1),
        ("0001-13-40", "2026-11-22", None),
        ("", "2026-11-22", None),
        (None, "2026-11-22", None),
    ],
)
def test_days_until_the_birthday(birthday_on, today, days):
    from datetime import date

    assert days_until(birthday_on, date.fromisoformat(today)) == days
