"""Whom the demo's associates look after: some of the regulars of their shop, and Sofia Giulia."""

from collections.abc import Mapping, Sequence

from clienteling.clientbook.use_cases import entry_id
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import DAY_MS, Dice
from clienteling.hub.demo.giulia import GIULIA, SOFIA
from clienteling.hub.demo.house import House
from clienteling.hub.demo.people import Person
from clienteling.staff.values import Author

MOST = 24
SHARED = 0.12
"""Of a book, how many stand in a colleague's too."""


def put_books(book: Book, dice: Dice, house: House, regulars: Mapping[str, Sequence[Person]]) -> None:
    _enter(book, dice, GIULIA.id, SOFIA)
    for store_id, people in regulars.items():
        sellers = house.sellers[store_id]
        for place, person in enumerate(people[: MOST * len(sellers)]):
            _enter(book, dice, person.id, Author(sellers[place % len(sellers)], store_id))
            if dice.chance(SHARED):
                _enter(book, dice, person.id, Author(sellers[(place + 1) % len(sellers)], store_id))


def _enter(book: Book, dice: Dice, customer_id: str, owner: Author) -> None:
    book.add(
        "book_entry",
        {
            "id": entry_id(customer_id, owner.associate_id),
            "customer_id": customer_id,
            "associate_id": owner.associate_id,
            "store_id": owner.store_id,
            "added_at": dice.now - dice.between(20, 400) * DAY_MS,
            "added_by": owner.associate_id,
        },
    )
