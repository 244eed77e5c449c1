"""Everything that sync raises, with stable codes.

SyncError
├── HubUnreachable      no answer: retry later, nothing is wrong with the data
├── HubRefused          the hub said no, with a code
├── FingerprintMismatch the hub at this address is not the one that was paired
├── EpochChanged        the hub's history is another one than the cursor's
├── NotPaired           this device has no hub yet
├── CodeUnreadable      what was scanned or typed is no pairing code, with the problem
├── StorageFull         this device's disk has no room: nothing of the transaction was kept
├── ReplicaUnusable     the database file is damaged, or the key does not open it
├── DatabaseUnsuitable  the hub's PostgreSQL is too old, or encodes texts in its own way
└── ReplicaGone         the replica was given up, to be deleted
"""

from enum import StrEnum

from sync.pairing_code import Problem


class Code(StrEnum):
    """Codes that travel: never renamed, only added to."""

    UNKNOWN_COLLECTION = "unknown_collection"
    NOT_WRITABLE = "not_writable"
    INVALID_RECORD = "invalid_record"
    MISSING_RECORD = "missing_record"
    EPOCH_CHANGED = "epoch_changed"
    SEQUENCE_GAP = "sequence_gap"
    RESYNC = "resync"
    ERASED = "erased"
    NOT_ALLOWED = "not_allowed"
    UNSUPPORTED_PROTOCOL = "unsupported_protocol"
    UNAUTHENTICATED = "unauthenticated"
    DEVICE_REVOKED = "device_revoked"
    DEVICE_WIPED = "device_wiped"
    PAIRING_UNKNOWN = "pairing_unknown"
    PAIRING_USED = "pairing_used"
    PAIRING_EXPIRED = "pairing_expired"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
    TOO_MANY_REQUESTS = "too_many_requests"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    NOT_FOUND = "not_found"
    STORAGE_FULL = "storage_full"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"

    @classmethod
    def _missing_(cls, _: object) -> "Code":
        """A code of a newer version: whatever it means, it must not make the answer around it unreadable."""
        return cls.INTERNAL


class SyncError(Exception):
    """Base of everything that sync raises."""


class HubUnreachable(SyncError):
    """The hub gave no answer; retry later."""


class HubRefused(SyncError):
    """The hub answered with a refusal."""

    def __init__(self, code: Code, message: str, wait_s: int = 0) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.wait_s = wait_s
        """To wait so long before asking again, where the hub says so."""


class FingerprintMismatch(SyncError):
    """The certificate at the hub's address is not the one pinned at pairing."""


class EpochChanged(SyncError):
    """The hub's history is another one than the cursor's: restored, or made anew."""

    def __init__(self, epoch: str) -> None:
        super().__init__(f"the hub is now in epoch {epoch}")
        self.epoch = epoch


class NotPaired(SyncError):
    """This device knows no hub yet."""


class CodeUnreadable(SyncError):
    """What was scanned or typed is no pairing code."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class KeysUnreachable(SyncError):
    """The store of the device's secrets cannot be read or written."""


class StorageFull(SyncError):
    """This device's disk has no room; the transaction has left no trace."""


class ReplicaUnusable(SyncError):
    """The database file is damaged, or the key does not open it; nothing was changed on disk."""


class DatabaseUnsuitable(SyncError):
    """The hub's PostgreSQL is too old, or its database does not keep texts as UTF-8."""


class ReplicaGone(SyncError):
    """The replica was given up, to be deleted."""
