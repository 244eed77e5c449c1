"""What a customer of the demo agreed to, and when."""

from clienteling.consents.values import How, Purpose
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import DAY_MS, Dice
from clienteling.hub.demo.house import House
from clienteling.staff.values import Author

MONTH_MS = round(365.25 / 12 * DAY_MS)


class Consenting:
    def __init__(self, book: Book, dice: Dice, house: House) -> None:
        self._book = book
        self._dice = dice
        self._texts = {consent.purpose: consent for consent in house.consents}

    def record(
        self,
        customer_id: str,
        purpose: Purpose,
        at: int,
        *,
        granted: bool,
        how: How,
        language: str,
        author: Author | None,
    ) -> None:
        text = self._texts[purpose]
        self._book.add(
            "consent",
            {
                "id": self._dice.id_at(at),
                "customer_id": customer_id,
                "purpose": purpose.value,
                "granted": granted,
                "text_id": text.text_id(language),
                "how": how.value,
                "at": at,
                "expires_at": at + text.months * MONTH_MS if granted and text.months else None,
                "store_id": author.store_id if author else None,
                "associate_id": author.associate_id if author else None,
            },
        )
