"""What the sync engine is doing, as one frozen value that a screen can show."""

from dataclasses import dataclass
from enum import StrEnum

from sync.errors import Code


class Kind(StrEnum):
    UNPAIRED = "unpaired"
    CONNECTING = "connecting"
    """The first try since the start, or since pairing."""
    LOOKING = "looking"
    """No known address answers; the network is searched."""
    FIRST_REPLICA = "first_replica"
    """The first pull is under way: `percent` of it is here."""
    LIVE = "live"
    """The last pass was complete."""
    OFFLINE = "offline"
    """The hub is away, or cannot serve just now (`code`). Tried again without end."""
    REFUSED = "refused"
    """A person has to act: `reason` says what about."""
    LOCKED = "locked"
    """The hub was away for longer than this device may show its data; the next contact unlocks it."""
    WIPED = "wiped"
    """The hub wants everything on this device deleted; nothing is tried any more."""
    ASLEEP = "asleep"
    """The device sleeps, so nobody looks for the hub."""


class Reason(StrEnum):
    NONE = ""
    REVOKED = "revoked"
    UNKNOWN_DEVICE = "unknown_device"
    OTHER_HUB = "other_hub"
    """The certificate is not the pinned one."""
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class State:
    kind: Kind
    since: int = 0
    """When this kind of state began, milliseconds since 1970 UTC."""
    percent: int = 0
    completed_at: int | None = None
    """When the last complete pass ended."""
    code: Code | None = None
    reason: Reason = Reason.NONE
