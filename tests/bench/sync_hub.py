"""A hub of the benches' rows in a process of its own, over TLS, as a shop's hub is.

`python -m tests.bench.sync_hub FOLDER` serves what `stock` has put there.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clienteling.hub import serving, settings
from clienteling.hub.app import application, assembled
from clienteling.hub.server import listen, serve
from sync.address import Address
from sync.device.link.client import HttpHub
from sync.device.snapshot.copy import ReplicaCopy
from sync.device.trusted.pairing import Pairing
from sync.device.trusted.pinning import Pin
from sync.hub.databases.database import open_hub
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.hub.trust.certificates import load_or_create
from sync.hub.trust.devices import enrol
from sync.instants import wall_clock
from sync.sqlite import immediate
from tests.bench.sync_device import SWITCH_S
from tests.bench.sync_rows import REGISTRY, customers, metadata

AT_ONCE = 5_000
START_WITHIN_S = 120.0
NONE_MADE_HERE = sys.maxsize
"""Records for a snapshot: making one would be measured too."""
DATABASE = "database.txt"


@dataclass(frozen=True, slots=True)
class Served:
    """A hub that answers."""

    folder: Path
    address: Address
    fingerprint: str
    process: int

    def device(self) -> HttpHub:
        """The hub as one more device sees it."""
        return HttpHub(Pin(self.fingerprint), (self.address,), self.paired("bench").credential)

    def paired(self, name: str) -> Pairing:
        """What a tablet of that name knows after pairing."""
        engine = open_hub(_database(self.folder))
        with immediate(engine) as connection:
            enrolled = enrol(connection, name=name, scope="", now=wall_clock())
        engine.dispose()
        return Pairing(
            hub_id=self.fingerprint,
            hub_name="Bench",
            device_id=enrolled.device_id,
            device_name=name,
            scope="",
            credential=enrolled.credential,
            addresses=(self.address,),
        )


@contextmanager
def store_of(folder: Path) -> Iterator[HubStore]:
    """The hub's store from this process, beside the one that serves it."""
    engine = open_hub(_database(folder))
    metadata.create_all(engine)
    try:
        yield HubStore(engine, REGISTRY)
    finally:
        engine.dispose()


def empty_replica(path: Path) -> ReplicaCopy:
    """What a device begins with."""
    return ReplicaCopy(path, REGISTRY, metadata.create_all)


def _database(folder: Path) -> str | Path:
    """A file of its own, unless `DATABASE` there names one that several hubs share."""
    named = folder / DATABASE
    return named.read_text() if named.exists() else folder / "hub.db"


def stock(folder: Path, count: int) -> None:
    """Customers as the hub itself writes them."""
    with store_of(folder) as store:
        for first in range(0, count, AT_ONCE):
            with store.write() as writer:
                writer.insert_many("customer", customers(min(AT_ONCE, count - first), first))


def main() -> None:
    sys.setswitchinterval(SWITCH_S)
    folder = Path(sys.argv[1])
    chosen = settings.load_or_create(folder)
    with store_of(folder) as store, listen("127.0.0.1", 0) as listening:
        identity = load_or_create(chosen.identity, chosen.name)
        given_out = Snapshots(folder / "snapshots", store, empty_replica, least_records=NONE_MADE_HERE)
        hub = assembled(chosen, identity, store, given_out)
        port = listening.getsockname()[1]
        note = serving.Serving("127.0.0.1", port, hub.identity.fingerprint, os.getpid())
        serve(hub, application(hub), listening, lambda: serving.write(folder / serving.FILE, note))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Over TLS on loopback, until the block ends."""
    note = folder / serving.FILE
    note.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.bench.sync_hub", str(folder)]
    with subprocess.Popen(command) as process:
        try:
            found = _ready(note, process)
            yield Served(folder, Address(found.here, found.port), found.fingerprint, process.pid)
        finally:
            process.terminate()


def _ready(note: Path, process: subprocess.Popen[bytes]) -> serving.Serving:
    give_up = time.monotonic() + START_WITHIN_S
    while time.monotonic() < give_up and process.poll() is None:
        found = serving.read(note)
        if found is not None and found.answers():
            return found
        time.sleep(0.02)
    raise TimeoutError("the hub does not start")


if __name__ == "__main__":
    main()
