"""How two ends show that they know the pairing secret without sending it.

Each proof is an HMAC over the certificate that its maker sees on this very connection. Somebody in between
has to show another certificate, so what he could pass on is worthless at the other end; and to find the
64-bit secret from a proof within the ten minutes of its life he would have to try 10^16 secrets a second.
The same thought as channel binding in RFC 5929 (`tls-server-end-point`).
"""

import hmac
import secrets
from enum import Enum


class Role(Enum):
    """Two labels, so that the proof of one end can never be sent back as the other's."""

    DEVICE = b"sync pairing, device: "
    HUB = b"sync pairing, hub: "


def new_nonce() -> str:
    return secrets.token_hex(16)


def nonce_for(seed: bytes, secret: bytes) -> str:
    """The nonce of one device for one code: the same again, and nobody else's."""
    return hmac.digest(seed, b"sync pairing, nonce: " + secret, "sha256").hex()[:32]


def prove(secret: bytes, role: Role, fingerprint: str, nonce: str) -> str:
    """The proof (hex) for the certificate with that SHA-256 (hex)."""
    return hmac.digest(secret, role.value + f"{fingerprint} {nonce}".encode(), "sha256").hex()


def proves(proof: str, secret: bytes, role: Role, fingerprint: str, nonce: str) -> bool:
    expected = prove(secret, role, fingerprint, nonce)
    return hmac.compare_digest(proof.encode(), expected.encode())
