"""Opening the replica's file: encrypted with SQLCipher on a device, plain for tests and on the hub."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from sync.device import driver
from sync.device.gate import Gate
from sync.dialect import Dialect, engine_of
from sync.errors import ReplicaUnusable
from sync.sqlite import BUSY_TIMEOUT_MS, PAGE_BYTES, raw, settle
from sync.turn import Turn

KEY_BYTES = 32
CACHE_KIB = 2 * 1024
"""Of each connection. What is read of a big chain is seldom read again, and a tablet is not large: the file's
own pages lie in the system's memory, which takes them back when it needs it."""
ROOMY_KIB = 16 * 1024
"""While thousands of records are stored at once: their places in the indexes lie all over the file, and a
page that the cache has let go is decrypted and checked again. 100,000 take half the processor time that they
take with 4 MiB, and with four times as much as this hardly less."""
PAGE_HMAC = "HMAC_SHA256"
"""Processors have instructions for it, as for AES; SQLCipher's own choice, SHA-512, takes twice as long."""


@dataclass(frozen=True, slots=True)
class ReplicaFile:
    """Where a replica lies and how it is encrypted. Nobody has it open while its gate is closed."""

    path: Path
    key: bytes | None = field(repr=False)
    """None: the file is plain."""
    gate: Gate = field(default_factory=Gate)
    turn: Turn = field(default_factory=Turn)
    """To write; readers need none."""
    arrived: dict[tuple[str, int], bytes] = field(default_factory=dict, repr=False)
    """Snapshot and piece → what of it has arrived: not encrypted, so it is kept here and nowhere else."""


class _Dialect(Dialect):
    supports_statement_cache = True

    def __init__(self, module: ModuleType, file: ReplicaFile) -> None:
        super().__init__(module)
        self.file = file


def open_file(file: ReplicaFile, path: Path) -> sa.Engine:
    """Another file, encrypted alike."""
    return open_plain(path) if file.key is None else open_encrypted(path, file.key)


def file_of(engine: sa.Engine) -> ReplicaFile:
    """The file behind an engine that was opened here."""
    if not isinstance(engine.dialect, _Dialect):
        raise TypeError("that is no engine of a replica")
    return engine.dialect.file


@contextmanager
def roomy(connection: sa.Connection) -> Iterator[None]:
    """For this block the connection keeps more pages at hand, and lets go of them afterwards."""
    raw(connection).execute(f"PRAGMA cache_size = -{ROOMY_KIB}")
    try:
        yield
    finally:
        raw(connection).execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def open_encrypted(path: Path | str, key: bytes) -> sa.Engine:
    """The replica in an encrypted file, made if there is none. `key` is 32 random bytes.

    Raises ReplicaUnusable where the key does not open the file or the file is damaged; it stays as it is.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"the key has {len(key)} bytes, not {KEY_BYTES}")
    import sqlcipher3

    unlock = (
        f"PRAGMA key = \"x'{key.hex()}'\"",
        f"PRAGMA cipher_page_size = {PAGE_BYTES}",
        f"PRAGMA cipher_hmac_algorithm = {PAGE_HMAC}",
        f"PRAGMA cipher_default_page_size = {PAGE_BYTES}",  # of what is attached
        f"PRAGMA cipher_default_hmac_algorithm = {PAGE_HMAC}",
    )
    return _open(ReplicaFile(Path(path), key), sqlcipher3.dbapi2, unlock)


def open_plain(path: Path | str) -> sa.Engine:
    """The same without encryption."""
    import sqlite3

    return _open(ReplicaFile(Path(path), None), sqlite3, (f"PRAGMA page_size = {PAGE_BYTES}",))


def _open(file: ReplicaFile, module: ModuleType, prepare: tuple[str, ...]) -> sa.Engine:
    def connect() -> Any:
        connection = module.connect(
            str(file.path), timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
        try:
            for statement in prepare:
                connection.execute(statement).fetchall()
            settle(connection, CACHE_KIB)  # reads the file, so that a wrong key shows here
        except module.DatabaseError:
            connection.close()
            raise
        return connection

    engine = engine_of(connect, _Dialect(module, file))
    _try(engine)
    return engine


def _try(engine: sa.Engine) -> None:
    try:
        with engine.connect():
            pass
    except (sa.exc.DatabaseError, ReplicaUnusable):
        engine.dispose()
        raise


def _name_damage(context: sa.engine.ExceptionContext) -> None:
    driver.name_damage(context.original_exception)


sa.event.listen(_Dialect, "handle_error", _name_damage)
