"""The customer code that turns: another one every half minute, which a picture of the screen does not follow.

    CC2 + 200 characters (26 bytes of claim, 16 of anchor, 64 of signature, 3 of step, 16 of link) + 4 check

The hub signs an anchor for each day; `expires_on` of the claim is that day, by UTC. The anchor is the end of
a chain of hashes that her phone alone can begin: the link of a step leads to the anchor by hashing it once
for each half minute since midnight, and tells nothing of the links to come. So a tablet checks it with the
hub's public key and the network out, and what it has seen lets nobody make the next one.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.codes import shape
from clienteling.codes.shape import Sealed
from clienteling.codes.values import Claim, Flaw

START = "CC2"
STEP_S = 30
STEPS = 86_400 // STEP_S
"""Of a day, counted from 1."""
_LINK = 16
_SIGNATURE = 64
_BODY = 200
LENGTH = len(START) + _BODY + 4
_WHOLE = re.compile(rf"(?=({START}[0-9A-PR-VX]{{{LENGTH - len(START)}}}))")


@dataclass(frozen=True, slots=True)
class Turned:
    """A code that turns, as it stood at one step."""

    sealed: Sealed
    """The claim with its anchor, and the hub's signature."""
    anchor: bytes
    step: int
    link: bytes

    @property
    def since_start(self) -> int:
        """Steps since 1970, as `step_at` counts them."""
        day = self.sealed.claim.expires_on or date.min
        return (day - date(1970, 1, 1)).days * STEPS + self.step - 1

    @property
    def holds(self) -> bool:
        """Whether the link leads to the anchor that was signed."""
        return (
            1 <= self.step <= STEPS
            and _hashed(self.link, message(self.sealed.claim), self.step) == self.anchor
        )


def step_at(now: int) -> int:
    """Half minutes since 1970; `now` in milliseconds."""
    return now // (STEP_S * 1000)


def find(text: str) -> Turned | Flaw:
    """The code in a text, bare or in a web address; upper and lower case are one."""
    whole = [match[1] for match in _WHOLE.finditer(text.upper())]
    agreeing = [code for code in whole if shape.check(code[:-4]) == code[-4:]]
    if agreeing:
        return _open(agreeing[0])
    return Flaw.MISREAD if whole else Flaw.INCOMPLETE


def days(
    private: Ed25519PrivateKey, claim: Claim, secret: bytes, first: date, count: int
) -> Iterator[tuple[date, bytes]]:
    """Each day with the hub's signature, for her phone to show: with the secret it makes the rest itself."""
    for number in range(count):
        day = first + timedelta(days=number)
        signed = message(_of_day(claim, day))
        anchor = _hashed(first_link(secret, day), signed, STEPS)
        yield day, private.sign(signed + anchor)


def written(claim: Claim, secret: bytes, signature: bytes, now: int) -> str:
    """As her phone shows it now."""
    day = datetime.fromtimestamp(now / 1000, UTC).date()
    signed, step = message(_of_day(claim, day)), step_at(now) % STEPS + 1
    last = first_link(secret, day)
    link, anchor = _hashed(last, signed, STEPS - step, STEPS), _hashed(last, signed, STEPS)
    body = signed[len(START) :] + anchor + signature + step.to_bytes(3) + link
    text = START + shape.characters(body)
    return text + shape.check(text)


def message(claim: Claim) -> bytes:
    """What stands before the anchor in the bytes that are signed."""
    return START.encode() + shape.pack(claim)


def first_link(secret: bytes, day: date) -> bytes:
    """Of the day's last step, from which the others follow."""
    return hashlib.sha256(secret + day.isoformat().encode()).digest()[:_LINK]


def _of_day(claim: Claim, day: date) -> Claim:
    return Claim(claim.key_number, claim.retailer, claim.customer_id, claim.serial, day)


def _hashed(link: bytes, signed: bytes, times: int, step: int | None = None) -> bytes:
    """`times` links on towards the anchor, from the link of `step`."""
    at = times if step is None else step
    for place in range(at, at - times, -1):
        link = hashlib.sha256(signed + place.to_bytes(3) + link).digest()[:_LINK]
    return link


def _open(code: str) -> Turned:
    raw = base64.b32decode(code[len(START) : -4].translate(shape.AS_RFC_4648))
    claim_end, anchor_end = shape.CLAIM_LENGTH, shape.CLAIM_LENGTH + _LINK
    packed, anchor = raw[:claim_end], raw[claim_end:anchor_end]
    signature = raw[anchor_end : anchor_end + _SIGNATURE]
    step = int.from_bytes(raw[anchor_end + _SIGNATURE : anchor_end + _SIGNATURE + 3])
    sealed = Sealed(START.encode() + packed + anchor, signature, shape.unpack(packed))
    return Turned(sealed, anchor, step, raw[-_LINK:])
