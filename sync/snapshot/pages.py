"""The pages of a snapshot: plain, with the room at their end that SQLCipher needs on the device.

SQLCipher 4 keeps an initialization vector (16 bytes) and an HMAC-SHA256 (32 bytes) at the end of each page.
A plain database with as much reserved has the same page numbers and the same content per page, so that a
device only has to encrypt page by page. SQLite has no statement for that reserve; it stands in the file's
header (https://www.sqlite.org/fileformat2.html#the_database_header) and must be there before page 1 is used.
"""

import os
from contextlib import closing
from pathlib import Path

from sync.sqlite import PAGE_BYTES

RESERVED = 48
_RESERVED_AT = 20
_CONTENT_AT = 105
"""Where page 1, an empty leaf, says at which byte its content begins: the end of what is usable."""


def make_empty(path: Path) -> None:
    """An empty plain database whose pages have that room, for its owner only."""
    import sqlite3  # what only fetches a snapshot does without it

    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("PRAGMA user_version = 0")
    with path.open("r+b") as file:
        file.seek(_RESERVED_AT)
        file.write(bytes([RESERVED]))
        file.seek(_CONTENT_AT)
        file.write((PAGE_BYTES - RESERVED).to_bytes(2))


def reserved_in(path: Path) -> int:
    """How many bytes at the end of each page the file keeps free."""
    with path.open("rb") as file:
        return file.read(_RESERVED_AT + 1)[_RESERVED_AT]
