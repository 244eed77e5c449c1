"""Fetching a snapshot over a link that may be cut anywhere, with the memory of a few pieces.

What of a piece has arrived is kept in memory only, for it is not encrypted: after a cut it goes on at that
very byte, after the end of the process with the last piece that was whole.
"""

from collections.abc import Callable
from contextlib import closing

from sync.api import HubApi
from sync.device.database import ReplicaFile
from sync.device.snapshot.part import Part
from sync.errors import HubUnreachable
from sync.snapshot.info import SnapshotInfo
from sync.snapshot.pieces import PieceDamaged, unpacked

TRIES = 2
"""A piece that arrives wrong is fetched once more."""


def fetch(
    api: HubApi, info: SnapshotInfo, file: ReplicaFile, part: Part, report: Callable[[int], None]
) -> None:
    """Go on until every piece is in the part. `report` hears how many bytes have arrived.

    Raises PieceDamaged where a piece is wrong twice, OSError, and what the hub's calls raise.
    """
    tries = TRIES
    while part.pieces < len(info.pieces):
        before = part.pieces
        try:
            _receive(api, info, file, part, report)
        except PieceDamaged:
            tries = TRIES - 1 if part.pieces > before else tries - 1
            if not tries:
                raise


def _receive(
    api: HubApi, info: SnapshotInfo, file: ReplicaFile, part: Part, report: Callable[[int], None]
) -> None:
    """One connection's worth; that it was cut is no error as long as it brought something."""
    rest = bytearray(file.arrived.pop((info.name, part.pieces), b""))
    file.arrived.clear()
    came = 0
    try:
        with closing(api.snapshot_bytes(info.name, part.arrived + len(rest))) as chunks:
            for chunk in chunks:
                came += len(chunk)
                rest += chunk
                _take_whole(info, part, rest)
                report(part.arrived + len(rest))
    except HubUnreachable:
        if not came:
            raise
    finally:
        if rest:
            file.arrived[info.name, part.pieces] = bytes(rest)
    if not came:
        raise HubUnreachable("the snapshot brings nothing")


def _take_whole(info: SnapshotInfo, part: Part, rest: bytearray) -> None:
    while part.pieces < len(info.pieces) and len(rest) >= info.pieces[part.pieces].size:
        piece = info.pieces[part.pieces]
        body = bytes(rest[: piece.size])
        try:
            content = unpacked(body, piece)
        except PieceDamaged:
            rest.clear()
            raise
        del rest[: piece.size]
        part.append(content)
