"""PINs as Argon2id hashes. The hash names its own parameters, so they can grow without a migration."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def hash_pin(pin: str) -> str:
    return _hasher().hash(pin)


def matches(pin_hash: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerifyMismatchError

    try:
        return _hasher().verify(pin_hash, pin)
    except (VerifyMismatchError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _hasher() -> "PasswordHasher":
    """RFC 9106, section 4, second recommended option, with less memory: a tablet has little to spare."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
