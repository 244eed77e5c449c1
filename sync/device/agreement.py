"""When a device and its hub meet: continue from what the hub holds, with clocks that it accepts."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.clock import FUTURE_LIMIT_MS, Clock, Stamp, instant_of
from sync.collection import Registry
from sync.device import schema
from sync.device.outbox import WAITING, RecordState
from sync.device.state import Fact, get_number, put

_box = schema.outbox.c
_fields = msgspec.json.Decoder(dict[str, Any])


def follow(connection: sa.Connection, clock: Clock, hub_now: int) -> None:
    """Set the clock by the hub's, over a restart too."""
    clock.correct(hub_now)
    put(connection, Fact.CLOCK_OFFSET, clock.offset)


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
    floor = 0 if _went_back(connection, last_dseq) else last_dseq
    query = sa.select(_box.position, _box.dseq).where(WAITING, _box.dseq > floor)
    rows = connection.execute(query.order_by(_box.dseq)).all()
    wanted = range(last_dseq + 1, last_dseq + 1 + len(rows))
    if [row.dseq for row in rows] != list(wanted):
        _renumber(connection, [row.position for row in rows], wanted)
    put(connection, Fact.LAST_DSEQ, wanted.stop - 1)


def _went_back(connection: sa.Connection, last_dseq: int) -> bool:
    """Whether this device lost writes that the hub has: its file is an old one, or its disk had lied.

    Its count is behind, or it has written on since: then a number that the hub has stands here for a write
    that was never sent.
    """
    if get_number(connection, Fact.LAST_DSEQ) < last_dseq:
        return True
    unsent = sa.select(_box.position).where(_box.state == RecordState.SAVED_HERE, _box.dseq <= last_dseq)
    return connection.execute(unsent.limit(1)).first() is not None


def restamp(
    connection: sa.Connection, registry: Registry, clock: Clock, hub_now: int, shift: int = 0
) -> None:
    """Give waiting writes that were stamped by a clock in the future new stamps, in their order.

    `shift` is by how much that clock was wrong: the instants that it filled in are put right too.
    """
    limit = str(Stamp(hub_now + FUTURE_LIMIT_MS + 1))
    first = connection.execute(sa.select(sa.func.min(_box.dseq)).where(WAITING, _box.stamp >= limit)).scalar()
    if first is None:
        return
    query = sa.select(_box.position, _box.collection, _box.record_id, _box.fields, _box.stamp)
    waiting = connection.execute(query.where(WAITING, _box.dseq >= first).order_by(_box.dseq)).all()
    stamps = [{"b_position": row.position, "stamp": clock.stamp()} for row in waiting]
    connection.execute(
        schema.outbox.update()
        .where(_box.position == sa.bindparam("b_position"))
        .values(stamp=sa.bindparam("stamp")),
        stamps,
    )
    for row in waiting if shift < 0 else ():
        _put_right(connection, registry, row, hub_now, shift)


def _put_right(connection: sa.Connection, registry: Registry, row: sa.Row, hub_now: int, shift: int) -> None:
    """What the wrong clock said of the moment of the write, in the write and in the record itself.

    What lies beyond that moment somebody chose, such as the hour of an appointment.
    """
    collection, fields = registry.get(row.collection), _fields.decode(row.fields)
    if collection is None:
        return
    table, latest = collection.table, instant_of(row.stamp) + FUTURE_LIMIT_MS
    wrong = {
        name: fields[name] + shift
        for name in registry.instants(table) & fields.keys()
        if isinstance(fields[name], int) and hub_now + FUTURE_LIMIT_MS < fields[name] <= latest
    }
    if not wrong:
        return
    connection.execute(table.update().where(table.c.id == row.record_id).values(wrong))
    content = msgspec.json.encode(fields | wrong)
    connection.execute(schema.outbox.update().where(_box.position == row.position).values(fields=content))


def _renumber(connection: sa.Connection, positions: Sequence[int], numbers: Iterable[int]) -> None:
    update = schema.outbox.update().where(_box.position == sa.bindparam("b_position"))
    pairs = [{"b_position": p, "dseq": n} for p, n in zip(positions, numbers, strict=True)]
    connection.execute(update.values(dseq=None), [{"b_position": p} for p in positions])
    connection.execute(update.values(dseq=sa.bindparam("dseq")), pairs)
