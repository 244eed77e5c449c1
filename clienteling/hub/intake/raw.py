"""Raw payloads: kept durably before they are answered, worked through afterwards, oldest first."""

import hashlib

import msgspec
import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from sync.hub.writer import HubWriter
from sync.writer import Writer

LONGEST_PROBLEM = 500


class Raw(msgspec.Struct, frozen=True):
    id: str
    source: str
    call: str
    received_at: int
    body: bytes


def keep(writer: HubWriter, source: str, call: str, body: bytes) -> None:
    """The same bytes sent again are not kept twice; if they failed, they are tried again."""
    digest = hashlib.sha256(body).hexdigest()
    writer.alone(digest)
    same = sa.and_(raw_payload.c.source == source, raw_payload.c.digest == digest)
    known = writer.connection.execute(sa.select(raw_payload.c.id, raw_payload.c.state).where(same)).first()
    if known is None:
        writer.connection.execute(
            sa.insert(raw_payload).values(
                id=str(uuid7()),
                source=source,
                call=call,
                received_at=writer.now,
                body=body,
                digest=digest,
                state=RawState.WAITING,
            )
        )
    elif known.state == RawState.FAILED:
        _set(writer.connection, known.id, state=RawState.WAITING)


def oldest_waiting(conn: sa.Connection) -> Raw | None:
    """In the order in which they came."""
    row = conn.execute(
        sa.select(raw_payload)
        .where(raw_payload.c.state == RawState.WAITING)
        .order_by(raw_payload.c.received_at, raw_payload.c.id)
        .limit(1)
    ).first()
    return None if row is None else Raw(row.id, row.source, row.call, row.received_at, row.body)


def done(writer: Writer, raw: Raw, set_aside: str) -> None:
    _set(writer.connection, raw.id, state=RawState.DONE, problem=set_aside, worked_at=writer.now)


def failed(writer: Writer, raw: Raw, problem: str) -> None:
    _set(writer.connection, raw.id, state=RawState.FAILED, problem=problem, worked_at=writer.now)


def try_again(writer: Writer) -> None:
    """Everything that failed: a newer version may understand it."""
    writer.connection.execute(
        sa.update(raw_payload).where(raw_payload.c.state == RawState.FAILED).values(state=RawState.WAITING)
    )


def _set(conn: sa.Connection, raw_id: str, *, state: RawState, problem: str = "", worked_at: int = 0) -> None:
    conn.execute(
        sa.update(raw_payload)
        .where(raw_payload.c.id == raw_id)
        .values(state=state, problem=problem[:LONGEST_PROBLEM], worked_at=worked_at or None)
    )
