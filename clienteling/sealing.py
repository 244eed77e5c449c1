"""What every replica holds and only the tablets of one shop read: noise to the others.

The hub derives a key for each shop, tells it to the tablets of that shop alone, and keeps it in no table.
One that was lost gets a successor; tablets keep the keys that they were told before.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES, _KEY_BYTES = 12, 32


def sealed(said: bytes, key: str, *, what: bytes, about: str) -> str:
    """Base64 of nonce and ciphertext. `key`: hex, of several the newest first, with which it is sealed.

    `what` kind of words they are, `about` which of them: they open as the same alone.
    """
    nonce = os.urandom(_NONCE_BYTES)
    hidden = nonce + _cipher(key.split(maxsplit=1)[0], what).encrypt(nonce, said, about.encode())
    return base64.b64encode(hidden).decode("ascii")


def opened(text: str, key: str, *, what: bytes, about: str) -> bytes:
    """Empty where none of the keys in `key` opens it."""
    found = (_opened(text, one, what, about) for one in key.split())
    return next((said for said in found if said), b"")


def _opened(text: str, key: str, what: bytes, about: str) -> bytes:
    try:
        hidden = base64.b64decode(text, validate=True)
        nonce, rest = hidden[:_NONCE_BYTES], hidden[_NONCE_BYTES:]
        return _cipher(key, what).decrypt(nonce, rest, about.encode())
    except (InvalidTag, ValueError):
        return b""


def _cipher(key: str, what: bytes) -> ChaCha20Poly1305:
    derived = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=what)
    return ChaCha20Poly1305(derived.derive(bytes.fromhex(key)))
