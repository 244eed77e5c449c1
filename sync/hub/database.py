"""Opening the hub's database. What holds for SQLite only stands here and in `sync.sqlite`."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.sqlite import BUSY_TIMEOUT_MS, PAGE_BYTES, make_engine, settle


def open_hub(path: Path | str) -> sa.Engine:
    """The hub's SQLite file, made for its owner only if there is none; a commit survives a loss of power."""
    _make(Path(path))

    def connect() -> Any:
        connection = sqlite3.connect(
            str(path), timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        settle(connection)
        return connection

    return make_engine(connect, sqlite3)


def _make(path: Path) -> None:
    """SQLite gives the files that it lays beside the database the same permissions."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
