"""A device's queue that came in a file: taken like a push, and once, however often it is brought."""

from collections import Counter
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.batches import batches
from sync.hub.store import HubStore
from sync.hub.trust.credentials import credential
from sync.hub.trust.devices import device
from sync.queue_file import Queue, QueueFileUnreadable, Sealed, read_header, unseal
from sync.wire import Push, Status

AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Taken:
    device_name: str
    made_at: int
    taken: int = 0
    known: int = 0
    """That the hub had already."""
    refused: int = 0


def take(store: HubStore, key: X25519PrivateKey, content: bytes) -> Taken:
    """Raises QueueFileUnreadable, and HubRefused (storage full)."""
    sealed = read_header(content)
    name, hashes = _device(store, sealed.device_id)
    queue = _opened(sealed, key, hashes)
    counted: Counter[Status] = Counter()
    for some in batches(queue.records, AT_ONCE):
        push = msgspec.json.encode(Push(epoch=store.epoch, records=list(some)))
        reply = store.apply(f"file:{sealed.digest}", push)
        counted.update(verdict.status for verdict in reply.verdicts)
    return Taken(
        device_name=name,
        made_at=queue.made_at,
        taken=counted[Status.APPLIED] + counted[Status.ADJUSTED],
        known=counted[Status.DUPLICATE],
        refused=counted[Status.REJECTED],
    )


def _device(store: HubStore, device_id: str) -> tuple[str, list[str]]:
    with store.read() as conn:
        name = conn.scalar(
            sa.select(device.c.name).where(device.c.id == device_id, device.c.revoked_at.is_(None))
        )
        hashes = conn.scalars(sa.select(credential.c.sha256).where(credential.c.device_id == device_id)).all()
    if name is None:
        raise QueueFileUnreadable("the tablet that wrote it is not one of this hub, or was revoked")
    return name, list(hashes)


def _opened(sealed: Sealed, key: X25519PrivateKey, hashes: list[str]) -> Queue:
    """A tablet may have renewed its credential and not used the new one yet: either proves it."""
    failure = QueueFileUnreadable("no tablet of this hub wrote it as it is")
    for known in hashes:
        try:
            return unseal(sealed, key, known)
        except QueueFileUnreadable as error:
            failure = error
    raise failure
