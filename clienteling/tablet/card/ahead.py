"""A card that is read before the page turns to it: between a code and her card nothing empty is painted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clienteling.privacy.values import Why
from clienteling.tablet.card.reading import Reading, Request, read_card
from clienteling.tablet.link import QUIET

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes


class CardAhead(QObject):
    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._changes = 0
        self._ready: Reading | None = None
        floor.changes.changed.connect(self._on_changes)

    @property
    def ready(self) -> Reading | None:
        """What the page turns to in this moment; None when her card is still to be read."""
        return self._ready

    def open(self, customer_id: str) -> None:
        """Read her card, then turn to it; when it cannot be read the page says so.

        A locked tablet opens nobody's card.
        """
        floor = self._floor
        if floor.session.who is None:
            return
        request = Request(
            customer_id=customer_id,
            author=floor.session.author,
            wording=floor.language.wording,
            now=floor.now(),
        )
        floor.jobs.run(
            partial(read_card, floor.replica, request),
            partial(self._turn_to, self._changes),
            lambda _: floor.navigation.open_customer(customer_id, Why.SCAN),
        )

    def _turn_to(self, changes: int, reading: Reading) -> None:
        asked, session = reading.request, self._floor.session
        if session.who is None or session.author != asked.author:
            return  # the tablet changed hands
        if changes == self._changes and asked.wording == self._floor.language.wording:
            self._ready = reading
        self._floor.navigation.open_customer(asked.customer_id, Why.SCAN)
        self._ready = None

    def _on_changes(self, changes: "Changes") -> None:
        if not set(changes.records) <= QUIET:
            self._changes += 1
