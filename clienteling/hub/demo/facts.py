"""What a customer of the demo told; the hub deduces the rest itself from what she bought."""

from clienteling.customers.values import PreferenceKind, Provenance
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.staff.values import Author


class Facts:
    def __init__(self, book: Book, dice: Dice) -> None:
        self._book = book
        self._dice = dice

    def told(self, customer_id: str, author: Author, at: int, kind: PreferenceKind, value: str) -> None:
        self._book.add(
            "preference",
            {
                "id": self._dice.id_at(at),
                "customer_id": customer_id,
                "kind": kind.value,
                "value": str(value),
                "source": Provenance.TOLD.value,
                "evidence": "",
                "said_at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
            },
        )
