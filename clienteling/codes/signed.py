"""The signed customer code: made by the hub, believed by a tablet with nothing but the public key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from clienteling.codes import shape, turning
from clienteling.codes.values import (
    AnotherRetailer,
    Claim,
    Doubt,
    Expired,
    Fine,
    Flaw,
    Forged,
    NotACode,
    NotHere,
    Outcome,
    Revoked,
    Stale,
)

STEPS_ASIDE = 1
"""Half minutes by which a phone and a tablet may differ."""


@dataclass(frozen=True, slots=True)
class CodeKey:
    """One public key of those whose signatures are believed."""

    retailer: str
    public_key: bytes
    retired_at: int | None = None


def sign(private_key: Ed25519PrivateKey, claim: Claim, around: str = "") -> str:
    """The code's text, after `around` when it is to stand in a web address ("HTTPS://SHOP.EXAMPLE/C/").

    An address in capitals keeps the drawn code in QR's alphanumeric mode.
    """
    return around + shape.write(claim, private_key.sign(shape.message(claim)))


def read(
    text: str,
    keys: Mapping[int, CodeKey],
    revoked: Callable[[str, int], bool],
    now: int,
    known: Callable[[str], bool],
) -> Outcome:
    """Judge a scanned text. `revoked` is asked for customer and serial, `known` for the customer.

    A signature is checked before anything is said of the customer, and withdrawal before expiry.
    """
    sealed, turned = shape.find(text), turning.find(text)
    if isinstance(turned, turning.Turned):
        sealed = turned.sealed
    if isinstance(sealed, Flaw):
        known = shape.is_version(text, turning.START) and isinstance(turned, Flaw)
        return NotACode(turned if known else sealed)
    claim = sealed.claim
    if keys and claim.retailer not in {key.retailer for key in keys.values()}:
        return AnotherRetailer(claim.retailer)
    key = keys.get(claim.key_number)
    if key is None or key.retailer != claim.retailer:
        return Forged(Doubt.KEY_UNKNOWN)
    if not _signed_by(key, sealed):
        return Forged(Doubt.SIGNATURE)
    if isinstance(turned, turning.Turned):
        return _turned(turned, _standing(claim, key, revoked, now, known, lasting=False), now)
    return _standing(claim, key, revoked, now, known)


def _turned(turned: turning.Turned, standing: Outcome, now: int) -> Outcome:
    """As it stands without a day: the day is the chain's, and its step says more."""
    if not turned.holds:
        return Forged(Doubt.SIGNATURE)
    late = turning.step_at(now) - turned.since_start
    if isinstance(standing, Revoked) or abs(late) <= STEPS_ASIDE:
        return standing
    return Stale(turned.sealed.claim.customer_id, turned.since_start, late * turning.STEP_S)


def _standing(
    claim: Claim,
    key: CodeKey,
    revoked: Callable[[str, int], bool],
    now: int,
    known: Callable[[str], bool],
    *,
    lasting: bool = True,
) -> Outcome:
    """`lasting`: whether its last day counts."""
    key_retired = key.retired_at is not None and key.retired_at <= now
    if key_retired or revoked(claim.customer_id, claim.serial):
        return Revoked(claim.customer_id)
    if lasting and claim.expires_on and claim.expires_on < datetime.fromtimestamp(now / 1000, UTC).date():
        return Expired(claim.customer_id, claim.expires_on)
    return Fine(claim.customer_id) if known(claim.customer_id) else NotHere(claim.customer_id)


def _signed_by(key: CodeKey, sealed: shape.Sealed) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(sealed.signature, sealed.signed)
    except InvalidSignature:
        return False
    return True
