"""Fills a hub with the demo's house: three shops, its catalogue and stock, 2,000 customers and their past."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import sqlalchemy as sa

from clienteling.customers.values import IdentifierKind, Tier
from clienteling.hub.demo import catalogue as catalogues
from clienteling.hub.demo import house as houses
from clienteling.hub.demo import sayings
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.giulia import GIULIA, put_giulia
from clienteling.hub.demo.giulia import TIER as GIULIAS_TIER
from clienteling.hub.demo.house import House
from clienteling.hub.demo.life import Life
from clienteling.hub.demo.people import Invention, Person
from clienteling.hub.demo.shelves import put_products, put_stock
from clienteling.hub.demo.shop_day import ShopDay
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.hub.insight.together import recount
from clienteling.staff.pin import hash_pin
from clienteling.stores.tables import store as stores
from sync.hub.store import HubStore

CUSTOMERS = 2_000
SEED = 20_260_512
IN_FORCE_ON = "2020-01-01"
GOLD_RECEIPTS, SILVER_RECEIPTS = 6, 3


class Loaded(msgspec.Struct, frozen=True):
    records: int
    """0 where the house was there already."""
    customers: int
    house: House


def load(store: HubStore, customers: int = CUSTOMERS) -> Loaded:
    """All in one transaction, or nothing. A hub that has the house keeps everything as it is."""
    house = houses.read()
    with store.write() as writer:
        known = sa.select(stores.c.id).where(stores.c.id == house.stores[0].id)
        if writer.connection.execute(known).first() is not None:
            return Loaded(0, 0, house)
        pictures: dict[Path, str] = {}

        def picture(file: Path) -> str:
            if file not in pictures:
                pictures[file] = writer.add_blob(file.read_bytes())
            return pictures[file]

        book = written(house, Dice(SEED, writer.now), picture, customers)
        put_house(book, house)
        for collection in store.registry:
            writer.insert_many(collection.name, book.rows.get(collection.name, []))
        recount(writer)
    return Loaded(len(book), customers + 1, house)


def written(house: House, dice: Dice, picture: Callable[[Path], str], customers: int) -> Book:
    """The catalogue, the stock, the people and their past. `picture` keeps a file and gives back its name."""
    book = Book()
    catalogue = catalogues.read()
    put_products(book, catalogue, picture)
    put_stock(book, catalogue, house, dice)
    _put_people(book, dice, house, Wardrobe(catalogue, dice), customers)
    return book


def put_house(book: Book, house: House) -> None:
    for shop in house.stores:
        book.add(
            "store",
            {
                "id": shop.id,
                "name": shop.name,
                "city": shop.city,
                "address": shop.address,
                "phone": shop.phone,
                "time_zone": "Europe/Rome",
                "opening": {str(day): ["10:00", "19:30"] for day in range(1, 7)},
            },
        )
    for one in house.staff:
        book.add(
            "associate",
            {
                "id": one.id,
                "store_id": one.store,
                "given_name": one.given_name,
                "family_name": one.family_name,
                "role": one.role.value,
                "language": one.language,
                "pin_hash": hash_pin(one.pin),
            },
        )
    for text in house.consents:
        for language, body in (("it", text.it), ("en", text.en)):
            book.add(
                "consent_text",
                {
                    "id": text.text_id(language),
                    "purpose": text.purpose.value,
                    "language": language,
                    "version": houses.TEXT_VERSION,
                    "body": body,
                    "in_force_on": IN_FORCE_ON,
                },
            )


def _put_people(book: Book, dice: Dice, house: House, wardrobe: Wardrobe, count: int) -> None:
    life = Life(book, dice, house, wardrobe, sayings.read())
    regulars: dict[str, list[Person]] = {shop.id: [] for shop in house.stores}
    for person in Invention(dice, house).people(count):
        past = life.live(person)
        put_person(book, person, _tier(past.receipts), house.page_id)
        if past.receipts:
            regulars[person.store_id].append(person)
    put_person(book, GIULIA, GIULIAS_TIER, house.page_id)
    put_giulia(book, dice, house, wardrobe)
    day = ShopDay(Deeds(book, dice), dice, house, wardrobe)
    for shop in house.stores:
        day.happen(shop.id, regulars[shop.id])


def put_person(book: Book, person: Person, tier: Tier, page_id: str) -> None:
    book.add(
        "customer",
        {
            "id": person.id,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "language": person.language,
            "email": person.email,
            "phone": person.phone,
            "card_number": person.card_number,
            "tier": tier.value,
            "home_store_id": person.store_id,
            "since_on": person.since.isoformat(),
            "birthday_on": person.birthday_on,
        },
    )
    signed_in = bool(person.web_user)
    for kind, source, value, verified in (
        (IdentifierKind.EMAIL, "", person.email, signed_in),
        (IdentifierKind.PHONE, "", person.phone, False),
        (IdentifierKind.CARD, "", person.card_number, True),
        (IdentifierKind.USER, "web", person.web_user, True),
        (IdentifierKind.PAGE_SCOPED, f"messenger:{page_id}", person.page_scoped_id, True),
    ):
        if value:
            book.add(
                "identifier",
                {
                    "id": f"{person.id}/{kind}",
                    "customer_id": person.id,
                    "kind": kind.value,
                    "source": source,
                    "value": value,
                    "verified": verified,
                },
            )


def _tier(receipts: int) -> Tier:
    if receipts >= GOLD_RECEIPTS:
        return Tier.GOLD
    return Tier.SILVER if receipts >= SILVER_RECEIPTS else Tier.NONE
