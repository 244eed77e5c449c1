"""Whoever was entered by mistake may be taken back while she is nothing more than that."""

from datetime import date

import pytest

from clienteling.errors import MoreThanEntered
from clienteling.newcomers.alike import alike
from clienteling.newcomers.mistakes import take_back
from clienteling.newcomers.use_cases import enrol
from clienteling.newcomers.values import Draft
from clienteling.privacy import use_cases as privacy
from clienteling.privacy.queries import mistake, requests
from clienteling.privacy.values import Answer, Hold, PrivacyWish, Why
from tests.shop import AUTHOR, NOW, Shop

ADA = Draft(given_name="Ada", family_name="Neri", phone="399 412 0039")
SAID = {"given_name": "Ada", "family_name": "Neri"}


@pytest.fixture
def ada(shop: Shop) -> str:
    today = date(2026, 11, 22)
    entered = shop.write(lambda w: enrol(w, ADA, device_id="tablet-1", author=AUTHOR, today=today))
    return entered.customer_id


def taken_back(shop: Shop, customer_id: str) -> str:
    return shop.write(lambda writer: take_back(writer, customer_id, AUTHOR))


def test_the_hub_is_asked_once_and_it_is_no_wish_of_hers(shop: Shop, ada: str) -> None:
    asked = taken_back(shop, ada)
    assert taken_back(shop, ada) == asked
    found = shop.read(lambda conn: mistake(conn, ada))
    assert (found.wish, found.answer) == (PrivacyWish.MISTAKE, Answer.ASKED)
    assert shop.read(lambda conn: requests(conn, ada)) == []


def test_who_goes_is_nobody_s_double_and_is_again_once_she_stays(shop: Shop, ada: str) -> None:
    asked = taken_back(shop, ada)
    assert shop.read(lambda conn: alike(conn, Draft(**SAID))) == []
    shop.write(lambda writer: privacy.take_back(writer, asked))
    assert [one.hit.id for one in shop.read(lambda conn: alike(conn, Draft(**SAID)))] == [ada]


def test_looking_at_her_card_makes_nothing_more_of_her(shop: Shop, ada: str) -> None:
    looked = {"why": Why.CODE, "associate_id": "sofia", "store_id": "brera", "device": "Tablet 1"}
    shop.write(lambda writer: privacy.opened(writer, customer_id=ada, **looked))
    assert taken_back(shop, ada)


MORE = (
    ("interaction", {"kind": "visit", "at": NOW}, Hold.RECORDED),
    ("note", {"body": "Ama il verde", "at": NOW}, Hold.RECORDED),
    ("preference", {"kind": "colour", "value": "verde"}, Hold.RECORDED),
    ("book_entry", {"associate_id": "sofia"}, Hold.RECORDED),
    ("privacy_request", {"wish": "file"}, Hold.RECORDED),
    ("event", {"channel": "web", "kind": "page_viewed", "at": NOW}, Hold.KNOWN),
    ("identifier", {"kind": "user", "source": "web", "value": "u-1"}, Hold.KNOWN),
    ("identifier", {"kind": "email", "value": "a@example.org", "verified": True}, Hold.KNOWN),
)


@pytest.mark.parametrize(("table", "values", "why"), MORE)
def test_whoever_has_become_more_stays_and_it_is_said_why(shop: Shop, ada: str, table, values, why) -> None:
    shop.put(table, id="x", customer_id=ada, **values)
    with pytest.raises(MoreThanEntered) as stays:
        taken_back(shop, ada)
    assert stays.value.why == (why,)
    assert shop.read(lambda conn: mistake(conn, ada)) is None


def test_whoever_was_joined_to_an_older_record_stays(shop: Shop, ada: str) -> None:
    shop.put("customer", id="older", given_name="Ada")
    shop.put("customer_alias", id=ada, customer_id="older", joined_to="older", merged_at=1)
    with pytest.raises(MoreThanEntered) as stays:
        taken_back(shop, ada)
    assert stays.value.why == (Hold.JOINED,)
