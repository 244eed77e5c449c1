"""Databases that many tests begin with: each is built once in a process, and a test opens a copy."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

Build = Callable[[Path], sa.Engine]
"""Makes the file in that folder."""


def lay(path: Path, build: Build) -> None:
    """Put there a copy of the file of that name which `build` makes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(_built(build, path.name))


@cache
def _built(build: Build, name: str) -> bytes:
    with TemporaryDirectory() as folder:
        engine = build(Path(folder))
        with engine.connect() as connection:
            connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
        engine.dispose()
        return Path(folder, name).read_bytes()
