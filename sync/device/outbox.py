"""The device's writes on their way to the hub: appended with the record itself, pushed in order, answered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.collection import Registry
from sync.device import schema
from sync.device.compare.doubts import note_answered
from sync.device.state import Fact, get, get_number, put
from sync.errors import Code
from sync.merge import State, written
from sync.wire import EVERYTHING, PushedRecord, Status, Verdict

_box = schema.outbox.c
_fields = msgspec.json.Decoder(dict[str, Any])
_seen = msgspec.json.Decoder(dict[str, dict[str, str]])


class RecordState(IntEnum):
    """Where a record stands on its way; the highest of its writes counts."""

    CONFIRMED = 0
    SENT = 1
    SAVED_HERE = 2
    SET_ASIDE = 3


WAITING = _box.state.between(RecordState.SENT, RecordState.SAVED_HERE)
Key = tuple[str, str]


def append(
    connection: sa.Connection,
    *,
    key: Key,
    group: str,
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
        "group_id": group,
        "fields": msgspec.json.encode(fields),
        "stamp": stamp,
        "seen": msgspec.json.encode(seen),
        "new": new,
        "state": RecordState.SAVED_HERE,
        "recorded_at": now,
    }
    connection.execute(schema.outbox.insert(), row)


def waiting(connection: sa.Connection, *, after: int, count: int, size: int) -> list[PushedRecord]:
    """The next writes to push: at most `count`, and about `size` bytes of fields."""
    query = _pending().where(_box.dseq > after).order_by(_box.dseq).limit(count)
    batch: list[PushedRecord] = []
    for row in connection.execute(query):
        size -= len(row.fields)
        if batch and size < 0:
            break
        batch.append(_pushed(row))
    return batch


def sent(connection: sa.Connection, batch: Sequence[PushedRecord], now: int) -> None:
    """These are on their way."""
    if batch:
        connection.execute(
            schema.outbox.update()
            .where(_box.dseq.between(batch[0].dseq, batch[-1].dseq), WAITING)
            .values(state=RecordState.SENT, sent_at=now)
        )


def answer(connection: sa.Connection, verdicts: Sequence[Verdict], now: int) -> None:
    """Enter the hub's answers: a refused write is set aside with its reason, the others are confirmed."""
    for verdict in verdicts:
        if verdict.status is Status.REJECTED:
            set_aside(connection, verdict.dseq, verdict.code or Code.INTERNAL, verdict.message, now)
    confirmed = sorted(v.dseq for v in verdicts if v.status is not Status.REJECTED)
    statement = schema.outbox.update().values(
        state=RecordState.CONFIRMED, answered_at=now, code=None, message=None
    )
    for first, last in _runs(confirmed):
        connection.execute(statement.where(_box.dseq.between(first, last), WAITING))
    if confirmed and get(connection, Fact.HOLDS) not in {"", EVERYTHING}:
        note_answered(connection, confirmed)


def set_aside(connection: sa.Connection, dseq: int, code: Code, message: str, now: int) -> None:
    """Take a write out of the queue, with the reason, so that the rest flow on."""
    connection.execute(
        schema.outbox.update()
        .where(_box.dseq == dseq, WAITING)
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


def overlays(connection: sa.Connection, registry: Registry) -> dict[Key, list[State]]:
    """Per record, the writes that the hub has not answered yet, oldest first."""
    pending: dict[Key, list[State]] = {}
    for row in connection.execute(_pending().order_by(_box.dseq)):
        collection = registry.get(row.collection)
        if collection is not None:
            fields, seen = _fields.decode(row.fields), _seen.decode(row.seen)
            state = written(collection.rule, fields, row.stamp, seen, new=row.new)
            pending.setdefault((row.collection, row.record_id), []).append(state)
    return pending


def unconfirmed(connection: sa.Connection) -> set[Key]:
    """The records with a write that the hub has not taken: waiting, sent or set aside."""
    query = sa.select(_box.collection, _box.record_id).where(_box.state > RecordState.CONFIRMED)
    return {(name, record_id) for name, record_id in connection.execute(query)}


def pending_count(connection: sa.Connection, without: Collection[str] = ()) -> int:
    """Writes that the hub has not answered, but for those to the named collections."""
    query = sa.select(sa.func.count()).select_from(schema.outbox).where(WAITING)
    if without:
        query = query.where(_box.collection.not_in(without))
    return connection.execute(query).scalar_one()


def set_aside_count(connection: sa.Connection, without: Collection[str] = ()) -> int:
    """Records, not writes: a person looks at each once."""
    aside = _box.state == RecordState.SET_ASIDE, _box.collection.not_in(without)
    refused = sa.select(_box.collection, _box.record_id).where(*aside).distinct()
    return connection.execute(sa.select(sa.func.count()).select_from(refused.subquery())).scalar_one()


def prune(connection: sa.Connection, before: int) -> None:
    """Drop confirmed writes answered before that instant."""
    connection.execute(
        schema.outbox.delete().where(_box.state == RecordState.CONFIRMED, _box.answered_at < before)
    )


def _pending() -> sa.Select[Any]:
    return sa.select(schema.outbox).where(WAITING)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of those that follow each other, of numbers in their order."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


def _next_dseq(connection: sa.Connection) -> int:
    dseq = get_number(connection, Fact.LAST_DSEQ) + 1
    put(connection, Fact.LAST_DSEQ, dseq)
    return dseq


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
