"""What every replica holds and only the tablets of one shop read: noise to the others.

The hub derives a key for each shop, tells it to the tablets of that shop alone, and keeps it in no table.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES, _KEY_BYTES = 12, 32


def sealed(said: bytes, key: str, *, what: bytes, about: str) -> str:
    """Base64 of nonce and ciphertext. `key`: hex; `what` kind of words they are, `about` which of them.

    They open as the same alone.
    """
    nonce = os.urandom(_NONCE_BYTES)
    hidden = nonce + _cipher(key, what).encrypt(nonce, said, about.encode())
    return base64.b64encode(hidden).decode("ascii")


def opened(text: str, key: str, *, what: bytes, about: str) -> bytes:
    """Empty without the key, or where it is another one."""
    if not key:
        return b""
    try:
        hidden = base64.b64decode(text, validate=True)
        nonce, rest = hidden[:_NONCE_BYTES], hidden[_NONCE_BYTES:]
        return _cipher(key, what).decrypt(nonce, rest, about.encode())
    except (InvalidTag, ValueError):
        return b""


def _cipher(key: str, what: bytes) -> ChaCha20Poly1305:
    derived = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=what)
    return ChaCha20Poly1305(derived.derive(bytes.fromhex(key)))
