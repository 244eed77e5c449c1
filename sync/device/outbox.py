"""The device's writes on their way to the hub: appended with the record itself, pushed in order, answered."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.clock import FUTURE_LIMIT_MS, Clock, Stamp
from sync.device import schema
from sync.device.state import Fact, get_number, put
from sync.errors import Code
from sync.merge import State, write
from sync.wire import PushedRecord, Status, Verdict

_box = schema.outbox.c
_fields = msgspec.json.Decoder(dict[str, Any])
_seen = msgspec.json.Decoder(dict[str, dict[str, str]])


class RecordState(IntEnum):
    """Where a record stands on its way; the highest of its writes counts."""

    CONFIRMED = 0
    SENT = 1
    SAVED_HERE = 2
    SET_ASIDE = 3


_waiting = _box.state.between(RecordState.SENT, RecordState.SAVED_HERE)
Key = tuple[str, str]


def append(
    connection: sa.Connection,
    *,
    key: Key,
    fields: Mapping[str, Any],
    stamp: str,
    seen: Mapping[str, Mapping[str, str]],
    new: bool,
    now: int,
) -> None:
    """Enter one write; its number continues the device's count without a gap."""
    row = {
        "dseq": _next_dseq(connection),
        "collection": key[0],
        "record_id": key[1],
        "fields": msgspec.json.encode(fields),
        "stamp": stamp,
        "seen": msgspec.json.encode(seen),
        "new": new,
        "state": RecordState.SAVED_HERE,
        "recorded_at": now,
    }
    connection.execute(schema.outbox.insert(), row)


def take(connection: sa.Connection, *, after: int, count: int, size: int, now: int) -> list[PushedRecord]:
    """The next writes to push, now marked as sent: at most `count`, and about `size` bytes of fields."""
    query = _pending().where(_box.dseq > after).order_by(_box.dseq).limit(count)
    batch: list[sa.Row[Any]] = []
    for row in connection.execute(query):
        size -= len(row.fields)
        if batch and size < 0:
            break
        batch.append(row)
    if batch:
        connection.execute(
            schema.outbox.update()
            .where(_box.dseq.between(batch[0].dseq, batch[-1].dseq), _waiting)
            .values(state=RecordState.SENT, sent_at=now)
        )
    return [_pushed(row) for row in batch]


def answer(connection: sa.Connection, verdicts: Sequence[Verdict], now: int) -> None:
    """Enter the hub's answers: a refused write is set aside with its reason, the others are confirmed."""
    for verdict in verdicts:
        if verdict.status is Status.REJECTED:
            set_aside(connection, verdict.dseq, verdict.code or Code.INTERNAL, verdict.message, now)
    confirmed = [{"b_dseq": v.dseq} for v in verdicts if v.status is not Status.REJECTED]
    if confirmed:
        statement = schema.outbox.update().where(_box.dseq == sa.bindparam("b_dseq"), _waiting)
        connection.execute(
            statement.values(state=RecordState.CONFIRMED, answered_at=now, code=None, message=None), confirmed
        )


def set_aside(connection: sa.Connection, dseq: int, code: Code, message: str, now: int) -> None:
    """Take a write out of the queue, with the reason, so that the rest flow on."""
    connection.execute(
        schema.outbox.update()
        .where(_box.dseq == dseq, _waiting)
        .values(state=RecordState.SET_ASIDE, dseq=None, answered_at=now, code=code.value, message=message)
    )


