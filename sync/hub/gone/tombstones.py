"""What is kept only so that devices hear of it: deleted records, groups that left, records that went over.

It is dropped when every active device has passed it and nobody sends again what was confirmed before it, and
at the latest after ninety days. Whoever comes from before what was dropped starts again.
"""

import sqlalchemy as sa

from sync.hub import schema
from sync.hub.databases.upsert import put
from sync.hub.gone import cursors
from sync.hub.scopes.members import member, moved
from sync.wire import SILENT_MS

_DAY_MS = 24 * 3_600_000
SENT_AGAIN_MS = 31 * _DAY_MS
"""Devices keep what was confirmed for thirty days, and send it again when the hub was restored."""
MARK_EVERY_MS = _DAY_MS

# How far the feed was at some instants.
mark = sa.Table(
    "sync_mark",
    schema.metadata,
    sa.Column("at", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
)

_feed = schema.feed.c
_mark = mark.c


def note(connection: sa.Connection, head: int, now: int) -> None:
    """Remember when the feed was how far, about once a day."""
    newest = connection.scalar(sa.select(sa.func.max(_mark.at)))
    if newest is None or not 0 <= now - newest < MARK_EVERY_MS:
        connection.execute(mark.delete().where(_mark.at >= now))
        put(connection, mark, [{"at": now, "seq": head}])


def drop(connection: sa.Connection, now: int) -> int:
    """Drop what nobody needs any more. Returns the newest position dropped, 0 where there was none."""
    upto = _needless(connection, now)
    gone = (
        (schema.feed, _feed.seq, _feed.hash.is_(None)),
        (member, member.c.seq, sa.and_(~member.c.held, member.c.visit <= now)),
        (moved, moved.c.seq, sa.true()),
    )
    newest = 0
    for table, seq, which in gone:
        where = sa.and_(seq <= upto, which)
        last = connection.scalar(sa.select(sa.func.max(seq)).where(where))
        if last is not None:
            connection.execute(table.delete().where(where))
            newest = max(newest, last)
    kept = _position(connection, now - SILENT_MS)
    connection.execute(mark.delete().where(_mark.seq < kept))
    return newest


def _needless(connection: sa.Connection, now: int) -> int:
    """The position up to which tombstones are of no use to anybody."""
    ripe = _position(connection, now - SENT_AGAIN_MS)
    slowest = cursors.slowest(connection, now - SILENT_MS)
    return max(_position(connection, now - SILENT_MS), ripe if slowest is None else min(ripe, slowest))


def _position(connection: sa.Connection, at: int) -> int:
    """How far the feed was then at least."""
    return connection.scalar(sa.select(sa.func.max(_mark.seq)).where(_mark.at <= at)) or 0
