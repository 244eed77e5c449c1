"""The hub in the same process: what a device sees over HTTPS, through the same encoded messages."""

from collections.abc import Generator

import msgspec

from sync.digest import read_difference, read_page
from sync.errors import Code, HubRefused
from sync.hub.greeting import welcome
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.snapshot.info import SnapshotInfo
from sync.wire import (
    SAYS_NOTHING,
    Buckets,
    Comparison,
    Confirmation,
    Difference,
    Fetched,
    Greeting,
    Hello,
    Page,
    Push,
    PushReply,
    QueuedPush,
)

_PART = 1 << 16


class LocalHub:
    """A `sync.api.HubApi` for one device, which belongs to a scope or to none.

    Without `snapshots` none is ready.
    """

    def __init__(
        self, store: HubStore, device_id: str, scope: str = "", snapshots: Snapshots | None = None
    ) -> None:
        self._store = store
        self._device_id = device_id
        self._holds = store.holds(scope)
        self._snapshots = snapshots

    def hello(self, greeting: Greeting = SAYS_NOTHING) -> Hello:
        told = welcome(self._store, self._device_id, greeting, holds=self._holds)
        ready = self._snapshots.schema(self._holds) if self._snapshots is not None else ""
        return msgspec.structs.replace(told, snapshot=ready)

    def push(self, push: Push | QueuedPush) -> PushReply:
        return self._store.apply(self._device_id, msgspec.json.encode(push))

    def pull(self, epoch: str, after: int, limit: int, floor: int = 0) -> Page:
        self._store.note_pull(self._device_id, after)
        page = self._store.page(epoch, after, limit, self._holds, floor, device_id=self._device_id)
        return read_page(page)

    def buckets(self, epoch: str, collection: str) -> Buckets:
        return self._store.buckets(epoch, collection, self._holds, device_id=self._device_id)

    def compare(self, comparison: Comparison) -> Difference:
        return read_difference(self._store.compare(comparison, self._holds, device_id=self._device_id))

    def fetch(self, group: str) -> Fetched:
        return self._store.fetch(self._holds, group)

    def confirm(self, confirmation: Confirmation) -> None:
        self._store.erasing.confirm(self._device_id, confirmation)

    def blob(self, digest: str) -> bytes:
        body = self._store.blob(digest)
        if body is None:
            raise HubRefused(Code.NOT_FOUND, "no such file")
        return body

    def snapshot(self, schema: str, have: str = "") -> SnapshotInfo:
        return self._given_out().info(self._holds, schema, have)

    def snapshot_bytes(self, name: str, start: int) -> Generator[bytes]:
        with self._given_out().path(self._holds, name).open("rb") as file:
            file.seek(start)
            while part := file.read(_PART):
                yield part

    def _given_out(self) -> Snapshots:
        if self._snapshots is None:
            raise HubRefused(Code.NOT_FOUND, "this hub makes no snapshots")
        return self._snapshots
