import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.identity.matching.keys import keys
from clienteling.hub.identity.matching.likeness import How, Thing, likenesses
from clienteling.hub.identity.matching.person import Person, person
from clienteling.hub.identity.matching.short_forms import is_short_form
from clienteling.hub.identity.matching.sound import sound

BLANK = dict.fromkeys(
    ("given_name", "family_name", "email", "phone", "card_number", "address", "postcode", "city"), ""
)


def somebody(names=(), **said: str) -> Person:
    return person({**BLANK, "id": said.get("family_name", "x"), "birthday_on": None, **said}, names)


def how(thing: Thing, one: Person, other: Person) -> How | None:
    found = {like.thing: like.how for like in likenesses(one, other, is_short_form)}
    return found.get(thing)


@pytest.mark.parametrize(
    ("field", "one", "other", "expected"),
    [
        ("given_name", "Giulia", "GIULIA ", How.SAME),
        ("given_name", "Niccolò", "Niccolo", How.SAME),
        ("given_name", "Giuseppe", "Beppe", How.SHORT),
        ("given_name", "G.", "Giuseppe", How.SHORT),
        ("given_name", "Anna", "Anna Maria", How.PART),
        ("given_name", "Francesca", "Francseca", How.ALIKE),
        ("given_name", "Anna", "Carlo", How.DIFFERENT),
        ("family_name", "D'Amico", "Damico", How.SAME),
        ("family_name", "D\u2019Amico", "D'AMICO", How.SAME),
        ("family_name", "Rossi", "Rossi Bianchi", How.PART),
        ("family_name", "Bianchi", "Bianci", How.ALIKE),
        ("family_name", "Re", "Re", How.SAME),
        ("family_name", "Re", "Ra", How.DIFFERENT),
        ("email", "anna@googlemail.com", "anna@gmail.com", How.SAME),
        ("email", "stella77@example.it", "stela77@example.it", How.ALIKE),
        ("email", "anna@example.it", "carlo@example.org", How.DIFFERENT),
        ("phone", "+393992000001", "3992000001", How.SAME),
        ("phone", "+393992000001", "+393992000010", How.ALIKE),
        ("phone", "+393992000001", "+390255501234", How.DIFFERENT),
        ("birthday_on", "1980-03-12", "1980-12-03", How.ALIKE),
        ("birthday_on", "1980-03-12", "1980-03-13", How.ALIKE),
        ("birthday_on", "0001-03-12", "1980-03-12", How.PART),
        ("birthday_on", "1980-03-12", "1955-07-30", How.DIFFERENT),
        ("address", "Via dei Prati, 4", "via Prati 4", How.SAME),
        ("address", "Via dei Prati, 4", "via Prati 12", How.ALIKE),
        ("address", "Via dei Prati, 4", "Corso Lodi 4", How.DIFFERENT),
        ("city", "Forlì", "FORLI'", How.SAME),
        ("city", "San Donato", "Sandonato", How.SAME),
    ],
)
def test_how_far_two_records_agree(field, one, other, expected):
    thing = {"birthday_on": Thing.BIRTHDAY}.get(field) or Thing(field)
    mine, theirs = somebody(**{field: one}), somebody(**{field: other})
    assert how(thing, mine, theirs) is expected
    assert how(thing, theirs, mine) is expected


def test_a_name_written_the_other_way_round_is_the_same_name():
    one = somebody(given_name="Marta", family_name="Conti")
    other = somebody(given_name="Conti", family_name="Marta")
    assert how(Thing.GIVEN_NAME, one, other) is How.TURNED
    assert how(Thing.FAMILY_NAME, one, other) is How.TURNED


def test_a_name_is_read_the_way_round_in_which_it_agrees():
    one = somebody(given_name="Ilaria", family_name="Conti")
    other = somebody(given_name="Conti", family_name="Marta")
    assert how(Thing.FAMILY_NAME, one, other) is How.TURNED
    assert how(Thing.GIVEN_NAME, one, other) is How.DIFFERENT
    assert how(Thing.FAMILY_NAME, one, somebody(given_name="Marta", family_name="Conti")) is How.SAME


def test_mailboxes_called_by_the_same_name_say_no_more_than_the_name():
    one = somebody(given_name="Marta", family_name="Conti", email="marta.conti@example.it")
    other = somebody(given_name="Marta", family_name="Conti", email="marta.conti@example.org")
    assert how(Thing.EMAIL, one, other) is None
    assert how(Thing.EMAIL, one, msgspec.structs.replace(other, emails=one.emails)) is How.SAME


def test_what_only_one_of_them_has_says_nothing():
    assert list(likenesses(somebody(email="a@example.it"), somebody(city="Milano"), is_short_form)) == []


def test_every_address_by_which_she_is_known_counts():
    one = somebody([(IdentifierKind.EMAIL, "marta@example.org")], email="m.conti@example.it")
    assert how(Thing.EMAIL, one, somebody(email="marta@example.org")) is How.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"given_name": "Marta", "family_name": "Conti"}, {"given_name": "Conti", "family_name": "Marta"}),
        ({"email": "marta.conti@example.it"}, {"email": "marta.conto@example.it"}),
        ({"phone": "+39 399 2000001"}, {"phone": "3992000001"}),
        (
            {"given_name": "Beppe", "family_name": "Russo", "birthday_on": "1980-03-12"},
            {"given_name": "Giuseppe", "family_name": "Russo", "birthday_on": "1980-12-03"},
        ),
        (
            {"given_name": "Luca", "family_name": "Zannier", "postcode": "20121"},
            {"given_name": "Lucas", "family_name": "Zagnier", "postcode": "20121"},
        ),
        (
            {"given_name": "Ilaria", "address": "Via Prati 4", "postcode": "20121"},
            {"given_name": "Maria", "address": "via dei Prati, 4", "postcode": "20122"},
        ),
    ],
)
def test_likely_pairs_share_a_key(one, other):
    assert keys(somebody(**one)) & keys(somebody(**other))


@pytest.mark.parametrize(
    ("one", "other"), [("bianchi", "bianci"), ("pacchi", "pacci"), ("schmidt", "smit"), ("ghezzi", "ghesi")]
)
def test_slips_at_a_counter_sound_alike(one, other):
    assert sound(one)[:2] == sound(other)[:2]


def test_nobody_has_no_key():
    assert keys(somebody()) == frozenset()
