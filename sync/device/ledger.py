"""What this device recorded and how far each record is: saved here, sent, confirmed, set aside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.batches import batches
from sync.device import schema
from sync.device.outbox import RecordState
from sync.errors import Code

_box = schema.outbox.c
_states = (
    sa.select(_box.record_id, sa.func.max(_box.state))
    .where(
        _box.collection == sa.bindparam("of"),
        _box.record_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
    )
    .group_by(_box.record_id)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record; of several writes to it, the one that needs most attention counts."""

    collection: str
    record_id: str
    recorded_at: int
    """Of its newest write."""
    state: RecordState
    code: Code | None
    """Why the hub refused it, None unless set aside."""
    message: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Records written here since an instant, newest first, and how many stand where."""

    entries: tuple[Entry, ...]
    recorded: int
    sent: int
    """On their way: pushed, not answered yet."""
    confirmed: int
    set_aside: int

    @property
    def waiting(self) -> int:
        """Not confirmed and not set aside."""
        return self.recorded - self.confirmed - self.set_aside


def ledger(connection: sa.Connection, since_ms: int, quiet: Collection[str] = ()) -> Ledger:
    """Without what stands in the `quiet` collections."""
    query = (
        sa.select(
            _box.collection,
            _box.record_id,
            sa.func.max(_box.recorded_at).label("recorded_at"),
            sa.func.max(_box.state).label("state"),
            sa.func.max(_box.code).label("code"),
            sa.func.max(_box.message).label("message"),
        )
        .where(_box.recorded_at >= since_ms, _box.collection.not_in(quiet))
        .group_by(_box.collection, _box.record_id)
        .order_by(sa.desc("recorded_at"), sa.func.max(_box.position).desc())
    )
    entries = tuple(_entry(row) for row in connection.execute(query))
    states = [entry.state for entry in entries]
    return Ledger(
        entries=entries,
        recorded=len(entries),
        sent=states.count(RecordState.SENT),
        confirmed=states.count(RecordState.CONFIRMED),
        set_aside=states.count(RecordState.SET_ASIDE),
    )


def states(connection: sa.Connection, collection: str, ids: Sequence[str]) -> dict[str, RecordState]:
    """Where each record stands; one that was not written here came from the hub and is confirmed."""
    found = dict.fromkeys(ids, RecordState.CONFIRMED)
    for some in batches(ids):
        rows = connection.execute(_states, {"of": collection, "ids": some})
        found |= {record_id: RecordState(state) for record_id, state in rows}
    return found


def _entry(row: sa.Row[Any]) -> Entry:
    code = Code(row.code) if row.code else None
    state = RecordState(row.state)
    return Entry(row.collection, row.record_id, row.recorded_at, state, code, row.message or "")
