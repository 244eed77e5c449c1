"""The hub's answer is said wherever one is: in the shop that asked, and in the one whose piece it is."""

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from clienteling.wording import Wording
    from sync.changes import Changes

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """What this shop waits for, what others wait for here, and what to say of the difference."""

    asked: frozenset[str] = frozenset()
    to_put_aside: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    """Whose answer has been said."""
    news: tuple[str, ...] = ()


@dataclass(frozen=True)
class Touched:
    """Requests that changed since the last look, and since when somebody is here to be told."""

    ids: frozenset[str] = frozenset()
    since: int = 0


def read_standing(
    conn: "sa.Connection", *, store_id: str, before: Standing | None, touched: Touched, wording: "Wording"
) -> Standing:
    """What was asked and answered between two looks is news too."""
    from clienteling.reservations import queries, words
    from clienteling.reservations.values import Answer

    asked, ours = queries.asked_in(conn, store_id), queries.granted_elsewhere(conn, store_id)
    if before is None:
        return Standing(asked, ours)
    no_more = queries.by_ids(conn, sorted((before.asked | touched.ids) - asked - before.told))
    answered = [
        one
        for one in no_more
        if one.answer in {Answer.GRANTED, Answer.REFUSED}
        and (one.id in before.asked or (one.store_id == store_id and one.at >= touched.since))
    ]
    wanted = queries.by_ids(conn, sorted(ours - before.to_put_aside))
    news = [words.news(one, wording) for one in answered]
    told = before.told | {one.id for one in answered}
    return Standing(asked, ours, told, (*news, *(words.wanted(one, wording) for one in wanted)))


class Answers(QObject):
    """What was answered before somebody signed in is not said: it stands on the cards, and in the list."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._standing: Standing | None = None
        self._touched = Touched()
        self._looking = self._again = False
        floor.session.changed.connect(self._begin)
        floor.changes.changed.connect(self._on_changes)
        self._begin()

    @Slot()
    def _begin(self) -> None:
        self._standing = None
        self._touched = Touched(since=self._floor.now())
        self._look()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("reservation"):
            self._touched = replace(self._touched, ids=self._touched.ids | changes.records["reservation"])
            self._look()

    def _look(self) -> None:
        """One look after the other: each is compared with the one before it."""
        who = self._floor.session.who
        self._again = self._looking
        if who is not None and not self._looking:
            self._looking = True
            query = partial(
                read_standing,
                store_id=who.store_id,
                before=self._standing,
                touched=self._touched,
                wording=self._floor.language.wording,
            )
            self._touched = replace(self._touched, ids=frozenset())
            self._floor.read(query, self._take, self._failed)

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        if standing.news:
            self._floor.toasts.show(" ".join(standing.news))
        self._go_on()

    def _failed(self, error: Exception) -> None:
        log.error("What was answered was not read", exc_info=error)
        self._go_on()

    def _go_on(self) -> None:
        self._looking = False
        if self._again:
            self._look()
