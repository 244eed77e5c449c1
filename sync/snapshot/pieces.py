"""A snapshot cut into pieces, each a zstd frame of its own: checked, unpacked and resumed one by one."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sync.compression import BodyTooLarge, NotCompressed, compress, decompress
from sync.snapshot.info import Piece
from sync.sqlite import PAGE_BYTES

PIECE_BYTES = 4 << 20
"""Of the plain file: 512 pages, about a megabyte on the wire."""
LARGEST_PIECE = 16 << 20


class PieceDamaged(Exception):
    """What arrived is not what the hub announced."""


def cut(plain: Path, packed: BinaryIO) -> Iterator[Piece]:
    """Write the pieces of a plain file one after the other; each is yielded when it is written."""
    with plain.open("rb") as file:
        while content := file.read(PIECE_BYTES):
            body = compress(content)
            packed.write(body)
            yield Piece(length=len(content), size=len(body), sha256=hashlib.sha256(body).hexdigest())


def unpacked(body: bytes, piece: Piece) -> bytes:
    """The pages of a piece. Raises PieceDamaged."""
    if hashlib.sha256(body).hexdigest() != piece.sha256:
        raise PieceDamaged("another digest")
    try:
        content = decompress(body, piece.length)
    except (BodyTooLarge, NotCompressed) as error:
        raise PieceDamaged("it does not unpack") from error
    if len(content) != piece.length:
        raise PieceDamaged("another length")
    return content


def usable(piece: Piece) -> bool:
    """Whole pages, and not more than one wants to have in memory."""
    sizes = range(1, LARGEST_PIECE + 1)
    return piece.length in sizes and piece.size in sizes and piece.length % PAGE_BYTES == 0
