"""The device's writes on their way to the hub: appended with the record itself, pushed in order, answered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.collection import Registry
from sync.device import driver, schema
from sync.device.compare.doubts import note_answered
from sync.device.state import Fact, get, get_number, put
from sync.errors import Code
from sync.merge import State, written
from sync.wire import EVERYTHING, NOTHING_SEEN, QueuedRecord, Status, Verdict

_box = schema.outbox.c
_fields = msgspec.json.Decoder(dict[str, Any])
_seen = msgspec.json.Decoder(dict[str, dict[str, str]])


class RecordState(IntEnum):
    """Where a record stands on its way; the highest of its writes counts."""

    CONFIRMED = 0
    SENT = 1
    SAVED_HERE = 2
    SET_ASIDE = 3


Key = tuple[str, str]
WAITING = sa.literal_column("(state > 0 AND state < 3)", sa.Boolean)
# What is open is found by its index only where a statement says `state > 0`, in these very words.
_APPEND = """
    INSERT INTO sync_outbox
    (dseq, collection, record_id, group_id, fields, stamp, seen, new, recorded_at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 2)
"""
_PENDING = """
    SELECT dseq, collection, record_id, fields, stamp, seen, new FROM sync_outbox
    WHERE state > 0 AND state < 3 AND dseq > ? ORDER BY dseq LIMIT ?
"""
_ALL = -1
"""As a limit: none."""
_SENT = """
    UPDATE sync_outbox SET state = 1, sent_at = ? WHERE state > 0 AND state < 3 AND dseq BETWEEN ? AND ?
"""
_CONFIRMED = """
    UPDATE sync_outbox SET state = 0, answered_at = ?, code = NULL, message = NULL
    WHERE state > 0 AND state < 3 AND dseq BETWEEN ? AND ?
"""
_MISSING = """
    SELECT collection, record_id, position FROM sync_outbox WHERE state > 0 AND state = 3 AND code = ?
"""
_UNCONFIRMED = "SELECT collection, record_id FROM sync_outbox WHERE state > 0"
_PENDING_COUNT = "SELECT count(*) FROM sync_outbox WHERE state > 0 AND state < 3"
_SET_ASIDE = """
    SELECT DISTINCT collection, record_id FROM sync_outbox INDEXED BY ix_sync_outbox_open
    WHERE state > 0 AND state = 3
"""


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
    content, context = msgspec.json.encode(fields), msgspec.json.encode(seen)
    row = (_next_dseq(connection), *key, group, content, stamp, context, new, now)
    driver.rows(connection, _APPEND, row)


def waiting(connection: sa.Connection, *, after: int, count: int, size: int) -> list[QueuedRecord]:
    """The next writes to push: at most `count`, and about `size` bytes of fields."""
    batch: list[QueuedRecord] = []
    for dseq, collection, record_id, fields, stamp, seen, new in driver.rows(
        connection, _PENDING, (after, count)
    ):
        size -= len(fields)
        if batch and size < 0:
            break
        batch.append(
            QueuedRecord(
                dseq=dseq,
                collection=collection,
                id=record_id,
                body=msgspec.Raw(fields),
                stamp=stamp,
                rests=NOTHING_SEEN if seen == b"{}" else msgspec.Raw(seen),
                new=bool(new),
            )
        )
    return batch


def sent(connection: sa.Connection, batch: Sequence[QueuedRecord], now: int) -> None:
    """These are on their way."""
    if batch:
        driver.rows(connection, _SENT, (now, batch[0].dseq, batch[-1].dseq))


def answer(connection: sa.Connection, verdicts: Sequence[Verdict], now: int) -> None:
    """Enter the hub's answers: a refused write is set aside with its reason, the others are confirmed."""
    for verdict in verdicts:
        if verdict.status is Status.REJECTED:
            set_aside(connection, verdict.dseq, verdict.code or Code.INTERNAL, verdict.message, now)
    confirmed = sorted(v.dseq for v in verdicts if v.status is not Status.REJECTED)
    driver.run_each(connection, _CONFIRMED, [(now, first, last) for first, last in _runs(confirmed)])
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
    arrived = [
        position
        for *key, position in driver.rows(connection, _MISSING, (Code.MISSING_RECORD.value,))
        if tuple(key) in keys
    ]
    return sum(retry(connection, _box.position == position) for position in arrived)


def overlays(connection: sa.Connection, registry: Registry) -> dict[Key, list[State]]:
    """Per record, the writes that the hub has not answered yet, oldest first."""
    pending: dict[Key, list[State]] = {}
    for _, name, record_id, fields, stamp, seen, new in driver.rows(connection, _PENDING, (0, _ALL)):
        collection = registry.get(name)
        if collection is not None:
            write = _fields.decode(fields), stamp, _seen.decode(seen)
            state = written(collection.rule, *write, new=bool(new))
            pending.setdefault((name, record_id), []).append(state)
    return pending


def unconfirmed(connection: sa.Connection) -> set[Key]:
    """The records with a write that the hub has not taken: waiting, sent or set aside."""
    return {(name, record_id) for name, record_id in driver.rows(connection, _UNCONFIRMED)}


def pending_count(connection: sa.Connection, without: Collection[str] = ()) -> int:
    """Writes that the hub has not answered, but for those to the named collections."""
    return driver.value(connection, _PENDING_COUNT + _not_in(without), tuple(without))


def set_aside_count(connection: sa.Connection, without: Collection[str] = ()) -> int:
    """Records, not writes: a person looks at each once."""
    return len(driver.rows(connection, _SET_ASIDE + _not_in(without), tuple(without)))


def prune(connection: sa.Connection, before: int) -> None:
    """Drop confirmed writes answered before that instant."""
    connection.execute(
        schema.outbox.delete().where(_box.state == RecordState.CONFIRMED, _box.answered_at < before)
    )


def _not_in(names: Collection[str]) -> str:
    return f" AND collection NOT IN ({', '.join('?' * len(names))})" if names else ""


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
