"""How the line stands that a source keeps open by itself, kept where `hub sources` finds it."""

from contextlib import AbstractContextManager
from typing import Protocol

import msgspec

from clienteling.hub.sources import positions
from sync.hub.writer import HubWriter


class Store(Protocol):
    def write(self) -> AbstractContextManager[HubWriter]: ...


class Line:
    def __init__(self, store: Store, source: str, resource: str) -> None:
        self._store = store
        self._source = source
        self._resource = resource

    def stands(self, problem: str, again_at: int) -> None:
        """Up where there is no problem; otherwise it is tried again then."""
        with self._store.write() as writer:
            before = positions.read(writer.connection, self._source, self._resource)
            up_at = before.last_ok_at if problem else writer.now
            now = msgspec.structs.replace(before, problem=problem, next_at=again_at, last_ok_at=up_at)
            positions.write(writer.connection, self._source, self._resource, now)
