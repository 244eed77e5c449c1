"""Is this her? Spelled in many ways, and asked while somebody types."""

import pytest

from clienteling.newcomers.alike import alike
from clienteling.newcomers.values import By, Draft
from tests.shop import Shop


@pytest.fixture
def crowd(shop: Shop) -> Shop:
    people = (
        ("anna", "Anna", "D'Amico", "+393456789012", "anna.damico@gmail.com"),
        ("nicolo", "Nicolò", "De Luca", "+390287654321", ""),
        ("rosa", "Rosa", "Bianchi", "", "rosa@example.org"),
    )
    for key, given, family, phone, email in people:
        shop.put("customer", id=key, given_name=given, family_name=family, phone=phone, email=email)
    return shop


def found(shop: Shop, **typed: str) -> list[tuple[str, By]]:
    return [(one.hit.id, one.by) for one in shop.read(lambda conn: alike(conn, Draft(**typed)))]


@pytest.mark.parametrize("typed", ["345 678 9012", "+39 345 6789012", "0039345/6789012", "3456789012"])
def test_a_telephone_is_the_same_however_it_is_written(crowd: Shop, typed: str) -> None:
    assert found(crowd, phone=typed) == [("anna", By.PHONE)]


@pytest.mark.parametrize(
    "typed", ["Anna.DAmico@gmail.com", "annadamico+scarpe@gmail.com", " anna.damico@googlemail.com"]
)
def test_an_address_is_the_same_when_it_reaches_the_same_mailbox(crowd: Shop, typed: str) -> None:
    crowd.put("identifier", id="i", customer_id="anna", kind="email", value="annadamico@gmail.com")
    assert found(crowd, email=typed) == [("anna", By.EMAIL)]


@pytest.mark.parametrize(
    ("given", "family", "who"),
    [("anna", "damico", "anna"), ("ANNA", "D Amico", "anna"), ("Nicolo'", "Deluca", "nicolo")],
)
def test_a_name_is_the_same_without_its_accents_and_apostrophes(crowd: Shop, given, family, who) -> None:
    assert found(crowd, given_name=given, family_name=family) == [(who, By.NAME)]


def test_half_a_number_half_a_name_and_a_first_name_alone_accuse_nobody(crowd: Shop) -> None:
    assert found(crowd, phone="345 67") == []
    assert found(crowd, given_name="Anna") == []
    assert found(crowd, given_name="Anna", family_name="Da") == []
    assert found(crowd, email="anna.damico@") == []


def test_whom_a_source_knows_by_that_number_is_found_though_it_stands_on_no_card(crowd: Shop) -> None:
    crowd.put("identifier", id="i", customer_id="rosa", kind="phone", value="+393409998877")
    assert found(crowd, phone="340 999 8877") == [("rosa", By.PHONE)]


def test_a_person_with_two_records_is_asked_about_once(crowd: Shop) -> None:
    crowd.put("customer", id="web", given_name="Anna", family_name="D'Amico", phone="+393456789012")
    crowd.put("customer_alias", id="web", customer_id="anna", joined_to="anna", merged_at=1)
    said = {"given_name": "Anna", "family_name": "D'Amico", "phone": "345 6789012"}
    assert found(crowd, **said) == [("anna", By.PHONE)]
