from datetime import date

import pytest

from clienteling.card.values import Card
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.values import Customer, Fact, PreferenceKind, Provenance
from clienteling.tablet.card.who import (
    Standing,
    consent_chips,
    evidence,
    fact_rows,
    initials,
    next_birthday,
)
from clienteling.wording import Wording

ITALIAN = Wording("it")
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Giulia Ferraris", "GF"), ("Anna", "A"), ("Massimiliana Elisabetta Montecuccoli", "MM"), ("", "")],
)
def test_initials_are_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("born", "today", "coming"),
    [
        ("0001-12-04", TODAY, date(2026, 12, 4)),
        ("1990-11-22", TODAY, TODAY),
        ("0001-03-02", TODAY, date(2027, 3, 2)),
        ("0001-02-29", TODAY, date(2027, 3, 1)),
        ("0001-02-29", date(2028, 1, 10), date(2028, 2, 29)),
    ],
)
def test_a_birthday_comes_round_every_year(born: str, today: date, coming: date) -> None:
    assert next_birthday(born, today) == coming


def test_evidence_is_counted_and_anything_else_left_out() -> None:
    assert evidence("purchases=9 conversations=2 of=nora") == {"purchases": 9, "conversations": 2}


def consent(purpose: Purpose, *, granted: bool) -> ConsentState:
    return ConsentState(purpose=purpose, granted=granted, asked=True)


@pytest.mark.parametrize(
    ("states", "standing"),
    [
        ((), Standing.NOT_ASKED),
        ((consent(Purpose.MARKETING_EMAIL, granted=True),), Standing.PARTLY),
        ((consent(Purpose.MARKETING_EMAIL, granted=False),), Standing.REFUSED),
        (
            tuple(
                consent(p, granted=True)
                for p in (Purpose.MARKETING_EMAIL, Purpose.MARKETING_MESSAGE, Purpose.MARKETING_PHONE)
            ),
            Standing.GRANTED,
        ),
    ],
)
def test_one_chip_speaks_for_the_channels_of_marketing(
    states: tuple[ConsentState, ...], standing: Standing
) -> None:
    chip = next(chip for chip in consent_chips(states) if chip.key == "marketing")
    assert chip.standing == standing.value


def test_an_expired_consent_is_not_called_granted() -> None:
    [service, *_] = consent_chips(
        [ConsentState(purpose=Purpose.SERVICE, granted=False, asked=True, expired=True)]
    )
    assert service.standing == "expired"


def test_values_of_one_kind_stand_on_one_line_in_the_reader_s_words() -> None:
    facts = tuple(
        Fact(id=key, kind=PreferenceKind.COLOUR, value=key, source=Provenance.TOLD)
        for key in ("black", "tan")
    )
    [row] = fact_rows(Card(customer=Customer(id="g"), facts=facts), TODAY, ITALIAN)
    assert row.value == "nero, cuoio"
