"""Erasing a group: everything of it at once on the hub, and by and by on every device, which confirms it.

It is no deletion in the feed. A device is told with its hello, whatever its cursor, until it has confirmed;
the plain name is kept as long as some device has to be told it. What stays for ever are keyed hashes, by
which a late write about the group is known and refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
import uuid_utils

from sync.batches import batches
from sync.hub import schema
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said, said
from sync.hub.databases.upsert import add
from sync.hub.gone.cursors import cursor
from sync.hub.gone.remembered import GROUP, Remembered
from sync.hub.trust.devices import device

_LOCK = 0x5359_4E43_4552_4153

# Keyed hashes of erased groups and of their records.
erased = sa.Table("sync_erased", schema.metadata, sa.Column("hash", sa.Text, primary_key=True))

erasure = sa.Table(
    "sync_erasure",
    schema.metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("group_id", sa.Text, nullable=True),  # none when nobody has to be told any more
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("part_of", sa.Text, nullable=True),  # the erasure of the group that this one was bound to
)

# The devices that may have held something when a group was erased.
told = sa.Table(
    "sync_erasure_told",
    schema.metadata,
    sa.Column("erasure_id", sa.Text, primary_key=True),
    sa.Column("device_id", sa.Text, primary_key=True),
    sa.Column("confirmed_at", sa.BigInteger, nullable=True),
)

_ANY = said(sa.select(erased.c.hash).limit(1))
_KNOWN = Said(lambda kind: sa.select(erased.c.hash).where(among(kind, erased.c.hash, "hashes")))
_told = told.c
_device = device.c


@dataclass(frozen=True, slots=True)
class Erasure:
    """How far an erasure is. Devices that were revoked and never confirmed are not among them."""

    id: str
    at: int
    devices: int
    confirmed: int
    waiting: tuple[str, ...]
    """Ids of the devices that have not confirmed."""


def remember(
    connection: sa.Connection,
    remembered: Remembered,
    group: str,
    records: Iterable[tuple[str, str]],
    now: int,
    *,
    part_of: str | None = None,
) -> str:
    """Hashes for ever, and the name until every device that may hold something has confirmed.

    Returns the erasure's id. `part_of` is that of a group that was bound to this one.
    """
    hashes = [remembered.hash_of(GROUP, group), *(remembered.hash_of(*record) for record in records)]
    remembered.append(hashes)
    keep(connection, hashes)
    erasure_id = str(uuid_utils.uuid7())
    connection.execute(erasure.insert().values(id=erasure_id, group_id=group, at=now, part_of=part_of))
    ended = sa.or_(_device.revoked_at.is_not(None), _device.wiped_at.is_not(None))
    gone = sa.exists().where(_device.id == cursor.c.device_id, ended)
    here = sa.select(sa.literal(erasure_id), cursor.c.device_id).where(~gone)
    connection.execute(told.insert().from_select(["erasure_id", "device_id"], here))
    forget_names(connection)
    return erasure_id


def keep(connection: sa.Connection, hashes: Iterable[str]) -> None:
    add(connection, erased, [{"hash": value} for value in sorted(set(hashes))])


def any_known(connection: sa.Connection) -> bool:
    """Whether anything was ever erased. Whoever erases just now is waited for."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock_shared(_LOCK)))
    return _ANY.value(connection) is not None


def known(connection: sa.Connection, hashes: Iterable[str]) -> set[str]:
    """Those of them that stand for something erased."""
    found: set[str] = set()
    for some in batches(sorted(set(hashes))):
        found.update(value for (value,) in _KNOWN.rows(connection, hashes=bound(connection, some)))
    return found


def to_tell(connection: sa.Connection, device_id: str) -> list[str]:
    """The groups that this device has to erase and has not confirmed."""
    query = (
        sa.select(erasure.c.group_id)
        .join(told, _told.erasure_id == erasure.c.id)
        .where(_told.device_id == device_id, _told.confirmed_at.is_(None), erasure.c.group_id.is_not(None))
    )
    return list(connection.execute(query.order_by(erasure.c.at)).scalars())


