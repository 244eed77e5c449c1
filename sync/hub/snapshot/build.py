"""Making a snapshot: a replica kept beside the hub's database is brought forward, copied and cut in pieces.

Reading the feed blocks no writer, and between pages the builder rests as long as it worked. A build that was
cut off goes on where the kept replica stands.
"""

import errno
import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from sync.digest import read_page
from sync.hub.snapshot.shelf import Ready, Shelf
from sync.snapshot.info import Piece, SnapshotInfo
from sync.snapshot.pages import RESERVED, reserved_in
from sync.snapshot.pieces import cut
from sync.sqlite import PAGE_BYTES
from sync.wire import Page, Tally

RECORDS_AT_ONCE = 1_000
ROOM_LEFT = 256 << 20
"""Bytes that stay free for the hub itself, which must not run full for a snapshot."""
_NAME_DIGITS = 32


class Copy(Protocol):
    """A replica in a plain file whose pages have room for SQLCipher's (snapshot/pages.py)."""

    schema: str

    @property
    def position(self) -> tuple[str, int, int]:
        """Epoch and feed position that it stands at, and what was forgotten when it began from zero."""
        ...

    def take(self, page: Page) -> None: ...

    def tallies(self) -> Mapping[str, Tally]: ...

    def write_to(self, target: Path) -> None: ...

    def close(self) -> None: ...


class BuildStopped(Exception):
    """The hub is closing."""


class CopyWrong(Exception):
    """The kept replica is not what the hub holds."""


class Builder:
    """Reads the feed and writes to the shelf.

    `pull` answers (holds, epoch, after, limit) with a page as JSON. `is_stopped` (mark, seconds) rests so
    long and says whether there is no use in going on.
    """

    def __init__(
        self,
        shelf: Shelf,
        open_copy: Callable[[Path], Copy],
        pull: Callable[[str, str, int, int, int], bytes],
        is_stopped: Callable[[str, float], bool],
    ) -> None:
        self._shelf = shelf
        self._open_copy = open_copy
        self._pull = pull
        self._is_stopped = is_stopped

    @cached_property
    def schema(self) -> str:
        """Of a replica that is made now."""
        with TemporaryDirectory(prefix="sync-") as folder:
            empty = self._open_copy(Path(folder) / "empty.db")
            empty.close()
            return empty.schema

    def build(self, holds: str, mark: str, least_records: int) -> None:
        """Put a snapshot of now on the shelf, unless it has fewer records.

        Raises BuildStopped, CopyWrong, OSError, and what reading the feed raises; after another error than
        the first the kept replica is to be thrown away.
        """
        kept = self._shelf.kept(holds, mark)
        _check_room(kept.parent, 0)
        copy = self._open_copy(kept)
        try:
            self._bring_forward(copy, holds, mark)
            records = sum(tally.count for tally in copy.tallies().values())
            if records >= least_records:
                _check_room(kept.parent, 2 * kept.stat().st_size)
                self._put(copy, holds, mark, records)
        finally:
            copy.close()

    def _bring_forward(self, copy: Copy, holds: str, mark: str) -> None:
        while True:
            began = time.monotonic()
            epoch, after, floor = copy.position
            page = read_page(self._pull(holds, epoch, after, RECORDS_AT_ONCE, floor))
            copy.take(page)
            if page.complete:
                break
            _check_room(self._shelf.folder(holds), 0)
            self._rest(mark, time.monotonic() - began)
        if page.digest is not None and not _alike(copy.tallies(), page.digest):
            raise CopyWrong("the kept replica differs from the feed")

    def _put(self, copy: Copy, holds: str, mark: str, records: int) -> None:
        folder = self._shelf.folder(holds)
        plain, packed = folder / "plain.new", folder / "pieces.new"
        for left in (plain, packed):
            left.unlink(missing_ok=True)
        try:
            copy.write_to(plain)
            _check(plain)
            pieces = self._cut(plain, packed, mark)
            self._shelf.put(holds, packed, Ready(mark, records, _info(copy, pieces)))
        finally:
            plain.unlink(missing_ok=True)

    def _cut(self, plain: Path, packed: Path, mark: str) -> list[Piece]:
        pieces = []
        with packed.open("xb") as file:
            packed.chmod(0o600)
            for piece in cut(plain, file):
                pieces.append(piece)
                self._rest(mark, 0)
        return pieces

    def _rest(self, mark: str, duration_s: float) -> None:
        if self._is_stopped(mark, duration_s):
            raise BuildStopped


def _check_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed + ROOM_LEFT:
        raise OSError(errno.ENOSPC, "too little room on the disk beside the hub's own")


def _info(copy: Copy, pieces: list[Piece]) -> SnapshotInfo:
    epoch, seq, _ = copy.position
    digests = "".join(piece.sha256 for piece in pieces)
    return SnapshotInfo(
        name=hashlib.sha256(digests.encode()).hexdigest()[:_NAME_DIGITS],
        epoch=epoch,
        seq=seq,
        schema=copy.schema,
        pieces=pieces,
        page_size=PAGE_BYTES,
        reserve=RESERVED,
    )


def _alike(mine: Mapping[str, Tally], theirs: Mapping[str, Tally]) -> bool:
    return all(mine.get(n, Tally()) == theirs.get(n, Tally()) for n in mine.keys() | theirs.keys())


def _check(plain: Path) -> None:
    """Done here once, so that no device has to."""
    with closing(sqlite3.connect(plain)) as connection:
        found = connection.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok" or reserved_in(plain) != RESERVED:
        raise CopyWrong(f"the snapshot's file is not sound: {found}")
