"""Invented customers of the practice shop. Any resemblance to a person is chance."""

from dataclasses import dataclass

from clienteling.consents.values import Purpose
from clienteling.customers.values import PreferenceKind, Provenance, Tier
from clienteling.practice.book import COLLEAGUE, DAY, STORE, Book
from clienteling.practice.premises import put_consents


@dataclass(frozen=True)
class Person:
    id: str
    given_name: str
    family_name: str
    phone: str
    email: str
    tier: Tier = Tier.NONE
    since_on: str = "2021-05-15"
    shoe_size: str = ""


GIULIA = Person(
    "01900000-0000-7000-8000-000000000001",
    "Giulia",
    "Ferraris",
    "+393990000001",
    "giulia.ferraris@example.com",
    Tier.GOLD,
    shoe_size="38",
)
MARCO = Person(
    "01900000-0000-7000-8000-000000000002",
    "Marco",
    "Lo Bianco",
    "+393990000002",
    "marco.lobianco@example.com",
    Tier.SILVER,
    "2023-02-11",
)
ANNA = Person(
    "01900000-0000-7000-8000-000000000003",
    "Anna",
    "Dell'Orto",
    "+393990000003",
    "anna.dellorto@example.com",
    since_on="2022-10-01",
    shoe_size="38",
)
CHIARA = Person(
    "01900000-0000-7000-8000-000000000004",
    "Chiara",
    "Bianchi",
    "+393990000004",
    "chiara.bianchi@example.com",
    since_on="2024-04-20",
)
OTHER_CHIARA = Person(
    "01900000-0000-7000-8000-000000000005",
    "Chiara",
    "Bianco",
    "+393990000005",
    "c.bianco@example.com",
    since_on="2020-09-09",
)
OLENA = Person(
    "01900000-0000-7000-8000-000000000006",
    "Olena",
    "Kovalenko",
    "+393990000006",
    "olena.kovalenko@example.com",
    Tier.SILVER,
    "2023-12-02",
)


def put_person(book: Book, person: Person) -> None:
    book.add(
        "customer",
        id=person.id,
        given_name=person.given_name,
        family_name=person.family_name,
        language="it",
        email=person.email,
        phone=person.phone,
        tier=person.tier.value,
        home_store_id=STORE,
        since_on=person.since_on,
    )
    put_consents(book, person.id, Purpose.SERVICE)
    if person.shoe_size:
        _put_size(book, person)


def _put_size(book: Book, person: Person) -> None:
    said = {"kind": PreferenceKind.SHOE_SIZE.value, "value": person.shoe_size}
    who = {"store_id": STORE, "associate_id": COLLEAGUE}
    at = book.now - 255 * DAY
    told = Provenance.TOLD.value
    book.add("preference", customer_id=person.id, **said, source=told, evidence="", said_at=at, **who)
