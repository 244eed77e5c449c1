"""A shop has left a system, which asks that everything it ever told be deleted (Shopify's `shop/redact`).

Whom nobody but that source knew is erased as by her own wish. Of whom the shops know by other means goes
what the source told: its events and its names for her. Its payloads go, and how far it was asked.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer, identifier, preference
from clienteling.hub.goods.tables import foreign_level, foreign_product, foreign_variant, picture
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.importing.tables import imported_row
from clienteling.hub.intake.tables import raw_payload, taken_item
from clienteling.hub.privacy.requests import request
from clienteling.hub.sources.tables import source_position
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.privacy.values import PrivacyWish
from clienteling.promises.tables import promise
from clienteling.timeline.tables import event
from sync.batches import batches
from sync.hub.writer import HubWriter

PEOPLE_AT_ONCE = 50
RECORDS_AT_ONCE = 500
_OF_THE_SHOP = (interaction, note, promise, preference)
"""What only somebody in a shop writes."""


class Store(Protocol):
    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...


def leave(store: Store, source: str, until: int) -> None:
    """What came after `until` stays, for then the shop was back. Cut off, it is begun again."""
    with store.read() as conn:
        named = sa.select(identifier.c.customer_id).where(identifier.c.source == source)
        known = sorted({each for each in conn.scalars(named.distinct()) if each})
        hers_alone = [each for each in known if _is_known_by_it_alone(conn, each, source)]
    for some in batches(hers_alone, PEOPLE_AT_ONCE):
        with store.write() as writer:
            for customer_id in some:
                request(
                    writer, customer_id, PrivacyWish.ERASURE, source=source, source_id=f"left/{customer_id}"
                )
    _records(store, source, frozenset(hers_alone), until)
    with store.write() as writer:
        _beside(writer.connection, source, until)


def _is_known_by_it_alone(conn: sa.Connection, customer_id: str, source: str) -> bool:
    """Nothing in our tables says that a shop, or another source, has ever met her."""
    ids = ids_of(conn, customer_id)
    others = (
        sa.select(sa.literal(1)).where(event.c.customer_id.in_(ids), event.c.source != source),
        sa.select(sa.literal(1)).where(
            identifier.c.customer_id.in_(ids), identifier.c.source.not_in(("", source))
        ),
        sa.select(sa.literal(1)).where(imported_row.c.customer_id.in_(ids), imported_row.c.source != source),
        sa.select(sa.literal(1)).where(
            customer.c.id.in_(ids),
            sa.or_(customer.c.card_number != "", customer.c.home_store_id.is_not(None)),
        ),
        *(sa.select(sa.literal(1)).where(table.c.customer_id.in_(ids)) for table in _OF_THE_SHOP),
    )
    return all(conn.execute(query.limit(1)).first() is None for query in others)


def _records(store: Store, source: str, kept: frozenset[str], until: int) -> None:
    """Those of people who stay; whoever is erased takes hers along."""
    with store.read() as conn:
        told = sa.select(event.c.id, event.c.customer_id).where(event.c.source == source, event.c.at <= until)
        events = [row.id for row in conn.execute(told) if row.customer_id not in kept]
        linked = sa.select(identifier.c.id, identifier.c.customer_id).where(identifier.c.source == source)
        names = [row.id for row in conn.execute(linked) if row.customer_id not in kept]
    for some in batches(events, RECORDS_AT_ONCE):
        with store.write() as writer:
            writer.expire("event", some)
    for some in batches(names, RECORDS_AT_ONCE):
        with store.write() as writer:
            _forget_names(writer, some)


def _forget_names(writer: HubWriter, names: Sequence[str]) -> None:
    for name in names:
        writer.remove("identifier", name)


def _beside(conn: sa.Connection, source: str, until: int) -> None:
    """What only the hub keeps."""
    told = (waiting_event, stranger, imported_row, taken_item, source_position)
    for table in (*told, foreign_product, foreign_variant, foreign_level, picture):
        conn.execute(sa.delete(table).where(table.c.source == source))
    sent = sa.delete(raw_payload).where(raw_payload.c.source == source)
    conn.execute(sent.where(raw_payload.c.received_at <= until))
