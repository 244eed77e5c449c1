"""Somebody new becomes a customer, with the network or without."""

from datetime import date

import pytest
import sqlalchemy as sa

from clienteling.consents.queries import states
from clienteling.consents.tables import consent
from clienteling.consents.values import How, Purpose
from clienteling.customers.queries import customer_by_id
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.newcomers import blanks, drafts
from clienteling.newcomers.first_words import begun_with
from clienteling.newcomers.use_cases import enrol
from clienteling.newcomers.values import Draft, Enrolled
from tests.shop import AUTHOR, HOUR, NOW, Shop

TODAY = date(2026, 11, 22)
YES = {Purpose.SERVICE: True, Purpose.PROFILING: False}
ADA = Draft(given_name="Ada", family_name="Neri", phone="399 412 0039", language="it", answers=YES)


@pytest.fixture
def house(shop: Shop) -> Shop:
    for purpose in ("service", "profiling", "marketing"):
        shop.put(
            "consent_text",
            id=f"{purpose}/it/1",
            purpose=purpose,
            language="it",
            version="1",
            body="Acconsento",
        )
    for number, device_id in (("1", "tablet-1"), ("2", "tablet-1"), ("3", "tablet-2")):
        shop.put("blank_code", id=f"blank-{number}", device_id=device_id, code=f"CC1-{number}")
    return shop


def enrolled(shop: Shop, draft: Draft = ADA, device_id: str = "tablet-1") -> Enrolled:
    return shop.write(lambda writer: enrol(writer, draft, device_id=device_id, author=AUTHOR, today=TODAY))


def test_she_gets_a_code_of_this_tablet_and_its_id(house: Shop) -> None:
    her = enrolled(house)
    assert her == Enrolled("blank-1", "CC1-1")
    known = house.read(lambda conn: customer_by_id(conn, "blank-1"))
    assert known is not None
    assert (known.full_name, known.phone, known.since_on) == ("Ada Neri", "+393994120039", "2026-11-22")
    assert known.home_store_id == AUTHOR.store_id
    assert house.read(lambda conn: blanks.code_of(conn, "blank-1")) == "CC1-1"


def test_no_code_is_given_twice_also_when_the_customer_has_left_this_tablet(house: Shop) -> None:
    enrolled(house)
    with house.replica.transaction() as connection:
        connection.execute(customer.delete())
    assert enrolled(house).customer_id == "blank-2"


def test_a_tablet_without_codes_makes_a_customer_all_the_same(house: Shop) -> None:
    codes = [enrolled(house).code for _ in range(3)]
    assert codes == ["CC1-1", "CC1-2", ""]
    neri = sa.select(customer.c.id).where(customer.c.family_name == "Neri")
    assert len(house.read(lambda conn: conn.execute(neri).all())) == 3


def test_what_she_answered_is_kept_with_its_text_and_what_she_was_not_asked_is_not(house: Shop) -> None:
    her = enrolled(house, Draft(**{**ADA.typed, "language": "it", "answers": YES, "how": How.SIGNED}))
    stands = {s.purpose: s for s in house.read(lambda conn: states(conn, her.customer_id, house.now))}
    assert stands[Purpose.SERVICE].granted
    assert stands[Purpose.SERVICE].text_id == "service/it/1"
    assert (stands[Purpose.PROFILING].granted, stands[Purpose.PROFILING].asked) == (False, True)
    assert not stands[Purpose.MARKETING_EMAIL].asked
    assert house.read(lambda conn: set(conn.scalars(sa.select(consent.c.how)))) == {"signed"}


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("given_name", {"given_name": " ", "family_name": ""}),
        ("phone", {"phone": "12"}),
        ("email", {"email": "ada@"}),
        ("service", {"answers": {Purpose.SERVICE: False}}),
        ("service", {"answers": {}}),
    ],
)
def test_what_cannot_be_leaves_no_trace(house: Shop, field: str, wrong: dict) -> None:
    with pytest.raises(InvalidRecord) as refused:
        enrolled(house, Draft(**{**ADA.typed, "language": "it", "answers": YES, **wrong}))
    assert refused.value.field == field
    assert enrolled(house).customer_id == "blank-1"


def test_where_there_is_no_text_in_her_language_she_is_shown_another_and_the_record_says_which(
    house: Shop,
) -> None:
    her = enrolled(house, Draft(**{**ADA.typed, "language": "de", "answers": {Purpose.SERVICE: True}}))
    service = house.read(lambda conn: states(conn, her.customer_id, house.now))[0]
    assert (service.granted, service.text_id) == (True, "service/it/1")


def test_where_the_shop_has_no_text_at_all_nothing_is_agreed_to(shop: Shop) -> None:
    her = enrolled(shop, Draft(**{**ADA.typed, "language": "it", "answers": {Purpose.SERVICE: True}}))
    assert not any(s.asked for s in shop.read(lambda conn: states(conn, her.customer_id, shop.now)))


def test_a_draft_is_kept_until_she_is_a_customer(house: Shop) -> None:
    house.write(lambda writer: drafts.keep(writer.connection, ADA, house.now))
    kept = house.read(lambda conn: drafts.kept(conn, house.now))
    assert kept is not None
    assert (kept.typed, kept.answers) == (ADA.typed, YES)
    enrolled(house)
    assert house.read(lambda conn: drafts.kept(conn, house.now)) is None


def test_a_draft_does_not_last_longer_than_the_day(house: Shop) -> None:
    house.write(lambda writer: drafts.keep(writer.connection, ADA, NOW))
    assert house.read(lambda conn: drafts.kept(conn, NOW + 13 * HOUR)) is None
    house.write(lambda writer: drafts.drop_old(writer.connection, NOW + 13 * HOUR))
    assert house.read(lambda conn: drafts.kept(conn, NOW)) is None


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("anna  rossi", Draft(given_name="Anna", family_name="Rossi")),
        ("Anna De Luca", Draft(given_name="Anna", family_name="De Luca")),
        ("333 123 4567", Draft(phone="333 123 4567")),
        ("anna@example.org", Draft(email="anna@example.org")),
        ("", Draft()),
    ],
)
def test_what_was_searched_for_becomes_the_beginning(text: str, draft: Draft) -> None:
    assert begun_with(text) == draft
