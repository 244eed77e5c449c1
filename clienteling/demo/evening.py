"""Step 8 of the story: the manager reads the day on the same tablet, and it adds up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtPdf import QPdfDocument

from clienteling.demo.tablets import Tablet
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.review.tables import day_review
from clienteling.tablet.review.review_view_model import ReviewViewModel
from clienteling.tablet.shop import Shop

MANAGER, HER_PIN = "Elena Riva", "1470"
ASSOCIATE, HER_COLLEAGUES_PIN = "Sofia Marchetti", "2580"


class DoesNotAddUp(Exception):
    """The page of the day says something else than the records."""


class Evening:
    def __init__(self, sofia: Tablet, priya: Tablet, pictures: Path) -> None:
        self._tablet = sofia
        self._other = priya
        self._pictures = pictures

    def play(self) -> Iterator[str]:
        hands = self._tablet.hands
        self._tablet.change_hands(MANAGER, HER_PIN)
        hands.tap("place-Day")
        hands.see("Mancate vendite", "il colore")
        yield self._adds_up()
        hands.picture(self._pictures / "8-day.png")
        yield f"As a PDF: {self._printed()}"
        hands.push_up(500)
        hands.see("Chi è venuto", "Giulia Ferraris")
        hands.push_up(480)
        hands.tap("markDay")
        hands.see(f"Rivista da {MANAGER}")
        yield f"{MANAGER.split(maxsplit=1)[0]} marks the day as read: “Rivista da {MANAGER}”"
        self._other.hands.until(self._heard, "the other tablet does not hear that the day was read")
        self._tablet.change_hands(ASSOCIATE, HER_COLLEAGUES_PIN)

    def _adds_up(self) -> str:
        """Sales and interactions of today, counted in the records, are those of the page."""
        review = self._page()
        shown = {row.key: row.value for row in review.figures.rows}
        recorded, sold = self._counted(review.day)
        if shown["interactions"] != str(recorded):
            raise DoesNotAddUp(f"the page says {shown['interactions']} interactions, the records {recorded}")
        if not sold or "€" not in shown["receipt"]:
            raise DoesNotAddUp(f"the average receipt is {shown['receipt']} with {sold} sales")
        return (
            f"{shown['recognised']} of the visits identified, {recorded} interactions,"
            f" {shown['receipt']} a receipt, and why the bag stayed: “il colore”"
        )

    def _page(self) -> ReviewViewModel:
        shop = self._tablet.app.root.shop
        if not isinstance(shop, Shop):
            raise DoesNotAddUp("the tablet shows no shop")
        return shop.review

    def _counted(self, day: date) -> tuple[int, int]:
        wording = self._tablet.app.language.wording
        with self._tablet.replica.read() as connection:
            rows = connection.execute(
                sa.select(interaction.c.kind, interaction.c.at).where(
                    interaction.c.store_id == self._tablet.app.session.author.store_id,
                    interaction.c.correction == "",
                )
            ).all()
        today = [row.kind for row in rows if wording.day_of(row.at) == day]
        return len(today), today.count(InteractionKind.SALE.value)

    def _heard(self) -> bool:
        with self._other.replica.read() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(day_review)) == 1

    def _printed(self) -> str:
        review = self._page()
        review.keeper.folder, review.keeper.show_file = self._pictures, lambda _path: None
        self._tablet.hands.tap("printDay")
        paper = self._pictures / f"{self._tablet.app.session.author.store_id}-{review.day.isoformat()}.pdf"
        self._tablet.hands.see("Salvato in")
        document = QPdfDocument()
        document.load(str(paper))
        words = document.getAllText(0).text()
        if "Giulia" not in words and review.heading not in words:
            raise DoesNotAddUp("the paper says something else than the screen")
        document.render(0, (document.pagePointSize(0) * 2).toSize()).save(str(self._pictures / "8-paper.png"))
        return f"{document.pageCount()} page, {paper.name}"
