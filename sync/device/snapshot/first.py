"""A replica that begins takes over a snapshot where the hub has one that fits; else it pulls from zero."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from sync.api import HubApi
from sync.changes import Changes
from sync.collection import Registry, Rule
from sync.device import schema, state
from sync.device.database import ReplicaFile
from sync.device.gate import GateBusy
from sync.device.progress import Phase, Progress, Report
from sync.device.replica import Replica
from sync.device.snapshot.download import fetch
from sync.device.snapshot.exchange import exchange, prepare, verify
from sync.device.snapshot.part import Part
from sync.device.state import Fact
from sync.errors import Code, HubRefused, ReplicaUnusable
from sync.snapshot.info import SnapshotInfo
from sync.snapshot.pages import RESERVED
from sync.snapshot.pieces import PieceDamaged, usable
from sync.snapshot.schema import schema_of
from sync.sqlite import PAGE_BYTES
from sync.wire import Hello

ROOM_BESIDE = 32 << 20
"""Bytes that stay free beside a snapshot."""
_OFFERS = 6

_log = logging.getLogger(__name__)


class _Unusable(Exception):
    """The snapshot does not serve this time; its reason."""


def take_snapshot(replica: Replica, api: HubApi, hello: Hello, progress: Report) -> Changes:
    """If the replica is at its beginning, exchange its file for the hub's snapshot; say what that changed.

    Raises HubUnreachable and FingerprintMismatch; what has arrived is kept for the next time.
    """
    with replica.read() as connection:
        if not _is_at_its_beginning(connection, replica.registry):
            return Changes()
        own = schema_of(connection, replica.registry)
    if hello.snapshot != own:
        _drop(replica.file)
        return Changes()
    try:
        _take(replica, api, own, progress)
    except (_Unusable, GateBusy) as reason:
        _drop(replica.file)
        _log.warning("No snapshot this time, everything is pulled: %s", reason)
        return Changes()
    changes = Changes({collection.name: frozenset() for collection in replica.registry})
    replica.tell(changes)
    return changes


def _take(replica: Replica, api: HubApi, own: str, progress: Report) -> None:
    """The hub is asked again when everything is here: somebody may have been erased meanwhile."""
    for _ in range(_OFFERS):
        info = _offer(replica.file, api, own)
        fresh = _path(replica.file, info.name, "ready")
        try:
            if fresh.exists():
                prepare(replica, api, fresh)
                exchange(replica, fresh)
                return
            _fetch(replica.file, api, info, fresh, progress)
        except (OSError, ReplicaUnusable, sa.exc.DatabaseError) as error:
            raise _Unusable("it cannot be taken over") from error
    raise _Unusable("the hub keeps changing its mind")


def _offer(file: ReplicaFile, api: HubApi, own: str) -> SnapshotInfo:
    """What the hub gives out now; only that may be used, for it may hold somebody who was erased since."""
    begun = next((path.stem.rpartition("-")[2] for path in _lying(file)), "")
    try:
        info = api.snapshot(own, begun)
    except HubRefused as refusal:
        if refusal.code is not Code.NOT_FOUND:
            raise
        raise _Unusable("none is ready") from refusal
    _drop(file, but=info.name)
    if info.schema != own or (info.page_size, info.reserve) != (PAGE_BYTES, RESERVED):
        raise _Unusable("it is made for other replicas")
    if not info.name.isalnum() or not all(usable(piece) for piece in info.pieces):
        raise _Unusable("it is not described in a way that makes sense")
    return info


def _fetch(file: ReplicaFile, api: HubApi, info: SnapshotInfo, fresh: Path, progress: Report) -> None:
    """The snapshot under that name, whole and verified; not there where the hub took it away meanwhile."""
    path = _path(file, info.name, "part")
    there = path.stat().st_size if path.exists() else 0
    if shutil.disk_usage(path.parent).free < info.length - there + ROOM_BESIDE:
        raise _Unusable("there is no room on the disk")
    try:
        with Part(file, path, info) as part:
            fetch(api, info, file, part, lambda done: progress(Progress(Phase.SNAPSHOT, done, info.size)))
            part.settle()
        verify(file, path, info, read_again=part.gone_on_with)
    except HubRefused as refusal:
        if refusal.code is not Code.NOT_FOUND:
            raise
        return
    except PieceDamaged as error:
        raise _Unusable("it arrived damaged") from error
    path.replace(fresh)


def _is_at_its_beginning(connection: sa.Connection, registry: Registry) -> bool:
    """And what is here may go: the hub has lost nothing since it was told, or it did not come from there."""
    cursor = state.cursor(connection)
    if cursor.seq:
        return False
    return state.get(connection, Fact.SWEEP) == cursor.epoch or _has_nothing_to_lose(connection, registry)


def _has_nothing_to_lose(connection: sa.Connection, registry: Registry) -> bool:
    """Nothing here came from elsewhere: after a restored hub these may be the last copies of facts."""
    written = schema.outbox.c
    for collection in registry:
        if collection.rule is not Rule.REFERENCE:
            key = collection.table.c.id
            mine = sa.select(written.record_id).where(written.collection == collection.name)
            if connection.execute(sa.select(key).where(key.not_in(mine)).limit(1)).first() is not None:
                return False
    return True


def _path(file: ReplicaFile, name: str, ending: str) -> Path:
    return file.path.with_name(f"{file.path.name}.snapshot-{name}.{ending}")


def _lying(file: ReplicaFile) -> Iterator[Path]:
    return file.path.parent.glob(f"{file.path.name}.snapshot-*")


def _drop(file: ReplicaFile, but: str = " ") -> None:
    """What lies here of snapshots, except of one."""
    for path in list(_lying(file)):
        if f".snapshot-{but}." not in path.name:
            with suppress(FileNotFoundError):
                path.unlink()
