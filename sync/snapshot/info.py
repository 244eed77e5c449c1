"""What the hub says of a snapshot, as it travels (JSON)."""

from sync.wire import Message


class Piece(Message):
    """A part of a snapshot: whole pages of the plain file, packed as one zstd frame."""

    length: int
    """Bytes of the plain file."""
    size: int
    """Bytes on the wire."""
    sha256: str
    """Of the bytes on the wire, hex."""


class SnapshotInfo(Message):
    """A replica ready to be taken over: the whole state at `seq`, as a file in pieces."""

    name: str
    """Names these very bytes."""
    epoch: str
    seq: int
    schema: str
    """It serves replicas with this schema only (snapshot/schema.py)."""
    pieces: list[Piece]
    page_size: int
    reserve: int
    """Bytes free at the end of each page."""

    @property
    def length(self) -> int:
        return sum(piece.length for piece in self.pieces)

    @property
    def size(self) -> int:
        return sum(piece.size for piece in self.pieces)
