"""What the rules propose: as stock and consents move, and once a day what time alone brings."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from itertools import islice
from typing import Protocol

import sqlalchemy as sa

from clienteling.hub.bookmark import Bookmark, Passage
from clienteling.hub.tasks import after_purchase, back_in_stock, birthdays, lapsing
from clienteling.hub.tasks.letting_go import let_go
from clienteling.hub.tasks.proposal import Proposal, put_down
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.stores.queries import Store, stores
from sync.batches import batches
from sync.hub.history import History
from sync.hub.writer import HubWriter
from sync.instants import Now

_BOOKMARK = Bookmark("tasks", ("stock_level", "consent", "customer_insight"), 500)
AT_ONCE = 50
"""Tasks in one transaction, so that nobody waits for it."""


class HubStore(Protocol):
    """As much of the hub's store as this needs."""

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...

    def known(self) -> History: ...


class Rounds:
    def __init__(self, store: HubStore, settings: TaskSettings, now: Now) -> None:
        self._store = store
        self._settings = settings
        self._now = now

    def catch_up(self) -> None:
        while self.step():
            pass

    def step(self) -> bool:
        """Whether something may be left."""
        known = self._store.known()
        with self._store.read() as conn:
            passage = _BOOKMARK.ahead(conn, known)
            come_in = self._come_in(conn, passage)
        if passage.ends:
            return False
        with self._store.write() as writer:
            if _BOOKMARK.turn(writer, passage):
                put_down(writer, come_in)
                _let_go(writer, passage)
        return True

    def daily(self) -> int:
        """How many were put down. Done twice on one day it puts down nothing new."""
        with self._store.write() as writer:
            writer.alone(_BOOKMARK.name)
            let_go(writer)
        with self._store.read() as conn:
            shops = stores(conn)
        return sum(self._put(shop) for shop in shops)

    def _put(self, shop: Store) -> int:
        now = self._now()
        with self._store.read() as conn:
            due = [
                *after_purchase.proposals(conn, shop, self._settings, now),
                *birthdays.proposals(conn, shop, self._settings, now),
            ]
            overdue = list(islice(lapsing.proposals(conn, shop, now), 20 * AT_ONCE))
        made = sum(self._write(some) for some in batches(due, AT_ONCE))
        return made + self._win_back(shop, overdue)

    def _write(self, proposals: Iterable[Proposal]) -> int:
        with self._store.write() as writer:
            writer.alone(_BOOKMARK.name)
            return put_down(writer, proposals)

    def _win_back(self, shop: Store, proposals: Iterable[Proposal]) -> int:
        made = 0
        with self._store.write() as writer:
            writer.alone(_BOOKMARK.name)
            room = lapsing.room(writer.connection, shop, self._settings)
            for proposal in proposals:
                if made >= room:
                    break
                made += put_down(writer, [proposal])
        return made

    def _come_in(self, conn: sa.Connection, passage: Passage) -> list[Proposal]:
        """Looked up before the lock is taken: a night's stock moves every level."""
        levels = {moved.record_id for moved in passage.moved if moved.collection == "stock_level"}
        return list(back_in_stock.proposals(conn, levels, self._settings, self._now()))


def _let_go(writer: HubWriter, passage: Passage) -> None:
    whose = {moved.group_id for moved in passage.moved if moved.group_id}
    for some in batches(sorted(whose)):
        let_go(writer, some)
