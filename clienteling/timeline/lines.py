"""The rows of the timeline, from every table that holds a piece of it, newest first and without end."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from clienteling.consents.tables import consent
from clienteling.consents.values import How
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.notes.tables import note
from clienteling.notes.values import Visibility
from clienteling.promises.tables import promise
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.timeline.tables import event
from clienteling.timeline.values import EntryKind
from clienteling.vocabulary import Channel, Correction, known

Position = tuple[int, str]
"""Instant and id of a record: where one page ends and the next begins."""
NEWEST: Position = (2**62, "")


@dataclass(frozen=True, slots=True)
class Line:
    """One record, not yet in words."""

    kind: EntryKind
    channel: Channel
    row: sa.Row

    @property
    def position(self) -> Position:
        return self.row.at, self.row.id


@dataclass(frozen=True, slots=True)
class _Source:
    kind: EntryKind
    query: sa.Select
    at: sa.ColumnElement[int]
    id: sa.ColumnElement[str]
    channel: Callable[[sa.Row], Channel]


def lines(
    conn: sa.Connection,
    customer_id: str,
    reader_id: str,
    *,
    channel: Channel | None,
    before: Position,
    at_once: int,
) -> Iterator[Line]:
    """Newest first; each table is read `at_once` rows at a time."""
    sources = _sources(customer_id, reader_id, channel)
    streams = [_stream(conn, source, before, at_once) for source in sources]
    merged = heapq.merge(*streams, key=lambda line: line.position, reverse=True)
    return (line for line in merged if channel is None or line.channel is channel)


def _stream(conn: sa.Connection, source: _Source, before: Position, at_once: int) -> Iterator[Line]:
    while True:
        query = (
            source.query.where(sa.tuple_(source.at, source.id) < sa.tuple_(*before))
            .order_by(source.at.desc(), source.id.desc())
            .limit(at_once)
        )
        rows = conn.execute(query).all()
        for row in rows:
            yield Line(source.kind, source.channel(row), row)
        if len(rows) < at_once:
            return
        before = (rows[-1].at, rows[-1].id)


def _sources(customer_id: str, reader_id: str, channel: Channel | None) -> list[_Source]:
    """Of the tables whose channel is fixed by the filter, only those that can hold it."""
    sources = [_events(customer_id, channel), _promises(customer_id)]
    if channel in {None, Channel.SHOP, Channel.CALL}:
        sources.append(_interactions(customer_id))
    if channel in {None, Channel.SHOP}:
        sources.append(_notes(customer_id, reader_id))
    if channel in {None, Channel.SHOP, Channel.WEB}:
        sources.append(_consents(customer_id))
    return sources


def _events(customer_id: str, channel: Channel | None) -> _Source:
    query = sa.select(event).where(event.c.customer_id == customer_id)
    if channel is not None:
        query = query.where(event.c.channel == channel.value)
    return _Source(
        EntryKind.EVENT,
        query,
        event.c.at,
        event.c.id,
        lambda row: known(Channel, row.channel, Channel.WEB),
    )


def _interactions(customer_id: str) -> _Source:
    query = _recorded(interaction).where(interaction.c.customer_id == customer_id)
    return _Source(
        EntryKind.INTERACTION,
        query,
        interaction.c.at,
        interaction.c.id,
        lambda row: Channel.CALL if row.kind == InteractionKind.CALL else Channel.SHOP,
    )


def _notes(customer_id: str, reader_id: str) -> _Source:
    readers_store = sa.select(associate.c.store_id).where(associate.c.id == reader_id).scalar_subquery()
    readable = sa.or_(
        note.c.visibility == Visibility.EVERYBODY.value,
        note.c.associate_id == reader_id,
        sa.and_(note.c.visibility == Visibility.STORE.value, note.c.store_id == readers_store),
    )
    query = _recorded(note).where(note.c.customer_id == customer_id, readable)
    return _Source(EntryKind.NOTE, query, note.c.at, note.c.id, lambda _: Channel.SHOP)


def _consents(customer_id: str) -> _Source:
    query = _recorded(consent).where(consent.c.customer_id == customer_id)
    return _Source(
        EntryKind.CONSENT,
        query,
        consent.c.at,
        consent.c.id,
        lambda row: Channel.WEB if row.how == How.ONLINE else Channel.SHOP,
    )


def _promises(customer_id: str) -> _Source:
    return _Source(
        EntryKind.PROMISE,
        _PROMISED.where(promise.c.customer_id == customer_id),
        promise.c.made_at,
        promise.c.id,
        lambda row: known(Channel, row.channel, Channel.SHOP),
    )


@lru_cache
def _recorded(table: sa.Table) -> sa.Select:
    """Facts that associates record: with who and where, and with what became of them."""
    later = table.alias(f"later_{table.name}")
    became = (
        sa.select(later.c.correction)
        .where(later.c.corrects == table.c.id)
        .correlate(table)
        .limit(1)
        .scalar_subquery()
    )
    return (
        sa.select(
            table,
            became.label("became"),
            associate.c.given_name.label("associate_name"),
            store.c.name.label("store_name"),
        )
        .outerjoin_from(table, associate, associate.c.id == table.c.associate_id)
        .outerjoin(store, store.c.id == table.c.store_id)
        .where(
            table.c.correction != Correction.UNDONE.value,
            sa.func.coalesce(became, "") != Correction.CHANGED.value,
        )
    )


_PROMISED = (
    sa.select(
        promise,
        promise.c.made_at.label("at"),
        promise.c.made_by.label("associate_id"),
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        associate.c.given_name.label("associate_name"),
        store.c.name.label("store_name"),
    )
    .outerjoin_from(promise, customer, customer.c.id == promise.c.customer_id)
    .outerjoin(associate, associate.c.id == promise.c.made_by)
    .outerjoin(store, store.c.id == promise.c.store_id)
)
