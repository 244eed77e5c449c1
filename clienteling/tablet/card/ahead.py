"""A card that is read before the page turns to it: between a code and her card nothing empty is painted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

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
        self._asked = 0
        floor.navigation.read_ahead = self.open
        floor.navigation.customer_changed.connect(self._on_turned)
        floor.navigation.place_changed.connect(self._on_turned)
        floor.changes.changed.connect(self._on_changes)

    @property
    def ready(self) -> Reading | None:
        """What the page turns to in this moment; None when her card is still to be read."""
        return self._ready

    def open(self, customer_id: str, why: Why = Why.SCAN) -> None:
        """Read her card, then turn to it; when it cannot be read the page says so.

        A locked tablet opens nobody's card. Of two that are asked for at once the last is turned to, and who
        has gone elsewhere meanwhile is not fetched back.
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
        self._asked += 1
        floor.jobs.run(
            partial(read_card, floor.replica, request),
            partial(self._turn_to, why, self._asked, self._changes),
            partial(self._not_read, why, self._asked, request),
        )

    def _turn_to(self, why: Why, asked: int, changes: int, reading: Reading) -> None:
        request = reading.request
        if not self._wanted(asked, request):
            return
        if changes == self._changes and request.wording == self._floor.language.wording:
            self._ready = reading
        self._floor.navigation.turn_to(request.customer_id, why)
        self._ready = None

    def _not_read(self, why: Why, asked: int, request: Request, _: Exception) -> None:
        if self._wanted(asked, request):
            self._floor.navigation.turn_to(request.customer_id, why)

    def _wanted(self, asked: int, request: Request) -> bool:
        """Not where something else was asked for meanwhile, or the tablet changed hands or was turned."""
        session = self._floor.session
        in_her_hands = session.who is not None and session.author == request.author and not session.turned
        return asked == self._asked and in_her_hands

    @Slot()
    def _on_turned(self) -> None:
        """To a card or to another place: whatever was asked for before that is not wanted any more."""
        self._asked += 1

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if not set(changes.records) <= QUIET:
            self._changes += 1
