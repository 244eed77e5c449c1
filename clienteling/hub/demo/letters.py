"""What the demo's associates wrote to some of their regulars lately, and what they chose for others."""

from collections.abc import Mapping, Sequence

import msgspec

from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.house import DemoStore, House
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.outreach.filling import fill
from clienteling.outreach.sheet import seeded
from clienteling.outreach.values import About, Slot, Template, Topic, Way
from clienteling.selections.values import Chosen, SharedAs
from clienteling.staff.values import Author
from clienteling.wording import Wording

TEMPLATE = "after-purchase"
WITHIN_DAYS = 24
EVERY_LETTER, EVERY_SELECTION = 9, 23
"""Of a shop's regulars, every so many."""
_BOUGHT = {"it": "il suo ultimo acquisto", "en": "your last purchase"}


class Letters:
    def __init__(self, book: Book, dice: Dice, house: House, wardrobe: Wardrobe) -> None:
        self._book = book
        self._dice = dice
        self._house = house
        self._wardrobe = wardrobe
        self._names = {one.id: one.given_name for one in house.staff}
        self._template = next(template for template in seeded() if template.id == TEMPLATE)

    def put(self, regulars: Mapping[str, Sequence[Person]]) -> None:
        for shop in self._house.stores:
            people = regulars[shop.id]
            for person in [each for each in people if each.phone][::EVERY_LETTER]:
                self._write(person, shop, self._template)
            for person in people[::EVERY_SELECTION]:
                self._choose(person, shop)

    def _write(self, person: Person, shop: DemoStore, template: Template) -> None:
        """About what she bought: a service, so no marketing consent is needed."""
        language, words = template.in_language(person.language)
        author, at = self._author(shop), self._lately()
        values = {
            Slot.NAME: person.given_name,
            Slot.ASSOCIATE: self._names[author.associate_id],
            Slot.STORE: shop.name,
            Slot.ITEM: _BOUGHT[language],
        }
        filled = fill(words, values, Wording(language))
        self._book.add(
            "outreach",
            {
                "id": self._dice.id_at(at),
                "customer_id": person.id,
                "way": Way.WHATSAPP.value,
                "topic": Topic.SERVICE.value,
                "template_id": template.id,
                "language": language,
                "body": filled.body,
                "about": About.PURCHASE.value,
                "despite": [],
                "at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
            },
        )

    def _choose(self, person: Person, shop: DemoStore) -> None:
        author, at = self._author(shop), self._lately()
        variants = {v.product_id: v for v in (self._wardrobe.something(person) for _ in range(6))}
        items = [Chosen(product_id=v.product_id, variant_id=v.id) for v in variants.values()]
        if len(items) < 2:  # noqa: PLR2004 - one is no choice
            return
        self._book.add(
            "selection",
            {
                "id": self._dice.id_at(at),
                "customer_id": person.id,
                "items": msgspec.to_builtins(items[:4]),
                "words": "",
                "shared_as": SharedAs.PDF.value,
                "at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
            },
        )

    def _author(self, shop: DemoStore) -> Author:
        return Author(self._dice.one(self._house.sellers[shop.id]), shop.id)

    def _lately(self) -> int:
        return min(
            self._dice.in_the_shop(self._dice.days_ago(self._dice.between(2, WITHIN_DAYS))), self._dice.now
        )
