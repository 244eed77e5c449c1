"""When a device and its hub meet: continue from what the hub holds, with clocks that it accepts."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from sync.clock import FUTURE_LIMIT_MS, Clock, Stamp
from sync.device import schema
from sync.device.outbox import WAITING, RecordState
from sync.device.state import Fact, get_number, put

_box = schema.outbox.c


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


def restamp(connection: sa.Connection, clock: Clock, hub_now: int) -> None:
    """Give waiting writes that were stamped by a clock in the future new stamps, in their order."""
    limit = str(Stamp(hub_now + FUTURE_LIMIT_MS + 1))
    first = connection.execute(sa.select(sa.func.min(_box.dseq)).where(WAITING, _box.stamp >= limit)).scalar()
    if first is None:
        return
    query = sa.select(_box.position).where(WAITING, _box.dseq >= first)
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


def _renumber(connection: sa.Connection, positions: Sequence[int], numbers: Iterable[int]) -> None:
    update = schema.outbox.update().where(_box.position == sa.bindparam("b_position"))
    pairs = [{"b_position": p, "dseq": n} for p, n in zip(positions, numbers, strict=True)]
    connection.execute(update.values(dseq=None), [{"b_position": p} for p in positions])
    connection.execute(update.values(dseq=sa.bindparam("dseq")), pairs)
