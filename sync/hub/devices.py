"""The devices that the hub trusts, each with a credential of its own that can be revoked.

A credential is the device's id and 256 random bits. The hub keeps their SHA-256: what is random over 256
bits cannot be guessed or found by trying, so a slow hash with salt would protect nothing more.
"""

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

import sqlalchemy as sa
import uuid_utils

from sync.hub.schema import metadata, received
from sync.sqlite import immediate

device = sa.Table(
    "sync_device",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("credential_sha256", sa.Text, nullable=False),
    sa.Column("paired_at", sa.BigInteger, nullable=False),
    sa.Column("last_seen_at", sa.BigInteger, nullable=True),
    sa.Column("revoked_at", sa.BigInteger, nullable=True),
    sa.Column("owes_upto", sa.BigInteger, nullable=False, server_default="0"),  # the last write it spoke of
    sa.Column("set_aside", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("knows", sa.Text, nullable=False, server_default=""),  # fingerprint of a next certificate
    sa.Column("wipe_asked_at", sa.BigInteger, nullable=True),
    sa.Column("wiped_at", sa.BigInteger, nullable=True),
)

SEEN_EVERY_MS = 60_000
"""How exact `last_seen_at` is: a write for each request would cost more than the figure is worth."""


@dataclass(frozen=True, slots=True)
class Device:
    id: str
    name: str
    scope: str
    paired_at: int
    last_seen_at: int | None
    revoked_at: int | None
    wipe_asked_at: int | None = None
    wiped_at: int | None = None
    owes: int = 0
    """Writes that it spoke of when it last said hello, and that have not come since."""
    set_aside: int = 0
    """Records of it that the hub refused and nobody has looked at."""
    knows: str = ""
    """The fingerprint of the announced next certificate that it has stored."""


class Stranger(StrEnum):
    """Why a credential opens nothing."""

    UNKNOWN = "unknown"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Enrolled:
    device_id: str
    credential: str


def device_id_of(credential: str) -> str:
    """The part of a credential that is no secret."""
    return credential.partition(".")[0]


def enrol(connection: sa.Connection, *, name: str, scope: str, now: int) -> Enrolled:
    """A new device with a new credential; nobody but the device ever holds it."""
    device_id = str(uuid_utils.uuid7())
    credential = f"{device_id}.{secrets.token_urlsafe(32)}"
    row = {"id": device_id, "name": name, "scope": scope, "credential_sha256": _sha256(credential)}
    connection.execute(device.insert().values(**row, paired_at=now))
    return Enrolled(device_id, credential)


class Devices:
    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def authenticate(self, credential: str, now: int) -> Device | Stranger:
        """The device that holds this credential; notes that it was seen."""
        with self._engine.connect() as connection:
            row = connection.execute(
                sa.select(device).where(device.c.id == device_id_of(credential))
            ).one_or_none()
        kept = row.credential_sha256 if row else _sha256("")
        if not hmac.compare_digest(kept, _sha256(credential)) or row is None:
            return Stranger.UNKNOWN
        if row.revoked_at is not None:
            return Stranger.REVOKED
        if row.last_seen_at is None or now - row.last_seen_at >= SEEN_EVERY_MS:
            # a disk that is full or a lock that is held must not keep the device out
            with suppress(sa.exc.OperationalError):
                self._note_seen(row.id, now)
        return _device(row)

    def trusts(self, device_id: str) -> bool:
        trusted = sa.select(device.c.id).where(device.c.id == device_id, device.c.revoked_at.is_(None))
        with self._engine.connect() as connection:
            return connection.scalar(trusted) is not None

    def all(self) -> list[Device]:
        with self._engine.connect() as connection:
            came = sa.select(received.c.last_dseq).where(received.c.device_id == device.c.id)
            query = sa.select(device, sa.func.coalesce(came.scalar_subquery(), 0).label("last_dseq"))
            rows = connection.execute(query.order_by(device.c.paired_at)).all()
        return [replace(_device(row), owes=max(0, row.owes_upto - row.last_dseq)) for row in rows]

    def revoke(self, device_id: str, now: int) -> bool:
        """False where there is no such device that was still trusted."""
        with immediate(self._engine) as connection:
            result = connection.execute(
                device.update()
                .where(device.c.id == device_id, device.c.revoked_at.is_(None))
                .values(revoked_at=now)
            )
        return result.rowcount == 1

    def _note_seen(self, device_id: str, now: int) -> None:
        with immediate(self._engine) as connection:
            connection.execute(device.update().where(device.c.id == device_id).values(last_seen_at=now))


def _device(row: sa.Row) -> Device:
    return Device(
        id=row.id,
        name=row.name,
        scope=row.scope,
        paired_at=row.paired_at,
        last_seen_at=row.last_seen_at,
        revoked_at=row.revoked_at,
        wipe_asked_at=row.wipe_asked_at,
        wiped_at=row.wiped_at,
        set_aside=row.set_aside,
        knows=row.knows,
    )


def _sha256(credential: str) -> str:
    return hashlib.sha256(credential.encode()).hexdigest()
