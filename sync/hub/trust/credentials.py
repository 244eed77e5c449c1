"""The credentials by which devices are known, renewed while in use.

A credential is the device's id and 256 random bits. The hub keeps their SHA-256: what is random over 256
bits cannot be guessed or found by trying, so a slow hash with salt would protect nothing more.

A renewed credential stands beside the present one until it is used for the first time: that shows that the
device has it in safe keeping, and ends those that were in use when it was made. An answer that got lost, or
two renewals at once, lock nobody out.
"""

import hashlib
import secrets

import sqlalchemy as sa

from sync.hub.schema import metadata

credential = sa.Table(
    "sync_credential",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("device_id", sa.Text, nullable=False, index=True),
    sa.Column("number", sa.BigInteger, nullable=False),  # 1, 2, 3 … for each device
    sa.Column("ends", sa.BigInteger, nullable=False),  # its first use ends those up to this number
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("used_at", sa.BigInteger, nullable=True),  # the first time
)

RENEW_AFTER_MS = 30 * 24 * 3_600_000
MOST_UNUSED = 5
"""Whoever asks for more without using them loses the oldest."""

_c = credential.c


def device_id_of(text: str) -> str:
    """The part of a credential that is no secret."""
    return text.partition(".")[0]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def make(connection: sa.Connection, device_id: str, now: int) -> str:
    """A new credential beside those that the device has; nobody but the device ever holds it."""
    text = f"{device_id}.{secrets.token_urlsafe(32)}"
    mine = _c.device_id == device_id
    newest, used = connection.execute(
        sa.select(
            sa.func.coalesce(sa.func.max(_c.number), 0),
            sa.func.coalesce(sa.func.max(_c.number).filter(_c.used_at.is_not(None)), 0),
        ).where(mine)
    ).one()
    row = {"device_id": device_id, "number": newest + 1, "ends": used, "made_at": now}
    connection.execute(credential.insert().values(sha256=sha256(text), **row))
    unused = sa.select(_c.sha256).where(mine, _c.used_at.is_(None)).order_by(_c.number.desc())
    connection.execute(credential.delete().where(_c.sha256.in_(unused.offset(MOST_UNUSED))))
    return text


def begin(connection: sa.Connection, device_id: str, digest: str, now: int) -> None:
    """Its first use: what was in use when it was made has come to its end."""
    connection.execute(credential.update().where(_c.sha256 == digest).values(used_at=now))
    ends = sa.select(_c.ends).where(_c.sha256 == digest).scalar_subquery()
    ended = _c.device_id == device_id, _c.number <= ends
    connection.execute(credential.delete().where(*ended))


def end(connection: sa.Connection, device_id: str) -> None:
    connection.execute(credential.delete().where(_c.device_id == device_id))


def old(connection: sa.Connection, device_id: str, now: int) -> bool:
    """Whether what the device uses has been in use for so long that it should be renewed."""
    newest = sa.select(sa.func.max(_c.made_at)).where(_c.device_id == device_id, _c.used_at.is_not(None))
    made_at = connection.execute(newest).scalar()
    return made_at is not None and now - made_at >= RENEW_AFTER_MS
