"""The snapshots that lie ready on the hub's disk: one folder for each extent that devices hold."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from sync.private_file import write_private
from sync.snapshot.info import SnapshotInfo

_OFFERS = "offers.json"
_LOCK = "building.lock"
_KEPT = 2
"""The newest, and the one before it for those who are still fetching it."""


class Ready(msgspec.Struct, frozen=True):
    """A snapshot that lies on the shelf."""

    mark: str
    """What held when it was made, and has to hold while it is given out."""
    records: int
    info: SnapshotInfo


class Shelf:
    """Every call looks at the disk, so that what another process takes away is gone here too."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether this process is the one that builds; several of one hub may share the directory.

        SQLite's own lock, which ends with its process however that ends.
        """
        self._directory.mkdir(mode=0o700, exist_ok=True)
        with closing(sqlite3.connect(self._directory / _LOCK, timeout=0, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                yield False
            else:
                yield True

    def folder(self, holds: str) -> Path:
        """Where everything that belongs to an extent lies."""
        return self._directory / _digest(holds)

    def make_folder(self, holds: str) -> Path:
        folder = self.folder(holds)
        for each in (self._directory, folder):
            each.mkdir(mode=0o700, exist_ok=True)
        return folder

    def ready(self, holds: str) -> list[Ready]:
        """The newest first."""
        return _read(self.folder(holds))

    def kept(self, holds: str, mark: str) -> Path:
        """The replica from which the extent's snapshots are made."""
        return self.make_folder(holds) / _kept_name(mark)

    def path(self, holds: str, name: str) -> Path:
        return self.folder(holds) / f"{name}.pieces"

    def put(self, holds: str, packed: Path, ready: Ready) -> None:
        """Give out this one from now on. `packed` is moved. Raises OSError."""
        packed.replace(self.path(holds, ready.info.name))
        others = [each for each in self.ready(holds) if each.info.name != ready.info.name]
        kept = [ready, *others][:_KEPT]
        write_private(self.folder(holds) / _OFFERS, msgspec.json.encode(kept))
        for each in others[_KEPT - 1 :]:
            self.path(holds, each.info.name).unlink(missing_ok=True)

    def tidy(self, mark: str) -> None:
        """Delete what was made under another mark, and what a build left that was cut off. Raises OSError."""
        for folder in self._directory.glob("*/"):
            offers = _read(folder)
            if any(each.mark != mark for each in offers):
                (folder / _OFFERS).unlink()
                offers = []
            wanted = {f"{each.info.name}.pieces" for each in offers} | {_OFFERS}
            for path in folder.iterdir():
                if path.name not in wanted and not path.name.startswith(_kept_name(mark)):
                    path.unlink(missing_ok=True)

    def drop_kept(self, holds: str) -> None:
        """Begin the kept replica anew next time."""
        for path in self.folder(holds).glob("kept-*"):
            path.unlink(missing_ok=True)


def _read(folder: Path) -> list[Ready]:
    try:
        return msgspec.json.decode((folder / _OFFERS).read_bytes(), type=list[Ready])
    except (OSError, msgspec.DecodeError):
        return []


def _kept_name(mark: str) -> str:
    return f"kept-{_digest(mark)}.db"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
