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


def test_nearly_a_rare_name_says_more_than_nearly_a_common_one():
    at = {"postcode": "20121", "city": "Milano", "birthday_on": "1990-12-04"}
    rare = likely({"family_name": "Zanichelli"} | at, {"family_name": "Zanichielli"} | at)
    common = likely({"family_name": "Rossi"} | at, {"family_name": "Rosso"} | at)
    assert rare > common


def test_a_name_written_the_other_way_round_says_less_than_one_that_is_written_alike():
    straight = likely(ROSSI | AT_HOME, ROSSI | AT_HOME)
    turned = likely(ROSSI | AT_HOME, {"given_name": "Rossi", "family_name": "Giulia"} | AT_HOME)
    assert straight > turned >= LIKELY
    assert likely(ROSSI, {"given_name": "Rossi", "family_name": "Giulia"}) < LIKELY


def test_what_a_name_is_worth_does_not_depend_on_who_wrote_it_the_other_way_round():
    turned = {"given_name": "Zanichelli", "family_name": "Marta"}
    straight = {"given_name": "Marta", "family_name": "Zanichelli"}
    assert likely(turned, straight) == pytest.approx(likely(straight, turned))


MARRIED = {"given_name": "Marta", "family_name": "Conti"}
TURNED = {"given_name": "Zanichelli", "family_name": "Marta"}
BROTHER = {"given_name": "Conti", "family_name": "Attilio"}


def test_she_who_married_and_is_written_the_other_way_round_is_asked_about_and_her_brother_is_not():
    assert likely(MARRIED | AT_HOME, TURNED | AT_HOME) >= LIKELY
    assert likely(MARRIED | AT_HOME, BROTHER | AT_HOME) < LIKELY


@pytest.mark.parametrize("other", [TURNED, BROTHER])
def test_whichever_record_is_named_first_two_of_a_family_are_two_and_one_is_one(other):
    one_way = likely(MARRIED | AT_HOME, other | AT_HOME)
    assert likely(other | AT_HOME, MARRIED | AT_HOME) == pytest.approx(one_way)
