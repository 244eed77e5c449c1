"""A card that somebody at a counter linked becomes a name of hers: files and sources find her by it."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.cards.tables import card_link
from clienteling.customers.tables import identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.bookmark import Bookmark
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity.known import KnownNames
from clienteling.vocabulary import Correction
from sync.batches import batches
from sync.hub.store import HubStore
from sync.hub.writer import HubWriter

_BOOKMARK = Bookmark("cards", (card_link.name,), 500)


def catch_up(store: HubStore) -> None:
    """All that was linked, or taken back, since the last time."""
    while _step(store):
        pass


def _step(store: HubStore) -> bool:
    known = store.known()
    with store.read() as conn:
        passage = _BOOKMARK.ahead(conn, known)
    if passage.ends:
        return False
    with store.write() as writer:
        if _BOOKMARK.turn(writer, passage):
            _name(writer, [one.record_id for one in passage.moved])
    return True


def _name(writer: HubWriter, link_ids: Sequence[str]) -> None:
    """The name has its link's id, so that what takes the link back finds it, and it alone."""
    for some in batches(sorted(set(link_ids))):
        links = writer.connection.execute(sa.select(card_link).where(card_link.c.id.in_(some))).all()
        for row in sorted(links, key=lambda row: row.at or 0):
            if row.correction == Correction.UNDONE:
                _unname(writer, row.corrects)
            elif not _taken_back(writer, row.id):
                _add(writer, row)


def _add(writer: HubWriter, row: sa.Row) -> None:
    """A number that somebody goes by already stays hers: of two people, tablets ask which."""
    hint = Hint(IdentifierKind.CARD, "", row.number)
    if KnownNames(writer).holds(hint) or _is_here(writer, row.id):
        return
    writer.insert(
        "identifier",
        {
            "id": row.id,
            "customer_id": row.customer_id,
            "kind": hint.kind,
            "source": hint.source,
            "value": hint.value,
            "verified": True,
            "linked_at": row.at,
        },
    )


def _unname(writer: HubWriter, link_id: str | None) -> None:
    if link_id and _is_here(writer, link_id):
        writer.remove("identifier", link_id)


def _is_here(writer: HubWriter, record_id: str) -> bool:
    query = sa.select(identifier.c.id).where(identifier.c.id == record_id)
    return writer.connection.execute(query).first() is not None


def _taken_back(writer: HubWriter, link_id: str) -> bool:
    query = sa.select(card_link.c.id).where(card_link.c.corrects == link_id)
    return writer.connection.execute(query).first() is not None
