"""The devices that the hub trusts, and how that ends: revoked, or told to delete everything."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
import uuid_utils

from sync.hub.databases.glance import glance
from sync.hub.databases.said import said
from sync.hub.schema import metadata, received
from sync.hub.trust import credentials
from sync.hub.trust.credentials import credential, device_id_of
from sync.sqlite import immediate

device = sa.Table(
    "sync_device",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("paired_at", sa.BigInteger, nullable=False),
    sa.Column("last_seen_at", sa.BigInteger, nullable=True),
    sa.Column("revoked_at", sa.BigInteger, nullable=True),
    sa.Column("wipe_asked_at", sa.BigInteger, nullable=True),
    sa.Column("wiped_at", sa.BigInteger, nullable=True),  # as it has confirmed
    sa.Column("owes_upto", sa.BigInteger, nullable=False, server_default="0"),  # the last write it spoke of
    sa.Column("set_aside", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("knows", sa.Text, nullable=False, server_default=""),  # fingerprint of a next certificate
)

SEEN_EVERY_MS = 60_000
"""How exact `last_seen_at` is: a write for each request would cost more than the figure is worth."""

_d = device.c
_received = sa.select(received.c.last_dseq).where(received.c.device_id == _d.id).scalar_subquery()
_KNOWN = (
    *(_d.id, _d.name, _d.scope, _d.paired_at, _d.last_seen_at, _d.revoked_at, _d.wipe_asked_at, _d.wiped_at),
    *(_d.owes_upto, sa.func.coalesce(_received, sa.text("0")), _d.set_aside, _d.knows),
)
_HOLDING = said(
    sa.select(credential.c.used_at, *_KNOWN)
    .join(credential, credential.c.device_id == _d.id)
    .where(credential.c.sha256 == sa.bindparam("sha256"))
)


@dataclass(frozen=True, slots=True)
class Device:
    id: str
    name: str
    scope: str
    paired_at: int
    last_seen_at: int | None
    revoked_at: int | None
    wipe_asked_at: int | None
    wiped_at: int | None
    owes: int
    """Writes that it spoke of when it last said hello, and that have not come since."""
    set_aside: int
    """Records of it that the hub refused and nobody has looked at."""
    knows: str
    """The fingerprint of the announced next certificate that it has stored."""


class Stranger(StrEnum):
    """Why a credential opens nothing."""

    UNKNOWN = "unknown"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Enrolled:
    device_id: str
    credential: str


def enrol(connection: sa.Connection, *, name: str, scope: str, now: int) -> Enrolled:
    """A new device with a new credential."""
    device_id = str(uuid_utils.uuid7())
    connection.execute(device.insert().values(id=device_id, name=name, scope=scope, paired_at=now))
    return Enrolled(device_id, credentials.make(connection, device_id, now))


class Devices:
    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def authenticate(self, text: str, now: int) -> Device | Stranger:
        """The device that holds this credential, also one to be wiped; notes that it was seen."""
        sha256 = credentials.sha256(text)
        with glance(self._engine) as connection:
            rows = _HOLDING.rows(connection, sha256=sha256)
        if not rows or rows[0][1] != device_id_of(text):
            return Stranger.UNKNOWN
        used_at, *known = rows[0]
        found = _device(known)
        if found.revoked_at is not None and found.wipe_asked_at is None:
            return Stranger.REVOKED
        if used_at is None or found.last_seen_at is None or now - found.last_seen_at >= SEEN_EVERY_MS:
            # a disk that is full or a lock that is held must not keep the device out
            with suppress(sa.exc.OperationalError):
                self._note(found.id, now, sha256 if used_at is None else "")
        return found

    def trusts(self, device_id: str) -> bool:
        trusted = sa.select(_d.id).where(
            _d.id == device_id, _d.revoked_at.is_(None), _d.wipe_asked_at.is_(None)
        )
        with self._engine.connect() as connection:
            return connection.scalar(trusted) is not None

    def all(self) -> list[Device]:
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(*_KNOWN).order_by(_d.paired_at)).all()
        return [_device(row) for row in rows]

    def find(self, device_id: str) -> Device | None:
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(*_KNOWN).where(_d.id == device_id)).one_or_none()
        return _device(row) if row else None

    def revoke(self, device_id: str, now: int) -> bool:
        """False where there is no such device that was still trusted."""
        return self._change(device_id, _d.revoked_at.is_(None), revoked_at=now)

    def ask_to_wipe(self, device_id: str, now: int) -> bool:
        """From now on it hears only this. False where there is no such device, or it was asked before."""
        return self._change(device_id, _d.wipe_asked_at.is_(None), wipe_asked_at=now)

    def to_wipe(self) -> list[str]:
        """Those that were asked and have not confirmed."""
        asked = sa.select(_d.id).where(_d.wipe_asked_at.is_not(None), _d.wiped_at.is_(None))
        with self._engine.connect() as connection:
            return list(connection.execute(asked).scalars())

    def withdraw_wipe(self, device_id: str) -> bool:
        """False where there is no such device that was asked and has not done it yet."""
        asked = sa.and_(_d.wipe_asked_at.is_not(None), _d.wiped_at.is_(None))
        return self._change(device_id, asked, wipe_asked_at=None)

    def renew(self, device_id: str, now: int) -> str:
        """A new credential; those in use end when it is first used."""
        with immediate(self._engine) as connection:
            return credentials.make(connection, device_id, now)

    def _change(self, device_id: str, where: sa.ColumnElement[bool], **values: int | None) -> bool:
        with immediate(self._engine) as connection:
            result = connection.execute(device.update().where(_d.id == device_id, where).values(values))
        return result.rowcount == 1

    def _note(self, device_id: str, now: int, begins: str) -> None:
        """`begins`: the digest of a credential that is used for the first time."""
        with immediate(self._engine) as connection:
            connection.execute(device.update().where(_d.id == device_id).values(last_seen_at=now))
            if begins:
                credentials.begin(connection, device_id, begins, now)


def wiped(connection: sa.Connection, device_id: str, now: int) -> None:
    """It has confirmed: nothing that it knew opens anything any more."""
    connection.execute(device.update().where(_d.id == device_id).values(wiped_at=now, owes_upto=0))
    credentials.end(connection, device_id)


def _device(row: Sequence[Any]) -> Device:
    """Of what `_KNOWN` asks for."""
    *first, owes_upto, last_dseq, set_aside, knows = row
    return Device(*first, max(0, owes_upto - last_dseq), set_aside, knows)
