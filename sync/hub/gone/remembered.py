"""Whom the hub has erased, as keyed hashes that are kept for ever: nobody brings her back unnoticed.

They stand in the database and in a file beside it, so that a backup from before an erasure can be put right.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from sync.private_file import write_private

KEY_FILE = "erased.key"
LEDGER_FILE = "erased.txt"
KEY_BYTES = 32
GROUP = ""
"""Stands where a record's collection would."""


class Remembered:
    """HMAC-SHA256 with a key that never leaves the hub, over what kind of thing it is and its id."""

    def __init__(self, directory: Path) -> None:
        """Raises OSError where the directory is out of reach, ValueError where the key is none."""
        self._ledger = directory / LEDGER_FILE
        path = directory / KEY_FILE
        if not path.exists():
            write_private(path, secrets.token_bytes(KEY_BYTES))
        self._key = path.read_bytes()
        if len(self._key) != KEY_BYTES:
            raise ValueError(f"{path} has {len(self._key)} bytes, not {KEY_BYTES}: put it back from a backup")

    def hash_of(self, kind: str, name: str) -> str:
        """Of a group (`kind` GROUP) or of a record (`kind` its collection)."""
        text = f"{kind}\0{name}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()

    def append(self, hashes: Iterable[str]) -> None:
        """On disk when this returns, before the erasure is: a crash between the two erases once more."""
        descriptor = os.open(self._ledger, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write("".join(f"{value}\n" for value in hashes).encode())
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> set[str]:
        """A line that a crash cut short matches nobody."""
        try:
            return set(self._ledger.read_text("ascii").split())
        except FileNotFoundError:
            return set()
