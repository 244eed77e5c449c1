"""How far each device has the feed, by its pulls: what all of them have passed need not be told any more."""

from threading import Lock

import sqlalchemy as sa

from sync.hub.databases.upsert import add
from sync.hub.schema import metadata
from sync.hub.trust.devices import device

# Every device that ever said hello, and the position after which it last pulled, as far as it was noted.
cursor = sa.Table(
    "sync_cursor",
    metadata,
    sa.Column("device_id", sa.Text, primary_key=True),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
)

_cursor = cursor.c


class Cursors:
    """Noted in memory, for a write at every pull would cost more than the figure is worth.

    What was not written when the process ends is older on disk, and so only keeps more than is needed.
    """

    def __init__(self) -> None:
        self._noted: dict[str, tuple[int, int]] = {}
        self._lock = Lock()

    def note(self, device_id: str, seq: int, now: int) -> None:
        """It has all up to there. Of one that begins from zero nobody knows how far that will bring it."""
        if seq > 0:
            with self._lock:
                self._noted[device_id] = seq, now

    def write(self, connection: sa.Connection) -> None:
        with self._lock:
            noted, self._noted = self._noted, {}
        for device_id, (seq, at) in noted.items():
            older = _cursor.device_id == device_id, _cursor.at <= at
            connection.execute(cursor.update().where(*older).values(seq=seq, at=at))


def known(connection: sa.Connection, device_id: str) -> bool:
    return connection.scalar(sa.select(_cursor.device_id).where(_cursor.device_id == device_id)) is not None


def met(connection: sa.Connection, device_id: str, now: int) -> None:
    """It says hello for the first time: from now on it may hold something."""
    add(connection, cursor, [{"device_id": device_id, "seq": 0, "at": now}])


def slowest(connection: sa.Connection, since: int) -> int | None:
    """The least position of the devices that were here since then and are trusted, None without any.

    It is 0 where one of them was seen to begin, and not yet to go on: it may hold everything.
    """
    revoked = sa.exists().where(device.c.id == _cursor.device_id, device.c.revoked_at.is_not(None))
    query = sa.select(sa.func.min(_cursor.seq)).where(_cursor.at >= since, ~revoked)
    return connection.scalar(query)
