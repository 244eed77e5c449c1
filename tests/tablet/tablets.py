"""Tablets for tests and pictures: encrypted replicas filled from a hub in the same process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from argon2 import PasswordHasher
from PySide6.QtCore import QCoreApplication, QEvent

from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.tablet.app import App
from clienteling.tablet.opening.device import FILE, open_device
from clienteling.tablet.window import load_fonts
from sync.address import Address
from sync.changes import Changes
from sync.device.passes import run_pass
from sync.device.replica import OUTBOX, Replica
from sync.device.trusted.keys import DATABASE_KEY, DATABASE_KEY_BYTES, FileKeys
from sync.device.trusted.pairing import Pairing, remember
from sync.hub.databases.database import open_hub
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests import ready_made

NOW = 1_795_340_800_000
"""Sunday 22 November 2026, 10:46 in Milan."""
STORE = "milano-brera"
SOFIA, MARTA, PAOLO = "sofia", "marta", "paolo"
PIN = "1234"
PIN_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)
"""Quick to check: a hash names its own parameters, and how long the app's own takes is not what is tested."""
HUB_FILE = "hub.sqlite"

NOWHERE = Address("127.0.0.1", 9)
"""The discard port: nobody answers there, so the tablet is offline."""
PAIRING = Pairing(
    hub_id="0" * 64,
    hub_name="Nodo di Brera",
    device_id="tablet-1",
    device_name="Tablet 1",
    scope=STORE,
    credential="none",
    addresses=(NOWHERE,),
)

_copies: WeakKeyDictionary[HubStore, tuple[ready_made.Build, int]] = WeakKeyDictionary()
"""The hubs on copies that have met nobody: of what, and how far the feed went then."""


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self, now: int = NOW) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


def keys_in_a_file(folder: Path) -> FileKeys:
    """Tests leave the machine's own key store alone."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = FileKeys(folder / "keys.json")
    if keys.get(DATABASE_KEY) is None:
        keys.put(DATABASE_KEY, "5a" * DATABASE_KEY_BYTES)
    return keys


def little_hub(folder: Path, now: Callable[[], int] = lambda: NOW) -> HubStore:
    """A shop with three people, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    engine = open_hub(folder / HUB_FILE)
    metadata.create_all(engine)
    store = HubStore(engine, REGISTRY, now=now)
    shop = {"id": STORE, "name": "Milano Brera", "city": "Milano", "time_zone": "Europe/Rome"}
    with store.write() as writer:
        writer.insert("store", shop)
        writer.insert("associate", person(SOFIA, "Sofia", "Marini", "associate"))
        writer.insert("associate", person(MARTA, "Marta", "De Angelis", "manager"))
        writer.insert("associate", person(PAOLO, "Paolo", "Quattrocchi", "associate"))
    return store


def three_people(folder: Path) -> sa.Engine:
    return little_hub(folder).engine


def copied_hub(folder: Path, build: ready_made.Build) -> HubStore:
    """A test's own hub, on a copy of the file that `build` makes."""
    ready_made.lay(folder / HUB_FILE, build)
    hub = HubStore(open_hub(folder / HUB_FILE), REGISTRY, now=lambda: NOW)
    _copies[hub] = (build, hub.head)
    return hub


def person(key: str, name: str, family_name: str, role: str) -> dict[str, Any]:
    return {
        "id": key,
        "store_id": STORE,
        "given_name": name,
        "family_name": family_name,
        "role": role,
        "pin_hash": PIN_HASH,
    }


def paired_folder(folder: Path, hub: HubStore, now: Callable[[], int] = lambda: NOW) -> Path:
    """A tablet's folder with its first replica from that hub, ready to be opened by the app."""
    remember(keys_in_a_file(folder), PAIRING)
    build, head = _copies.pop(hub, (None, 0))  # only the first: two tablets are not one that was copied
    if build is None or (hub.head, now()) != (head, NOW):
        first_pass(folder, hub, now).dispose()
    else:
        ready_made.lay(folder / FILE, first_replica(build))
        hub.hello(PAIRING.device_id)
        hub.note_pull(PAIRING.device_id, head)
    return folder


def first_pass(folder: Path, hub: HubStore, now: Callable[[], int]) -> sa.Engine:
    opened = open_device(folder, now)
    meet(opened.replica, hub)
    return opened.replica.engine


@cache
def first_replica(build: ready_made.Build) -> ready_made.Build:
    """Of a hub on a copy to which nothing was added."""

    def made(folder: Path) -> sa.Engine:
        hub = copied_hub(folder / "hub", build)
        keys_in_a_file(folder)
        try:
            return first_pass(folder, hub, lambda: NOW)
        finally:
            hub.engine.dispose()

    return made


def pair_without_replica(folder: Path) -> None:
    """Paired a moment ago: nothing has arrived yet."""
    remember(keys_in_a_file(folder), PAIRING)


def meet(replica: Replica, hub: HubStore) -> None:
    """One pass between that tablet and that hub."""
    run_pass(replica, LocalHub(hub, PAIRING.device_id), lambda _: None)


@contextmanager
def running(folder: Path, now: Callable[[], int] = lambda: NOW) -> Iterator[App]:
    """The app on that folder, opened as after its first frame, closed in order."""
    load_fonts()
    app = App(folder, now=now, device_name="Tablet 1")
    try:
        app.open()
        yield app
    finally:
        app.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sign_in(app: App, associate_id: str, pin: str = PIN) -> None:
    """Without the screen; what it shows has tests of its own."""
    app.root.shop.sign_in.choose(associate_id)
    app.root.shop.sign_in.submit(pin)


def opened(app: App) -> bool:
    return app._opened is not None


def replica_of(app: App) -> Replica:
    assert app._opened is not None
    return app._opened.replica


def write_note(app: App, body: str = "Preferisce la pelle liscia") -> str:
    """What somebody else's screen would record; the page under test only shows it."""
    with replica_of(app).write() as writer:
        return writer.insert(
            "note", {"body": body, "at": writer.now, "visibility": "store", "store_id": STORE}
        )


def outbox_moved() -> Changes:
    return Changes({OUTBOX: frozenset()})
