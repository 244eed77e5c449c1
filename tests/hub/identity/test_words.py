"""What speaks for one person or for two, as a person reads it."""

import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity import shared, words
from clienteling.hub.identity.joinings import A_PERSON, Deed
from clienteling.hub.identity.matching.likeness import How, Thing
from clienteling.hub.identity.matching.values import Reason
from clienteling.hub.identity.shared import Doubt
from clienteling.wording import Wording

ENGLISH, ITALIAN = Wording("en"), Wording("it")
EMAIL = Hint(kind=IdentifierKind.EMAIL, source="", value="m@example.org", verified=True)
PHONE = Hint(kind=IdentifierKind.PHONE, source="", value="+390212345678", verified=True)


def test_what_speaks_for_it_comes_before_what_speaks_against_it():
    found = [Reason(Thing.EMAIL, How.DIFFERENT), Reason(Thing.PHONE, How.SAME), Reason(Thing.CITY, How.ALIKE)]
    assert words.evidence(found, ENGLISH) == "the same phone, nearly the same town; another e-mail"
    assert words.evidence(found, ITALIAN) == "telefono uguale, città quasi uguale; e-mail differente"


@pytest.mark.parametrize(
    ("written", "italian"),
    [
        (shared.agreement(EMAIL), "la stessa e-mail, verificata, e lo stesso nome"),
        (shared.evidence(PHONE, Doubt.TOO_MANY), "lo stesso numero di telefono, di troppe persone"),
        (
            f"{A_PERSON}; same phone, part family_name",
            "lo ha detto una persona; telefono uguale, cognome uguale in parte",
        ),
        ("the same card", "the same card"),
    ],
)
def test_what_was_noted_is_read_in_either_language(written, italian):
    assert words.noted(written, ITALIAN) == italian


@pytest.mark.parametrize("address", [EMAIL, PHONE])
@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_is_said_in_italian(address, doubt):
    written = shared.evidence(address, doubt)
    assert words.noted(written, ENGLISH) == written
    assert not set(words.noted(written, ITALIAN).split(", ")) & set(written.split(", "))


@pytest.mark.parametrize("thing", Thing)
@pytest.mark.parametrize("how", How)
def test_every_reason_can_be_said_and_read_back(thing, how):
    said = words.evidence([Reason(thing, how)], ENGLISH)
    assert words.noted(f"{A_PERSON}; {how} {thing}", ENGLISH) == f"{A_PERSON}; {said}"


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_has_a_name(deed):
    assert words.deed(deed, ENGLISH) != words.deed(deed, ITALIAN)