def unconfirmed(connection: sa.Connection) -> list[str]:
    """The devices that have something to erase."""
    query = sa.select(_told.device_id).where(_told.confirmed_at.is_(None), _counts()).distinct()
    return list(connection.execute(query).scalars())


def confirm(connection: sa.Connection, device_id: str, groups: Sequence[str], now: int) -> None:
    for some in batches(groups):
        named = sa.select(erasure.c.id).where(erasure.c.group_id.in_(some))
        open_ = _told.device_id == device_id, _told.confirmed_at.is_(None), _told.erasure_id.in_(named)
        connection.execute(told.update().where(*open_).values(confirmed_at=now))
    forget_names(connection)


def forget_names(connection: sa.Connection) -> None:
    """Of erasures that everybody has confirmed. A wiped device holds nothing any more."""
    wiped = sa.exists().where(_device.id == _told.device_id, _device.wiped_at.is_not(None))
    waiting = sa.exists().where(
        _told.erasure_id == erasure.c.id, _told.confirmed_at.is_(None), _counts(), ~wiped
    )
    done = erasure.c.group_id.is_not(None), ~waiting
    connection.execute(erasure.update().where(*done).values(group_id=None))


def newest(connection: sa.Connection) -> str:
    """The id of the newest erasure, empty without any."""
    return connection.scalar(sa.select(sa.func.max(erasure.c.id))) or ""


def overview(connection: sa.Connection) -> list[Erasure]:
    """The oldest first; one for all groups that were bound together, confirmed when each of them is."""
    wiped = sa.select(_device.wiped_at).where(_device.id == _told.device_id).scalar_subquery()
    confirmed = sa.func.coalesce(_told.confirmed_at, wiped).label("confirmed_at")
    counting = sa.or_(_counts(), confirmed.is_not(None))
    whole = sa.func.coalesce(erasure.c.part_of, erasure.c.id).label("whole_id")
    query = sa.select(whole, _told.device_id, confirmed).join(erasure, erasure.c.id == _told.erasure_id)
    devices: dict[str, dict[str, bool]] = {}
    for row in connection.execute(query.where(counting)):
        of = devices.setdefault(row.whole_id, {})
        of[row.device_id] = of.get(row.device_id, True) and row.confirmed_at is not None
    alone = sa.select(erasure).where(erasure.c.part_of.is_(None))
    found = connection.execute(alone.order_by(erasure.c.at, erasure.c.id))
    return [_overview(row, list(devices.get(row.id, {}).items())) for row in found]


def confirmations(connection: sa.Connection, erasure_id: str) -> list[tuple[str, int | None]]:
    """Each device that may have held something, and when it confirmed; who was wiped confirmed by that."""
    wiped = sa.select(_device.wiped_at).where(_device.id == _told.device_id).scalar_subquery()
    confirmed = sa.func.coalesce(_told.confirmed_at, wiped)
    counting = sa.or_(_counts(), confirmed.is_not(None))
    query = sa.select(_told.device_id, confirmed).where(_told.erasure_id == erasure_id, counting)
    return [(row[0], row[1]) for row in connection.execute(query.order_by(confirmed, _told.device_id))]


def lock(connection: sa.Connection) -> None:
    """Where several write at once: nobody is in the middle of taking a push while a group is erased."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def _counts() -> sa.ColumnElement[bool]:
    """A revoked device cannot be told any more."""
    return ~sa.exists().where(_device.id == _told.device_id, _device.revoked_at.is_not(None))


def _overview(row: sa.Row, devices: list[tuple[str, bool]]) -> Erasure:
    waiting = tuple(sorted(device_id for device_id, confirmed in devices if not confirmed))
    return Erasure(row.id, row.at, len(devices), len(devices) - len(waiting), waiting)
