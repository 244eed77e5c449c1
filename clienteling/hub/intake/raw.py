"""Raw payloads: kept durably before they are answered, worked through afterwards, oldest first."""

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.hub.intake.naming import without
from clienteling.hub.intake.spelled import spelled_in
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from sync.hub.databases import bulk
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said, said
from sync.hub.writer import HubWriter
from sync.writer import Writer

LONGEST_PROBLEM = 500
LARGEST_LOAD = 4 * 1024 * 1024
"""Bytes of payloads that are worked through together."""


_WAITING = Said(
    lambda kind: (
        sa.select(raw_payload.c.id, raw_payload.c.body)
        .where(among(kind, raw_payload.c.id, "ids"), raw_payload.c.state == sa.bindparam("state"))
        .with_for_update(read=True)
    )
)
_KNOWN = Said(
    lambda kind: sa.select(raw_payload.c.state, raw_payload.c.id, raw_payload.c.digest).where(
        raw_payload.c.source == sa.bindparam("source"), among(kind, raw_payload.c.digest, "digests")
    )
)
_COLUMNS = ("id", "source", "call", "received_at", "body", "digest", "state")
_SET = said(
    sa.update(raw_payload)
    .where(raw_payload.c.id == sa.bindparam("raw_id"))
    .values(
        state=sa.bindparam("b_state"),
        problem=sa.bindparam("b_problem"),
        worked_at=sa.bindparam("b_worked_at"),
    )
)


class Raw(msgspec.Struct, frozen=True):
    id: str
    source: str
    call: str
    received_at: int
    body: bytes


class Coming(NamedTuple):
    """What is to be kept."""

    source: str
    call: str
    body: bytes
    stamp: str = ""
    """Another one makes the same bytes another payload."""


def keep(writer: HubWriter, some: Sequence[Coming]) -> None:
    """The same bytes sent again are not kept twice; if they failed, they are tried again.

    What did not change since it last came costs next to nothing.
    """
    waiting = {(one.source, digest_of(one.body, one.stamp)): one for one in some}
    for source in sorted({source for source, _ in waiting}):
        writer.alone(source)
        digests = bound(writer.connection, [digest for of, digest in waiting if of == source])
        for state, raw_id, digest in _KNOWN.rows(writer.connection, source=source, digests=digests):
            del waiting[source, digest]
            if state == RawState.FAILED:
                _set(writer.connection, raw_id, state=RawState.WAITING)
    rows = [
        (str(uuid7()), source, one.call, writer.now, one.body, digest, RawState.WAITING.value)
        for (source, digest), one in waiting.items()
    ]
    bulk.insert_rows(writer.connection, raw_payload, _COLUMNS, rows)


def digest_of(body: bytes, stamp: str = "") -> str:
    return hashlib.sha256(f"{stamp}\n".encode() + body if stamp else body).hexdigest()


def oldest_waiting(conn: sa.Connection, most: int = 1) -> list[Raw]:
    """In the order in which they came; at least one where there are any, and together not too large."""
    rows = conn.execute(
        sa.select(raw_payload)
        .where(raw_payload.c.state == RawState.WAITING)
        .order_by(raw_payload.c.received_at, raw_payload.c.id)
        .limit(most)
    )
    found: list[Raw] = []
    size = 0
    for row in rows:
        size += len(row.body)
        if found and size > LARGEST_LOAD:
            break
        found.append(Raw(row.id, row.source, row.call, row.received_at, row.body))
    return found


def whole(conn: sa.Connection, raws: Sequence[Raw]) -> set[str]:
    """The ids of those that still wait as they were read: whoever is erased meanwhile is taken out of them.

    Where several write at once, nobody is until this transaction ends.
    """
    bodies = {raw.id: raw.body for raw in raws}
    rows = _WAITING.rows(conn, ids=bound(conn, sorted(bodies)), state=RawState.WAITING.value)
    return {raw_id for raw_id, body in rows if body == bodies[raw_id]}


def erase(conn: sa.Connection, names: AbstractSet[str]) -> None:
    """Take out what these `names` name.

    Of what was worked through, the digest remains, by which it is known when it is sent again. What is
    still to be worked through keeps what concerns others.
    """
    hers = spelled_in(names)
    for row in conn.execute(sa.select(raw_payload.c.id, raw_payload.c.state, raw_payload.c.body)).all():
        if row.state != RawState.DONE:
            left = without(row.body, names)
        else:
            left = b"" if hers.search(row.body) else row.body
        if left != row.body:
            state = row.state if left else RawState.DONE
            changed = sa.update(raw_payload).where(raw_payload.c.id == row.id)
            conn.execute(changed.values(body=left, state=state))


def take_out(conn: sa.Connection, source: str, name: str, since: int, until: int) -> None:
    """Take the items that name this out of what the source sent in that time."""
    within = raw_payload.c.source == source, raw_payload.c.received_at.between(since, until)
    looked_for = name.encode()
    query = sa.select(raw_payload.c.id, raw_payload.c.body).where(*within)
    for row in conn.execute(query.execution_options(yield_per=100)).all():
        if looked_for in row.body:
            left = without(row.body, {name})
            changed = sa.update(raw_payload).where(raw_payload.c.id == row.id)
            conn.execute(
                changed.values(body=left) if left else changed.values(body=left, state=RawState.DONE)
            )


def done(writer: Writer, raw: Raw, set_aside: str) -> None:
    _set(writer.connection, raw.id, state=RawState.DONE, problem=set_aside, worked_at=writer.now)


def failed(writer: Writer, raw: Raw, problem: str) -> None:
    _set(writer.connection, raw.id, state=RawState.FAILED, problem=problem, worked_at=writer.now)


def replay(writer: Writer, source: str, since: int) -> int:
    """Have what was kept since then read once more: a newer version may understand more of it."""
    again = sa.update(raw_payload).where(
        raw_payload.c.source == source,
        raw_payload.c.received_at >= since,
        raw_payload.c.state != RawState.WAITING,
        sa.func.length(raw_payload.c.body) > 0,
    )
    return writer.connection.execute(again.values(state=RawState.WAITING, problem="")).rowcount


def forget_bodies(writer: Writer, before: int) -> int:
    """What came before then goes but for its digest, by which it is known when it is sent again."""
    old = sa.and_(
        raw_payload.c.received_at < before,
        raw_payload.c.state != RawState.WAITING,
        sa.func.length(raw_payload.c.body) > 0,
    )
    gone = sa.update(raw_payload).where(old).values(body=b"", state=RawState.DONE)
    return writer.connection.execute(gone).rowcount


def try_again(writer: Writer) -> None:
    """Everything that failed: a newer version may understand it."""
    writer.connection.execute(
        sa.update(raw_payload).where(raw_payload.c.state == RawState.FAILED).values(state=RawState.WAITING)
    )


def _set(conn: sa.Connection, raw_id: str, *, state: RawState, problem: str = "", worked_at: int = 0) -> None:
    _SET.run(
        conn,
        raw_id=raw_id,
        b_state=state.value,
        b_problem=problem[:LONGEST_PROBLEM],
        b_worked_at=worked_at or None,
    )