def retry(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> int:
    """Queue set-aside writes again, behind all others. Returns how many."""
    query = (
        sa.select(_box.position)
        .where(_box.state == RecordState.SET_ASIDE, *conditions)
        .order_by(_box.position)
    )
    positions = connection.execute(query).scalars().all()
    for position in positions:
        connection.execute(
            schema.outbox.update()
            .where(_box.position == position)
            .values(
                state=RecordState.SAVED_HERE,
                dseq=_next_dseq(connection),
                code=None,
                message=None,
                sent_at=None,
            )
        )
    return len(positions)


def retry_missing(connection: sa.Connection, keys: set[Key]) -> int:
    """Queue again what was refused only because its record was not there, now that it is."""
    missing = _box.code == Code.MISSING_RECORD.value
    rows = connection.execute(
        sa.select(_box.position, _box.collection, _box.record_id).where(
            _box.state == RecordState.SET_ASIDE, missing
        )
    )
    arrived = [row.position for row in rows if (row.collection, row.record_id) in keys]
    return sum(retry(connection, _box.position == position) for position in arrived)


def overlays(connection: sa.Connection) -> dict[Key, list[State]]:
    """Per record, the writes that the hub has not answered yet, oldest first."""
    pending: dict[Key, list[State]] = {}
    for row in connection.execute(_pending().order_by(_box.dseq)):
        state = write(_fields.decode(row.fields), row.stamp, _seen.decode(row.seen))
        pending.setdefault((row.collection, row.record_id), []).append(state)
    return pending


def agree(connection: sa.Connection, last_dseq: int) -> None:
    """Continue from the newest write that the hub holds.

    What the hub once confirmed and has lost (it was restored from a backup) is pushed again. Where the
    numbers then would not follow the hub's without a gap, the queue is numbered anew: the hub knows a
    repeated record by its id and clock, not by its number.
    """
    connection.execute(
        schema.outbox.update()
        .where(_box.dseq > last_dseq, _box.state == RecordState.CONFIRMED)
        .values(state=RecordState.SAVED_HERE)
    )
    behind = get_number(connection, Fact.LAST_DSEQ) < last_dseq
    floor = 0 if behind else last_dseq
    query = sa.select(_box.position, _box.dseq).where(_waiting, _box.dseq > floor)
    rows = connection.execute(query.order_by(_box.dseq)).all()
    wanted = range(last_dseq + 1, last_dseq + 1 + len(rows))
    if [row.dseq for row in rows] != list(wanted):
        _renumber(connection, [row.position for row in rows], wanted)
    put(connection, Fact.LAST_DSEQ, wanted.stop - 1)


def restamp(connection: sa.Connection, clock: Clock, hub_now: int) -> None:
    """Give waiting writes that were stamped by a clock in the future new stamps, in their order."""
    limit = str(Stamp(hub_now + FUTURE_LIMIT_MS + 1))
    first = connection.execute(
        sa.select(sa.func.min(_box.dseq)).where(_waiting, _box.stamp >= limit)
    ).scalar()
    if first is None:
        return
    query = sa.select(_box.position).where(_waiting, _box.dseq >= first)
    stamps = [
        {"b_position": position, "stamp": clock.stamp()}
        for position in connection.execute(query.order_by(_box.dseq)).scalars()
    ]
    connection.execute(
        schema.outbox.update()
        .where(_box.position == sa.bindparam("b_position"))
        .values(stamp=sa.bindparam("stamp")),
        stamps,
    )


def pending_count(connection: sa.Connection) -> int:
    query = sa.select(sa.func.count()).select_from(schema.outbox).where(_waiting)
    return connection.execute(query).scalar_one()


def prune(connection: sa.Connection, before: int) -> None:
    """Drop confirmed writes answered before that instant."""
    connection.execute(
        schema.outbox.delete().where(_box.state == RecordState.CONFIRMED, _box.answered_at < before)
    )


def _pending() -> sa.Select[Any]:
    return sa.select(schema.outbox).where(_waiting)


def _next_dseq(connection: sa.Connection) -> int:
    dseq = get_number(connection, Fact.LAST_DSEQ) + 1
    put(connection, Fact.LAST_DSEQ, dseq)
    return dseq


def _renumber(connection: sa.Connection, positions: Sequence[int], numbers: Iterable[int]) -> None:
    update = schema.outbox.update().where(_box.position == sa.bindparam("b_position"))
    pairs = [{"b_position": p, "dseq": n} for p, n in zip(positions, numbers, strict=True)]
    if pairs:
        connection.execute(update.values(dseq=None), [{"b_position": p} for p in positions])
        connection.execute(update.values(dseq=sa.bindparam("dseq")), pairs)


def _pushed(row: sa.Row[Any]) -> PushedRecord:
    return PushedRecord(
        dseq=row.dseq,
        collection=row.collection,
        id=row.record_id,
        fields=_fields.decode(row.fields),
        stamp=row.stamp,
        seen=_seen.decode(row.seen),
        new=row.new,
    )
