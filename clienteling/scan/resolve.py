"""From a scanned text to what it means in this shop: the one way in for camera, scanner and finger."""

from typing import assert_never

import sqlalchemy as sa

from clienteling.codes import values as codes
from clienteling.codes.queries import judge
from clienteling.customers.aliases import her
from clienteling.scan import numbers, reading
from clienteling.scan.layouts import Calibration
from clienteling.scan.queries import customers_with_card, product_with_ean
from clienteling.scan.sense import makes_sense
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    Calibrated,
    CardShared,
    CardUnknown,
    CodeExpired,
    CodeForged,
    CodeOfAnotherRetailer,
    CodeRevoked,
    CodeStale,
    CodeUnreadable,
    ContactRead,
    CustomerFound,
    CustomerNotHere,
    FoundBy,
    HubCodeRead,
    LayoutIsWrong,
    NothingRead,
    ProductUnknown,
    ScanResult,
    Senseless,
    TextRead,
    WebAddressRead,
    WifiRead,
)


def resolve(  # noqa: PLR0911 - one answer for each kind of reading
    conn: sa.Connection, text: str, now: int, symbology: Symbology = Symbology.UNKNOWN
) -> ScanResult:
    """What the text is and whom or what it names. `now` in milliseconds since 1970 UTC."""
    match reading.classify(text, symbology):
        case reading.CustomerCode(code):
            return _of_outcome(conn, judge(conn, code, now))
        case reading.Number(digits, by):
            return _number(conn, digits, by)
        case reading.PlainText(plain, by):
            return _plain(conn, plain, by)
        case reading.WebAddress(address):
            return WebAddressRead(address)
        case reading.WifiCode(network):
            return WifiRead(network)
        case reading.ContactCard(name, phone, email):
            return ContactRead(name, phone, email)
        case reading.HubCode():
            return HubCodeRead()
        case reading.WrongLayout(garbled):
            return LayoutIsWrong(garbled)
        case Calibration() as calibration:
            return Calibrated(calibration)
        case unexpected:
            assert_never(unexpected)


def _of_outcome(conn: sa.Connection, outcome: codes.Outcome) -> ScanResult:  # noqa: PLR0911 - one answer for each outcome
    match outcome:
        case codes.Fine(customer_id):
            return CustomerFound(her(conn, customer_id).id, FoundBy.CODE)
        case codes.NotHere(customer_id):
            return CustomerNotHere(customer_id)
        case codes.Expired(customer_id, expired_on):
            return CodeExpired(customer_id, expired_on)
        case codes.Revoked(customer_id):
            return CodeRevoked(customer_id)
        case codes.Stale(customer_id, step, age_s):
            return CodeStale(customer_id, step, age_s)
        case codes.Forged(doubt):
            return CodeForged(doubt)
        case codes.AnotherRetailer(retailer):
            return CodeOfAnotherRetailer(retailer)
        case codes.NotACode(flaw):
            return CodeUnreadable(flaw)
        case unexpected:
            assert_never(unexpected)


def _number(conn: sa.Connection, digits: str, symbology: Symbology) -> ScanResult:
    spellings = numbers.spellings(digits)
    holder = _holder(conn, digits, spellings)
    if holder is not None:
        return holder
    product = product_with_ean(conn, spellings)
    if product is not None:
        return product
    if numbers.looks_like_card(digits, symbology):
        return CardUnknown(digits, symbology)
    return ProductUnknown(digits) if numbers.check_digit_agrees(digits) else _text(digits)


def _plain(conn: sa.Connection, text: str, symbology: Symbology) -> ScanResult:
    if not text:
        return NothingRead()
    holder = _holder(conn, text, (text, text.upper()))
    if holder is not None:
        return holder
    return CardUnknown(text, symbology) if numbers.names_card(text, symbology) else _text(text)


def _text(text: str) -> ScanResult:
    return TextRead(text) if makes_sense(text) else Senseless(text)


def _holder(conn: sa.Connection, number: str, spellings: tuple[str, ...]) -> ScanResult | None:
    holders = customers_with_card(conn, spellings)
    if len(holders) > 1:
        return CardShared(number, holders)
    return CustomerFound(holders[0], FoundBy.CARD) if holders else None
