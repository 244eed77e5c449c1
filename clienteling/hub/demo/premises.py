"""The demo's shops, the people who work there and the consent texts, as records."""

from clienteling.hub.demo.book import Book, Row
from clienteling.hub.demo.house import TEXT_VERSION, DemoAssociate, DemoConsent, DemoStore, House
from clienteling.staff.pin import hash_pin

IN_FORCE_ON = "2020-01-01"
OPEN_DAYS = range(1, 7)
"""Tuesday to Sunday, Monday being 0."""
HOURS = ("10:00", "19:30")


def put_house(book: Book, house: House) -> None:
    for shop in house.stores:
        book.add("store", _store(shop))
    for one in house.staff:
        book.add("associate", _associate(one))
    for text in house.consents:
        book.add("consent_text", _text(text, "it", text.it))
        book.add("consent_text", _text(text, "en", text.en))


def _store(shop: DemoStore) -> Row:
    return {
        "id": shop.id,
        "name": shop.name,
        "city": shop.city,
        "area": shop.area,
        "address": shop.address,
        "phone": shop.phone,
        "time_zone": "Europe/Rome",
        "opening": {str(day): list(HOURS) for day in OPEN_DAYS},
    }


def _associate(one: DemoAssociate) -> Row:
    return {
        "id": one.id,
        "store_id": one.store,
        "given_name": one.given_name,
        "family_name": one.family_name,
        "role": one.role.value,
        "language": one.language,
        "pin_hash": hash_pin(one.pin),
    }


def _text(text: DemoConsent, language: str, body: str) -> Row:
    return {
        "id": text.text_id(language),
        "purpose": text.purpose.value,
        "language": language,
        "version": TEXT_VERSION,
        "body": body,
        "in_force_on": IN_FORCE_ON,
    }
