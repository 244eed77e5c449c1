"""Plain pages into SQLCipher's, so that a snapshot reaches the disk encrypted and never otherwise.

SQLCipher 4 with a raw key (https://www.zetetic.net/sqlcipher/design/): each page is AES-256-CBC over its
content with a random initialization vector, followed by that vector and an HMAC-SHA256 over both and the
page's number. The file begins with a random salt in place of SQLite's first 16 bytes; the HMAC's key follows
from it.
"""

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from sync.snapshot.pages import RESERVED
from sync.sqlite import PAGE_BYTES

SALT_BYTES = 16
_VECTOR_BYTES = 16
_SALT_MASK = 0x3A
_ROUNDS = 2


class Sealing:
    """Encrypts the pages of one file."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        mask = bytes(byte ^ _SALT_MASK for byte in salt)
        hmac_key = hashlib.pbkdf2_hmac("sha512", key, mask, _ROUNDS, len(key))
        self._salt = salt
        self._aes = algorithms.AES(key)
        self._hmac = hmac.new(hmac_key, digestmod="sha256")

    def sealed(self, content: bytes, first: int) -> bytes:
        """Whole pages that follow each other; `first` is the number of the first, counted from 1."""
        parts: list[bytes] = []
        vectors = secrets.token_bytes(_VECTOR_BYTES * (len(content) // PAGE_BYTES))
        for at in range(0, len(content), PAGE_BYTES):
            number = first + at // PAGE_BYTES
            start = at + SALT_BYTES if number == 1 else at
            vector = vectors[at // PAGE_BYTES * _VECTOR_BYTES :][:_VECTOR_BYTES]
            cipher = Cipher(self._aes, modes.CBC(vector)).encryptor()
            page = cipher.update(content[start : at + PAGE_BYTES - RESERVED]) + vector
            tag = self._hmac.copy()
            tag.update(page)
            tag.update(number.to_bytes(4, "little"))
            parts += [self._salt, page, tag.digest()] if number == 1 else [page, tag.digest()]
        return b"".join(parts)
