"""The name of a certificate: the SHA-256 of its DER form, in hex."""

import hashlib

ANNOUNCED_KEY = b"id"
ANNOUNCED_DIGITS = 32
"""How much of it an announcement on the network carries, and under which name."""


def fingerprint(der: bytes) -> str:
    return hashlib.sha256(der).hexdigest()


def for_people(text: str) -> str:
    """Upper case in groups of four, to be read aloud and compared."""
    return " ".join(text[at : at + 4].upper() for at in range(0, len(text), 4))
