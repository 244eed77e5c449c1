"""A snapshot on its way to the disk: the pieces that arrived whole, encrypted as the replica itself is."""

import os
import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, Self

from sync.device.database import ReplicaFile
from sync.device.snapshot.sealing import SALT_BYTES, Sealing
from sync.snapshot.info import SnapshotInfo
from sync.sqlite import PAGE_BYTES


class Part:
    """The file `path`, made or gone on with: what it has of the last piece that is not whole is cut off.

    A thread of its own encrypts and writes a piece while the next one is received.
    """

    def __init__(self, file: ReplicaFile, path: Path, info: SnapshotInfo) -> None:
        self._info = info
        self._file: BinaryIO = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        self.pieces, whole = _whole(info, self._file.seek(0, os.SEEK_END))
        self.gone_on_with = self.pieces > 0
        """Some of it was written by an earlier process, perhaps before a loss of power."""
        self._file.truncate(whole)
        self._sealing = self._sealed_with(file.key) if file.key is not None else None
        self._file.seek(whole)
        self._writer = ThreadPoolExecutor(1, "snapshot")
        self._writing: Future[None] | None = None

    @property
    def arrived(self) -> int:
        """Bytes on the wire that need not come again."""
        return sum(piece.size for piece in self._info.pieces[: self.pieces])

    def append(self, content: bytes) -> None:
        """The next piece. Raises OSError, also where the one before it could not be written."""
        self._wait()
        self._writing = self._writer.submit(self._write, content)
        self.pieces += 1

    def settle(self) -> None:
        """On disk when this returns, also after a loss of power. Raises OSError."""
        self._wait()
        self._file.flush()
        os.fsync(self._file.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.shutdown()
        self._file.close()

    def _wait(self) -> None:
        if self._writing is not None:
            self._writing.result()

    def _write(self, content: bytes) -> None:
        if self._sealing is not None:
            content = self._sealing.sealed(content, self._file.tell() // PAGE_BYTES + 1)
        self._file.write(content)

    def _sealed_with(self, key: bytes) -> Sealing:
        """The salt of a file that was begun stands at its beginning."""
        self._file.seek(0)
        return Sealing(key, self._file.read(SALT_BYTES) if self.pieces else secrets.token_bytes(SALT_BYTES))


def _whole(info: SnapshotInfo, size: int) -> tuple[int, int]:
    """How many pieces lie in that many bytes, and where the last of them ends."""
    end = 0
    for count, piece in enumerate(info.pieces):
        if end + piece.length > size:
            return count, end
        end += piece.length
    return len(info.pieces), end
