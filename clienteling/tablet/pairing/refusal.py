"""Why pairing did not work, as one word that the screen puts into a sentence."""

from enum import StrEnum

from sync.errors import (
    Code,
    CodeUnreadable,
    FingerprintMismatch,
    HubRefused,
    HubUnreachable,
    KeysUnreachable,
    NotPaired,
)


class Why(StrEnum):
    NONE = ""
    EMPTY = "empty"
    NOT_A_PAIRING_CODE = "not_a_pairing_code"
    MISTYPED = "mistyped"
    INCOMPLETE = "incomplete"
    BAD_ADDRESS = "bad_address"
    NEWER_VERSION = "newer_version"
    NO_ADDRESS = "no_address"
    UNREACHABLE = "unreachable"
    OTHER_HUB = "other_hub"
    UNKNOWN_CODE = "unknown_code"
    USED = "used"
    EXPIRED = "expired"
    TOO_MANY = "too_many"
    HUB_FULL = "hub_full"
    REFUSED = "refused"
    NO_KEYS = "no_keys"


_CODES = {
    Code.PAIRING_UNKNOWN: Why.UNKNOWN_CODE,
    Code.PAIRING_USED: Why.USED,
    Code.PAIRING_EXPIRED: Why.EXPIRED,
    Code.TOO_MANY_ATTEMPTS: Why.TOO_MANY,
    Code.STORAGE_FULL: Why.HUB_FULL,
    Code.UNSUPPORTED_PROTOCOL: Why.NEWER_VERSION,
}


def why(error: Exception) -> Why:
    """Raises the error again when it is none that a person can do something about."""
    match error:
        case CodeUnreadable(problem=problem):
            return Why(problem.value)
        case HubRefused(code=code):
            return _CODES.get(code, Why.REFUSED)
        case HubUnreachable():
            return Why.UNREACHABLE
        case FingerprintMismatch():
            return Why.OTHER_HUB
        case NotPaired():
            return Why.NO_ADDRESS
        case KeysUnreachable():
            return Why.NO_KEYS
        case _:
            raise error
