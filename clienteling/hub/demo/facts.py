"""What the house knows of a customer: told, or deduced from what she really bought."""

from collections import Counter
from collections.abc import Sequence

from clienteling.catalog.values import Family
from clienteling.customers.values import PreferenceKind, Provenance
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.values import DemoProduct, DemoVariant
from clienteling.staff.values import Author

FEWEST_PURCHASES = 2


class Facts:
    def __init__(self, book: Book, dice: Dice, products: dict[str, DemoProduct]) -> None:
        self._book = book
        self._dice = dice
        self._products = products

    def told(self, customer_id: str, author: Author, at: int, kind: PreferenceKind, value: str) -> None:
        self._add(customer_id, at, kind, value, Provenance.TOLD, author=author)

    def deduce(
        self, customer_id: str, at: int, bought: Sequence[DemoVariant], told: set[PreferenceKind]
    ) -> None:
        """From at least two purchases that say the same; what she told is not deduced again."""
        for kind, family in (
            (PreferenceKind.SHOE_SIZE, Family.SHOES),
            (PreferenceKind.CLOTHES_SIZE, Family.CLOTHING),
        ):
            if kind not in told:
                sizes = [v.size for v in bought if self._products[v.product_id].family is family]
                self._most(customer_id, at, kind, sizes, most=1)
        self._most(customer_id, at, PreferenceKind.COLOUR, [v.colour for v in bought], most=2)

    def _most(self, customer_id: str, at: int, kind: PreferenceKind, seen: Sequence[str], most: int) -> None:
        for value, times in Counter(seen).most_common(most):
            if times >= FEWEST_PURCHASES:
                evidence = f"purchases={times}"
                self._add(customer_id, at, kind, value, Provenance.DEDUCED, evidence=evidence)

    def _add(
        self,
        customer_id: str,
        at: int,
        kind: PreferenceKind,
        value: str,
        source: Provenance,
        *,
        author: Author | None = None,
        evidence: str = "",
    ) -> None:
        self._book.add(
            "preference",
            {
                "id": self._dice.id_at(at),
                "customer_id": customer_id,
                "kind": kind.value,
                "value": str(value),
                "source": source.value,
                "evidence": evidence,
                "said_at": at,
                "store_id": author.store_id if author else None,
                "associate_id": author.associate_id if author else None,
            },
        )
