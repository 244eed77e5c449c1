"""A hub and its devices, however they meet."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from sync.api import HubApi
from sync.clock import Stamp
from sync.device.link.client import HttpHub
from sync.device.snapshot.copy import ReplicaCopy
from sync.device.trusted.pinning import Pin
from sync.hub.databases.database import open_hub
from sync.hub.local import LocalHub
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.hub.trust.devices import enrol
from sync.instants import wall_clock
from sync.sqlite import immediate
from sync.wire import FeedRecord, Page, Push, PushedRecord, PushReply
from tests.sync.pushed import write
from tests.sync.shop import REGISTRY, metadata

LIMIT = 5_000
_numbers = count(1)


@contextmanager
def opened(database: str) -> Iterator[HubStore]:
    """The hub's store, in whichever process this is."""
    engine = open_hub(database)
    metadata.create_all(engine)
    try:
        yield HubStore(engine, REGISTRY)
    finally:
        engine.dispose()


def snapshots_of(store: HubStore, folder: Path) -> Snapshots:
    """What is made in one process is given out by the others that share the folder."""
    return Snapshots(folder / "snapshots", store, _empty_replica, least_records=1)


def _empty_replica(path: Path) -> ReplicaCopy:
    return ReplicaCopy(path, REGISTRY, metadata.create_all)


def here(store: HubStore, snapshots: Snapshots) -> Callable[[], HubApi]:
    names = count(1)
    return lambda: LocalHub(store, f"here{id(store)}x{next(names)}", snapshots=snapshots)


class OverHttps:
    """Devices that a hub process trusts; closed with the block."""

    def __init__(self, store: HubStore) -> None:
        self._store = store
        self._made: list[HttpHub] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None:
        for one in self._made:
            one.close()

    def new(self, process: Any) -> HttpHub:
        with immediate(self._store.engine) as connection:
            enrolled = enrol(connection, name="device", scope="", now=wall_clock())
        return Again(self._made, process, enrolled.credential)


class Again(HttpHub):
    """One that can be had twice, for two threads."""

    def __init__(self, made: list[HttpHub], process: Any, credential: str) -> None:
        super().__init__(Pin(process.fingerprint), (process.address,), credential)
        self._made = made
        self._process = process
        made.append(self)

    def again(self) -> "Again":
        return Again(self._made, self._process, self.credential)


class Device:
    """One that writes by hand; its numbers go on by themselves."""

    def __init__(self, api: HubApi) -> None:
        self.api = api
        self.last = 0
        self.ticks = count()

    def write(self, collection: str, record_id: str, *, new: bool = True, **fields: Any) -> PushedRecord:
        self.last += 1
        stamp = str(Stamp(wall_clock(), next(self.ticks), "d"))
        return write(self.last, collection, record_id, stamp=stamp, new=new, **fields)

    def again(self) -> "Device":
        """The same device by another connection: an api serves one thread."""
        twin = Device(self.api.again() if isinstance(self.api, Again) else self.api)
        twin.last = self.last
        return twin

    def push(self, *records: PushedRecord) -> PushReply:
        epoch = self.api.hello().epoch
        return self.api.push(Push(epoch=epoch, records=list(records)))


class Meeting:
    def __init__(self, store: HubStore, snapshots: Snapshots, new: Callable[[], HubApi]) -> None:
        self.store = store
        """The hub's own hand, in this process."""
        self.snapshots = snapshots
        self.device = lambda: Device(new())

    def name(self, of: str) -> str:
        """Of a record that no other test has."""
        return f"{of}{next(_numbers)}"


def pulled(api: HubApi, after: int = 0, limit: int = LIMIT) -> Iterator[Page]:
    """Page after page, up to the first one's end."""
    epoch = api.hello().epoch
    page = api.pull(epoch, after, limit)
    upto = page.upto
    yield page
    while page.next < upto:
        page = api.pull(epoch, page.next, limit)
        yield page


def records(api: HubApi, after: int = 0, limit: int = LIMIT) -> dict[str, FeedRecord]:
    """What a device holds that pulls after a position, by id."""
    return {record.id: record for page in pulled(api, after, limit) for record in page.records}


def replaced(record: PushedRecord, **values: Any) -> PushedRecord:
    return msgspec.structs.replace(record, **values)
