"""What is written when a card is opened: it is among the recent ones here, and who opened it is known."""

import logging
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from clienteling.privacy.values import Why
    from clienteling.staff.values import Author
    from clienteling.tablet.floor import Floor
    from sync.device.replica import Replica
    from sync.writer import Writer

MOST_WAITING = 500

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opening:
    customer_id: str
    why: "Why"
    author: "Author"
    device: str
    at: int


class OpenedCards(QObject):
    """Notes each. Made after who shows the card: that is read first, and nobody waits for the note.

    On a full disk the card is shown all the same, and who opened it is noted with the next one for which
    there is room.
    """

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._waiting: deque[Opening] = deque(maxlen=MOST_WAITING)
        floor.navigation.customer_changed.connect(self._on_customer)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @Slot()
    def _on_customer(self) -> None:
        floor, session = self._floor, self._floor.session
        if session.who is None:
            return
        her, why = floor.navigation.customer_id, floor.navigation.why
        openings = (*self._waiting, Opening(her, why, session.author, floor.device, floor.now()))
        self._waiting.clear()
        floor.jobs.run(partial(without_room, floor.replica, openings), self._waiting.extend)


def without_room(replica: "Replica", openings: tuple[Opening, ...]) -> tuple[Opening, ...]:
    """Note them; those that could not be are the answer."""
    from sync.errors import StorageFull

    try:
        with replica.write() as writer:
            for opening in openings:
                card_opened(writer, opening)
    except StorageFull:
        log.warning("No room to note who opened a card; it waits")
        return openings
    return ()


def card_opened(writer: "Writer", opening: Opening) -> None:
    from clienteling.customers.use_cases import mark_opened
    from clienteling.privacy.use_cases import opened

    mark_opened(writer.connection, opening.customer_id, opening.at)
    opened(
        writer,
        customer_id=opening.customer_id,
        why=opening.why,
        associate_id=opening.author.associate_id,
        store_id=opening.author.store_id,
        device=opening.device,
        at=opening.at,
    )
