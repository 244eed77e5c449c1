"""What is written when a card is opened: it is among the recent ones here, and who opened it is known."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from clienteling.privacy.values import Why
    from clienteling.staff.values import Author
    from clienteling.tablet.floor import Floor
    from sync.writer import Writer


class OpenedCards(QObject):
    """Notes each. Made after who shows the card: that is read first, and nobody waits for the note."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        floor.navigation.customer_changed.connect(self._on_customer)

    @Slot()
    def _on_customer(self) -> None:
        floor, session = self._floor, self._floor.session
        if session.who is not None:
            her, why = floor.navigation.customer_id, floor.navigation.why
            floor.write(
                partial(card_opened, customer_id=her, why=why, author=session.author, device=floor.device)
            )


def card_opened(writer: "Writer", *, customer_id: str, why: "Why", author: "Author", device: str) -> None:
    from clienteling.customers.use_cases import mark_opened
    from clienteling.privacy.use_cases import opened

    mark_opened(writer.connection, customer_id, writer.now)
    opened(
        writer,
        customer_id=customer_id,
        why=why,
        associate_id=author.associate_id,
        store_id=author.store_id,
        device=device,
    )
