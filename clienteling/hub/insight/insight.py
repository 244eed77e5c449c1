"""Goes along the feed and brings what is deduced after it: of each customer, and of what goes together."""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa

from clienteling.consents.tables import consent
from clienteling.customers.aliases import Her, together
from clienteling.customers.tables import customer_alias, preference
from clienteling.hub.bookmark import Bookmark, Passage
from clienteling.hub.insight import counting, people
from clienteling.hub.insight.together import tell
from clienteling.interactions.tables import interaction
from clienteling.timeline.tables import event
from sync.batches import batches
from sync.hub.history import History
from sync.hub.writer import HubWriter

_WATCHED = (event.name, interaction.name, consent.name, preference.name, customer_alias.name)
_BOOKMARK = Bookmark("insight", _WATCHED, 500)
ALONE = "goes_with"


class Store(Protocol):
    """As much of the hub's store as this needs."""

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...

    def known(self) -> History: ...


class Insight:
    def __init__(self, store: Store) -> None:
        self._store = store

    def catch_up(self) -> None:
        """Everybody of whom something was recorded, or taken away, since the last time."""
        while self.step():
            pass

    def tell(self) -> None:
        """What changes by many receipts, or by time alone."""
        with self._store.write() as writer:
            writer.alone(ALONE)
            tell(writer)
            due = people.due(writer.connection, writer.now)
        for some in batches(due):
            with self._store.write() as writer:
                writer.alone(_BOOKMARK.name)
                people.bring(writer, _people(writer.connection, some))

    def step(self) -> bool:
        """Whether something may be left."""
        known = self._store.known()
        with self._store.read() as conn:
            passage = _BOOKMARK.ahead(conn, known)
        if passage.ends:
            return False
        with self._store.write() as writer:
            if _BOOKMARK.turn(writer, passage):
                _follow(writer, passage)
        return True


def _follow(writer: HubWriter, passage: Passage) -> None:
    conn = writer.connection
    if passage.begins:
        counting.recount(conn)
    named, nobodys = _touched(conn, passage)
    hers = _people(conn, named)
    counting.count_people(conn, hers)
    counting.count_nobodys(conn, nobodys)
    people.bring(writer, hers)


def _people(conn: sa.Connection, ids: Collection[str]) -> list[Her]:
    """Each once."""
    return list({she.id: she for she in together(conn, ids).values()}.values())


def _touched(conn: sa.Connection, passage: Passage) -> tuple[set[str], set[str]]:
    """Ids of customers, and of interactions that are nobody's."""
    named = {moved.group_id for moved in passage.moved}
    named |= {moved.record_id for moved in passage.moved if moved.collection == customer_alias.name}
    here = {moved.record_id for moved in passage.moved if moved.collection == interaction.name}
    nobodys = {moved.record_id for moved in passage.moved if not moved.group_id} & here
    for whose, record_id in _corrected(conn, here):
        (named if whose else nobodys).add(whose or record_id)
    return named - {""}, nobodys


def _corrected(conn: sa.Connection, ids: Iterable[str]) -> Iterable[tuple[str | None, str]]:
    """Of the interactions that these correct: whose they were, and their ids."""
    earlier = interaction.alias("earlier")
    query = sa.select(earlier.c.customer_id, earlier.c.id).join_from(
        interaction, earlier, earlier.c.id == interaction.c.corrects
    )
    for some in batches(sorted(ids)):
        for row in conn.execute(query.where(interaction.c.id.in_(some))):
            yield row[0], row[1]
