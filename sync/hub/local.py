"""The hub in the same process: what a device sees over HTTPS, through the same encoded messages."""

import msgspec

from sync.digest import read_difference, read_page
from sync.errors import Code, HubRefused
from sync.hub.greeting import welcome
from sync.hub.store import HubStore
from sync.wire import (
    SAYS_NOTHING,
    Buckets,
    Comparison,
    Difference,
    Greeting,
    Hello,
    Page,
    Push,
    PushReply,
)


class LocalHub:
    """A `sync.api.HubApi` for one device, which belongs to a scope or to none."""

    def __init__(self, store: HubStore, device_id: str, scope: str = "") -> None:
        self._store = store
        self._device_id = device_id
        self._holds = store.holds(scope)

    def hello(self, greeting: Greeting = SAYS_NOTHING) -> Hello:
        return welcome(self._store, self._device_id, greeting, holds=self._holds)

    def push(self, push: Push) -> PushReply:
        return self._store.apply(self._device_id, msgspec.json.encode(push))

    def pull(self, epoch: str, after: int, limit: int) -> Page:
        self._store.note_pull(self._device_id, after)
        return read_page(self._store.page(epoch, after, limit, self._holds))

    def buckets(self, epoch: str, collection: str) -> Buckets:
        return self._store.buckets(epoch, collection, self._holds)

    def compare(self, comparison: Comparison) -> Difference:
        return read_difference(self._store.compare(comparison, self._holds))

    def blob(self, digest: str) -> bytes:
        body = self._store.blob(digest)
        if body is None:
            raise HubRefused(Code.NOT_FOUND, "no such file")
        return body
