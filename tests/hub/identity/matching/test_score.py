from collections import Counter

import pytest

from clienteling.hub.identity.matching.comparing import LIKELY
from clienteling.hub.identity.matching.likeness import Thing, likenesses
from clienteling.hub.identity.matching.score import Shares, bits, probability
from clienteling.hub.identity.matching.short_forms import is_short_form
from tests.hub.identity.matching.test_likeness import somebody

TOTAL = 20_000
SHARES = Shares(
    TOTAL,
    {
        Thing.GIVEN_NAME: Counter(giulia=300, marta=150, ortensia=1),
        Thing.FAMILY_NAME: Counter(rossi=400, conti=80, zanichelli=1),
        Thing.POSTCODE: Counter({"20121": 500}),
        Thing.CITY: Counter(milano=6_000),
    },
)
ROSSI = {"given_name": "Giulia", "family_name": "Rossi"}
AT_HOME = {"address": "Via Prati 4", "postcode": "20121", "city": "Milano", "phone": "+390255501234"}


def likely(one: dict[str, str], other: dict[str, str]) -> float:
    found = likenesses(somebody(**one), somebody(**other), is_short_form)
    return probability(bits(found, SHARES), SHARES.total)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROSSI | {"email": "g@example.it"}, ROSSI | {"email": "g@example.it"}),
        (ROSSI | {"birthday_on": "1990-12-04"}, ROSSI | {"birthday_on": "1990-12-04"}),
        (ROSSI | AT_HOME, {"given_name": "Giuly", "family_name": "Rossi"} | AT_HOME),
        (
            {"given_name": "Ortensia", "family_name": "Zanichelli"},
            {"given_name": "Ortensia", "family_name": "Zanichelli"},
        ),
    ],
)
def test_a_person_is_asked(one, other):
    assert likely(one, other) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROSSI, ROSSI),
        (ROSSI | {"city": "Milano"}, ROSSI | {"city": "Milano"}),
        (ROSSI | {"birthday_on": "1990-12-04"}, ROSSI | {"birthday_on": "1961-02-27"}),
        (ROSSI | AT_HOME, {"given_name": "Carlo", "family_name": "Rossi"} | AT_HOME),
        (
            ROSSI | AT_HOME | {"email": "casa@example.it"},
            {"given_name": "Carlo", "family_name": "Rossi", "email": "casa@example.it"} | AT_HOME,
        ),
    ],
)
def test_nobody_is_bothered(one, other):
    assert likely(one, other) < LIKELY


def test_a_rare_name_says_more_than_a_common_one():
    rare = {"given_name": "Ortensia", "family_name": "Zanichelli"}
    assert likely(rare, rare) > 0.9 > LIKELY > likely(ROSSI, ROSSI)
