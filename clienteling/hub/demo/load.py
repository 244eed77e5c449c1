"""Fills a hub with the demo's house: three shops, its catalogue and stock, 2,000 customers and their past."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import sqlalchemy as sa

from clienteling.customers.values import Tier
from clienteling.hub.demo import catalogue as catalogues
from clienteling.hub.demo import house as houses
from clienteling.hub.demo import sayings
from clienteling.hub.demo.agenda import Agenda
from clienteling.hub.demo.bases import put_basis
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.cards import put_cards
from clienteling.hub.demo.clientbooks import put_books
from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.giulia import GIULIA, put_giulia
from clienteling.hub.demo.giulia import TIER as GIULIAS_TIER
from clienteling.hub.demo.house import House
from clienteling.hub.demo.incentives import put_schemes
from clienteling.hub.demo.letters import Letters
from clienteling.hub.demo.life import Life
from clienteling.hub.demo.people import Invention, Person
from clienteling.hub.demo.premises import put_house
from clienteling.hub.demo.register import put_person
from clienteling.hub.demo.shelves import put_products, put_stock
from clienteling.hub.demo.shop_day import ShopDay
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.hub.demo.year import Year
from clienteling.hub.insight.insight import Insight
from clienteling.hub.kpi.figures import DayFigures
from clienteling.hub.tasks.rounds import Rounds
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.stores.tables import store as stores
from sync.hub.store import HubStore

CUSTOMERS = 2_000
SEED = 20_260_512
YEARS_SEED = 20_261_122
GOLD_RECEIPTS, SILVER_RECEIPTS = 8, 4


class Loaded(msgspec.Struct, frozen=True):
    records: int
    """0 where the house was there already."""
    customers: int
    house: House


def load(store: HubStore, customers: int = CUSTOMERS) -> Loaded:
    """All in one transaction, or nothing. A hub that has the house keeps everything as it is.

    What is deduced of it, and what the rules put down, is worked out as the hub does whenever it serves.
    """
    house = houses.read()
    with store.write() as writer:
        known = sa.select(stores.c.id).where(stores.c.id == house.stores[0].id)
        if writer.connection.execute(known).first() is not None:
            return Loaded(0, 0, house)
        pictures: dict[Path, str] = {}
        now = writer.now

        def picture(file: Path) -> str:
            if file not in pictures:
                pictures[file] = writer.add_blob(file.read_bytes())
            return pictures[file]

        book = written(house, Dice(SEED, writer.now), picture, customers)
        put_house(book, house)
        put_basis(book, house, now)
        for collection in store.registry:
            writer.insert_many(collection.name, book.rows.get(collection.name, []))
    insight = Insight(store)
    insight.catch_up()
    insight.tell()
    rules = Rounds(store, TaskSettings(), lambda: now)
    rules.catch_up()
    rules.daily()
    DayFigures(store).catch_up()
    return Loaded(len(book), customers + 1, house)


def written(house: House, dice: Dice, picture: Callable[[Path], str], customers: int) -> Book:
    """The catalogue, the stock, the people and their past. `picture` keeps a file and gives back its name."""
    book = Book()
    catalogue = catalogues.read()
    put_products(book, catalogue, picture)
    put_stock(book, catalogue, house, dice)
    _put_people(book, dice, house, Wardrobe(catalogue, dice), customers)
    return book


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
    put_books(book, dice, house, regulars)
    put_schemes(book, dice, house)
    put_cards(book, dice, house, regulars)
    agenda = Agenda(book, dice, house, sayings.read())
    for shop in house.stores:
        agenda.fill(shop.id, regulars[shop.id])
    for shop in house.stores:
        day.reserve(shop.id, regulars[shop.id])
    Letters(book, dice, house, wardrobe).put(regulars)
    year = Year(book, Dice(YEARS_SEED, dice.now), house, wardrobe)
    for shop in house.stores:
        year.pass_by(shop.id, regulars[shop.id])


def _tier(receipts: int) -> Tier:
    if receipts >= GOLD_RECEIPTS:
        return Tier.GOLD
    return Tier.SILVER if receipts >= SILVER_RECEIPTS else Tier.NONE
