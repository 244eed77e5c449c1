"""The demo's chain on a tablet that a benchmark opens: an encrypted replica of 2,000 customers, offline."""

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import sqlalchemy as sa

from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.tables import customer
from clienteling.hub.app import create_hub
from clienteling.hub.code_keys import signing_key
from clienteling.hub.demo.load import load
from clienteling.hub.settings import load_or_create
from clienteling.tablet.opening.device import open_device
from sync.address import Address
from sync.device.passes import run_pass
from sync.device.trusted.keys import DATABASE_KEY, DATABASE_KEY_BYTES, FileKeys
from sync.device.trusted.pairing import Pairing, remember
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from sync.instants import wall_clock

STORE = "milano-brera"
NOBODY = Address("127.0.0.1", 9)


@dataclass(frozen=True, slots=True)
class Stocked:
    folder: Path
    codes: tuple[tuple[str, str], ...]
    """Customer id, her signed code."""


@contextmanager
def stocked_tablet(codes: int = 0) -> Iterator[Stocked]:
    """A paired tablet's folder, and the codes of some of its customers."""
    with TemporaryDirectory(prefix="clienteling-bench-") as folder:
        yield stock(Path(folder), lambda hub: _first(hub, codes))


def _first(hub: HubStore, count: int) -> Sequence[str]:
    with hub.read() as connection:
        return connection.scalars(sa.select(customer.c.id).order_by(customer.c.id).limit(count)).all()


def stock(folder: Path, chosen: Callable[[HubStore], Sequence[str]]) -> Stocked:
    """The chain on a hub and, by a pass, on a tablet within that folder; codes for those who are chosen."""
    hub = create_hub(load_or_create(folder / "hub"))
    try:
        load(hub.store)
        key = signing_key(folder / "hub", hub.store)
        ids = chosen(hub.store)
        keys = FileKeys(_made(folder / "tablet") / "keys.json")
        keys.put(DATABASE_KEY, secrets.token_hex(DATABASE_KEY_BYTES))
        remember(keys, _pairing())
        opened = open_device(folder / "tablet", wall_clock)
        run_pass(opened.replica, LocalHub(hub.store, "bench"), lambda _: None)
        opened.replica.engine.dispose()
    finally:
        hub.close()
    signed = tuple((i, sign(key.private, Claim(key.number, key.retailer, i, 1))) for i in ids)
    return Stocked(folder / "tablet", signed)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _pairing() -> Pairing:
    return Pairing(
        hub_id="0" * 64,
        hub_name="Bench",
        device_id="bench",
        device_name="Bench",
        scope=STORE,
        credential="none",
        addresses=(NOBODY,),
    )
