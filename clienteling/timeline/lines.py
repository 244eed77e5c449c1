"""The rows of the timeline, from every table that holds a piece of it, newest first and without end."""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import sqlalchemy as sa

from clienteling.appointments.queries import APPOINTMENT
from clienteling.appointments.tables import appointment
from clienteling.cards.tables import card_link
from clienteling.consents.tables import consent
from clienteling.consents.values import How
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.notes.tables import note
from clienteling.notes.values import Visibility
from clienteling.outreach.tables import outreach, outreach_template
from clienteling.outreach.values import CHANNELS, Way
from clienteling.prepared import Prepared, Row
from clienteling.promises.tables import promise
from clienteling.reservations.queries import RESERVATION
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer
from clienteling.selections.tables import selection
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.tasks.queries import TASK
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskKind, TaskState
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
    row: Row

    @property
    def position(self) -> Position:
        return self.row.at, self.row.id


@dataclass(frozen=True, eq=False)
class _Source:
    """One table's part of a timeline. Making the statement costs more than running it: it is made once."""

    kind: EntryKind
    query: sa.Select
    at: sa.ColumnElement[int]
    id: sa.ColumnElement[str]
    channel: Callable[[sa.Row], Channel]

    @cached_property
    def statement(self) -> Prepared:
        position = sa.tuple_(sa.bindparam("at", type_=sa.BigInteger), sa.bindparam("last_id", type_=sa.Text))
        return Prepared(
            self.query.where(sa.tuple_(self.at, self.id) < position)
            .order_by(self.at.desc(), self.id.desc())
            .limit(sa.bindparam("at_once", type_=sa.Integer))
        )


def lines(
    conn: sa.Connection,
    ids: Sequence[str],
    reader_id: str,
    *,
    channel: Channel | None,
    before: Position,
    at_once: int,
) -> Iterator[Line]:
    """Newest first, of all of her `ids`; each table is read `at_once` rows at a time.

    Each id is read alone: an index has the rows of one in order, and those of several would be sorted.
    """
    asked = {"reader_id": reader_id, "channel": channel, "at_once": at_once}
    streams = [
        _stream(conn, source, {**asked, "customer_id": customer_id}, before)
        for source in _holding(conn, ids, _sources(channel))
        for customer_id in ids
    ]
    merged = heapq.merge(*streams, key=lambda line: line.position, reverse=True)
    return (line for line in merged if channel is None or line.channel is channel)


def _stream(
    conn: sa.Connection, source: _Source, asked: Mapping[str, object], before: Position
) -> Iterator[Line]:
    while True:
        at, last_id = before
        rows = source.statement.rows(conn, {**asked, "at": at, "last_id": last_id})
        for row in rows:
            yield Line(source.kind, source.channel(row), row)
        if len(rows) < asked["at_once"]:
            return
        before = (rows[-1].at, rows[-1].id)


def _sources(channel: Channel | None) -> list[_Source]:
    """Of the tables whose channel is fixed by the filter, only those that can hold it."""
    sources = [_EVENTS if channel is None else _EVENTS_OF_ONE_CHANNEL, _PROMISES]
    if channel in {None, Channel.SHOP, Channel.CALL}:
        sources += [_INTERACTIONS, _TASKS]
    if channel in {None, Channel.SHOP}:
        sources += [_NOTES, _RESERVATIONS, _APPOINTMENTS, _CARDS, _SELECTIONS]
    if channel in {None, Channel.SHOP, Channel.WEB}:
        sources.append(_CONSENTS)
    if channel is None or channel in CHANNELS.values():
        sources.append(_OUTREACH)
    return sources


def _holding(conn: sa.Connection, ids: Sequence[str], sources: Sequence[_Source]) -> list[_Source]:
    """Those that hold anything of her: one question costs less than an empty page of each."""
    held = _anything_of_hers().first(conn, {"ids": ids})
    return [source for source in sources if getattr(held, source.kind.name)]


@cache
def _anything_of_hers() -> Prepared:
    ids = sa.bindparam("ids", type_=sa.Text, expanding=True)
    tables = ((source.kind.name, source.id.table) for source in _sources(None))  # type: ignore[attr-defined]
    held = (sa.exists(sa.select(1).where(table.c.customer_id.in_(ids))).label(name) for name, table in tables)
    return Prepared(sa.select(*held))


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
            table.c.customer_id == _CUSTOMER,
            table.c.correction != Correction.UNDONE.value,
            sa.func.coalesce(became, "") != Correction.CHANGED.value,
        )
    )


