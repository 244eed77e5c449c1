"""What a customer code claims, and what came of reading one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Claim:
    """What a code says of itself, believed only once its signature is."""

    key_number: int
    retailer: str
    """Four bytes as hex."""
    customer_id: str
    serial: int
    """Counts the codes given to this customer, so that one of them can be revoked."""
    expires_on: date | None = None
    """The last day on which it is good, by UTC."""


class Flaw(StrEnum):
    """Why a text is no customer code."""

    FOREIGN = "foreign"
    """It does not begin like one."""
    INCOMPLETE = "incomplete"
    """It begins like one, but characters are missing or too many."""
    MISREAD = "misread"
    """Its check characters disagree: a slip in typing or reading, not a forgery."""
    NEWER = "newer"
    """A kind of code that this version cannot read yet."""


class Doubt(StrEnum):
    """Why a well-formed code is not believed."""

    SIGNATURE = "signature"
    KEY_UNKNOWN = "key_unknown"
    """Signed with a key that is not here: invented, or newer than this tablet's last meeting with the hub."""


@dataclass(frozen=True, slots=True)
class Fine:
    customer_id: str


@dataclass(frozen=True, slots=True)
class Forged:
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Expired:
    customer_id: str
    expired_on: date


@dataclass(frozen=True, slots=True)
class Revoked:
    customer_id: str


@dataclass(frozen=True, slots=True)
class AnotherRetailer:
    retailer: str


@dataclass(frozen=True, slots=True)
class NotHere:
    """Genuine, but this tablet has no such customer yet."""

    customer_id: str


@dataclass(frozen=True, slots=True)
class Stale:
    """A code that turns, as it was at another time: a picture of it, or a clock that is wrong."""

    customer_id: str
    step: int
    """The half minute at which it was shown, since 1970."""
    age_s: int
    """By this clock; below zero where it is shown ahead of time."""


@dataclass(frozen=True, slots=True)
class NotACode:
    flaw: Flaw


Outcome: TypeAlias = Fine | Forged | Expired | Revoked | AnotherRetailer | NotHere | Stale | NotACode
