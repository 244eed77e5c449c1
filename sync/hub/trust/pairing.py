"""One-time secrets by which a new device becomes a trusted one.

A secret lives ten minutes and serves once. Those used or expired are kept for a day, so that whoever comes
too late is told so and does not look for a slip in his typing.
"""

import hmac
import secrets
from dataclasses import dataclass

import sqlalchemy as sa

from sync.errors import Code
from sync.hub.schema import metadata
from sync.hub.trust import credentials
from sync.hub.trust.attempts import Attempts
from sync.hub.trust.devices import Enrolled, device, enrol
from sync.pairing_code import SECRET_BYTES
from sync.pairing_proof import Role, proves
from sync.sqlite import immediate
from sync.trusting import PairRequest

pairing = sa.Table(
    "sync_pairing",
    metadata,
    sa.Column("secret", sa.Text, primary_key=True),
    sa.Column("scope", sa.Text, nullable=False),
    sa.Column("expires_at", sa.BigInteger, nullable=False),
    sa.Column("used_at", sa.BigInteger, nullable=True),
    sa.Column("used_with", sa.Text, nullable=True),  # the nonce of the device that it made
    sa.Column("device_id", sa.Text, nullable=True),
)

LIFE_MS = 10 * 60_000
REMEMBERED_MS = 24 * 3_600_000
TRIES = 10
TRIES_WINDOW_MS = 60_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret for one device of one scope."""

    secret: bytes
    scope: str
    expires_at: int


@dataclass(frozen=True, slots=True)
class Accepted:
    enrolled: Enrolled
    scope: str
    secret: bytes


class Pairings:
    def __init__(self, engine: sa.Engine, fingerprint: str) -> None:
        self._engine = engine
        self._fingerprint = fingerprint
        self._tries = Attempts(limit=TRIES, window_ms=TRIES_WINDOW_MS)

    def offer(self, scope: str, now: int) -> Offer:
        made = Offer(secrets.token_bytes(SECRET_BYTES), scope, now + LIFE_MS)
        with immediate(self._engine) as connection:
            connection.execute(pairing.delete().where(pairing.c.expires_at < now - REMEMBERED_MS))
            connection.execute(
                pairing.insert().values(secret=made.secret.hex(), scope=scope, expires_at=made.expires_at)
            )
        return made

    def accept(self, request: PairRequest, *, caller: str, now: int) -> Accepted | Code:
        """Enrol the device, or say why not: unknown, used, expired, too many attempts by this caller."""
        if self._tries.exhausted(caller, now):
            return Code.TOO_MANY_ATTEMPTS
        outcome = self._accept(request, now)
        if isinstance(outcome, Code):
            self._tries.failed(caller, now)
        return outcome

    def _accept(self, request: PairRequest, now: int) -> Accepted | Code:
        row = self._offered(request)
        if row is None:
            return Code.PAIRING_UNKNOWN
        if row.used_at is not None and not hmac.compare_digest(row.used_with, request.nonce):
            return Code.PAIRING_USED
        if now >= row.expires_at:
            return Code.PAIRING_EXPIRED
        if row.used_at is not None:
            return self._answer_again(row, now)
        return self._redeem(row, request, now)

    def _offered(self, request: PairRequest) -> sa.Row | None:
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(pairing)).all()
        return next((row for row in rows if self._knows(request, row.secret)), None)

    def _knows(self, request: PairRequest, secret: str) -> bool:
        return proves(request.proof, bytes.fromhex(secret), Role.DEVICE, self._fingerprint, request.nonce)

    def _answer_again(self, row: sa.Row, now: int) -> Accepted | Code:
        """It did not hear the answer. If it did after all, what it heard stays good until this is used."""
        with immediate(self._engine) as connection:
            trusted = (
                device.c.id == row.device_id,
                device.c.revoked_at.is_(None),
                device.c.wipe_asked_at.is_(None),
            )
            if connection.scalar(sa.select(device.c.id).where(*trusted)) is None:
                return Code.PAIRING_USED
            again = Enrolled(row.device_id, credentials.make(connection, row.device_id, now))
        return Accepted(again, row.scope, bytes.fromhex(row.secret))

    def _redeem(self, row: sa.Row, request: PairRequest, now: int) -> Accepted | Code:
        """One transaction; its update decides who of two callers was first."""
        with immediate(self._engine) as connection:
            unused = pairing.c.secret == row.secret, pairing.c.used_at.is_(None)
            used = {"used_at": now, "used_with": request.nonce}
            if connection.execute(pairing.update().where(*unused).values(used)).rowcount != 1:
                return Code.PAIRING_USED  # a moment ago, by another; its own repeated request asks again
            enrolled = enrol(connection, name=request.device_name, scope=row.scope, now=now)
            made = pairing.update().where(pairing.c.secret == row.secret)
            connection.execute(made.values(device_id=enrolled.device_id))
        return Accepted(enrolled, row.scope, bytes.fromhex(row.secret))