def _readable() -> sa.ColumnElement[bool]:
    reader = sa.bindparam("reader_id", type_=sa.Text)
    readers_store = sa.select(associate.c.store_id).where(associate.c.id == reader).scalar_subquery()
    return sa.or_(
        note.c.visibility == Visibility.EVERYBODY.value,
        note.c.associate_id == reader,
        sa.and_(note.c.visibility == Visibility.STORE.value, note.c.store_id == readers_store),
    )


def _channel_told(row: sa.Row) -> Channel:
    return known(Channel, row.channel, Channel.WEB)


_CUSTOMER = sa.bindparam("customer_id", type_=sa.Text)
_EVENTS = _Source(
    EntryKind.EVENT,
    sa.select(event).where(event.c.customer_id == _CUSTOMER),
    event.c.at,
    event.c.id,
    _channel_told,
)
_EVENTS_OF_ONE_CHANNEL = _Source(
    EntryKind.EVENT,
    _EVENTS.query.where(event.c.channel == sa.bindparam("channel", type_=sa.Text)),
    event.c.at,
    event.c.id,
    _channel_told,
)
_INTERACTIONS = _Source(
    EntryKind.INTERACTION,
    _recorded(interaction),
    interaction.c.at,
    interaction.c.id,
    lambda row: Channel.CALL if row.kind == InteractionKind.CALL else Channel.SHOP,
)
_NOTES = _Source(
    EntryKind.NOTE, _recorded(note).where(_readable()), note.c.at, note.c.id, lambda _: Channel.SHOP
)
_CONSENTS = _Source(
    EntryKind.CONSENT,
    _recorded(consent),
    consent.c.at,
    consent.c.id,
    lambda row: Channel.WEB if row.how == How.ONLINE else Channel.SHOP,
)
_OUTREACH = _Source(
    EntryKind.OUTREACH,
    _recorded(outreach)
    .add_columns(outreach_template.c.words.label("template_words"))
    .outerjoin(outreach_template, outreach_template.c.id == outreach.c.template_id),
    outreach.c.at,
    outreach.c.id,
    lambda row: CHANNELS[known(Way, row.way, Way.EMAIL)],
)
_CARDS = _Source(EntryKind.CARD, _recorded(card_link), card_link.c.at, card_link.c.id, lambda _: Channel.SHOP)
_SELECTIONS = _Source(
    EntryKind.SELECTION,
    _recorded(selection),
    selection.c.at,
    selection.c.id,
    lambda _: Channel.SHOP,
)
_PROMISES = _Source(
    EntryKind.PROMISE,
    sa.select(
        promise,
        promise.c.made_at.label("at"),
        promise.c.made_by.label("associate_id"),
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        customer.c.id.label("stands_id"),
        associate.c.given_name.label("associate_name"),
        store.c.name.label("store_name"),
    )
    .outerjoin_from(promise, customer, customer.c.id == promise.c.customer_id)
    .outerjoin(associate, associate.c.id == promise.c.made_by)
    .outerjoin(store, store.c.id == promise.c.store_id)
    .where(promise.c.customer_id == _CUSTOMER),
    promise.c.made_at,
    promise.c.id,
    lambda row: known(Channel, row.channel, Channel.SHOP),
)
_RESERVATIONS = _Source(
    EntryKind.RESERVATION,
    # what was granted stands there as the promise that it became
    RESERVATION.where(reservation.c.customer_id == _CUSTOMER, reservation.c.answer != Answer.GRANTED.value),
    reservation.c.at,
    reservation.c.id,
    lambda _: Channel.SHOP,
)
_TASKS = _Source(
    EntryKind.TASK,
    TASK.add_columns(task.c.closed_at.label("at"), store.c.name.label("store_name"))
    .outerjoin(store, store.c.id == task.c.store_id)
    .where(task.c.customer_id == _CUSTOMER, task.c.state == TaskState.DONE.value),
    task.c.closed_at,
    task.c.id,
    lambda row: Channel.CALL if row.kind == TaskKind.CALL else Channel.SHOP,
)
_APPOINTMENTS = _Source(
    EntryKind.APPOINTMENT,
    APPOINTMENT.with_only_columns(
        *(column for column in APPOINTMENT.selected_columns if column.key != "at"),
        appointment.c.at.label("begins_at"),
        appointment.c.made_at.label("at"),
        maintain_column_froms=True,
    ).where(appointment.c.customer_id == _CUSTOMER),
    appointment.c.made_at,
    appointment.c.id,
    lambda _: Channel.SHOP,
)
