"""A hub is asked everything that its description of its calls lists, and what a new tablet holds is read."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from clienteling.database import create_tables
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from sync.device import state
from sync.device.database import open_plain
from sync.device.link.client import HttpHub
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.device.state import Fact
from sync.device.trusted.pairing import Pairing
from sync.device.trusted.pinning import Pin
from tests.hub.serving.hub_process import HubProcess
from tests.hub.serving.wire_client import request

NUMBER = re.compile(r"(?<![\w.-])\d+(?![\w.-])")
LIVE = ("/live", "/wait")
"""They answer when something happens, and with positions alone."""


def numbers(said: str) -> set[str]:
    return set(NUMBER.findall(said))


def answers(hub: HubProcess, known: Pairing) -> Mapping[str, str]:
    """Of each GET that the hub describes, with what its address needs."""
    document = msgspec.json.decode(request(hub, "GET", "/openapi.json")[1])
    hello = request(hub, "GET", "/sync/v1/hello", credential=known.credential)[1]
    query = f"?epoch={msgspec.json.decode(hello)['epoch']}&collection=interaction&schema=x&after=0"
    asked = [path for path, calls in document["paths"].items() if "get" in calls and not path.endswith(LIVE)]
    return {path: said(hub, re.sub(r"\{\w+\}", "0", path) + query, known) for path in asked}


def said(hub: HubProcess, address: str, known: Pairing) -> str:
    return request(hub, "GET", address, credential=known.credential)[1].decode(errors="replace")


@contextmanager
def tablet(hub: HubProcess, known: Pairing, file: Path) -> Iterator[tuple[Replica, HttpHub]]:
    """A new one after its first pass."""
    engine = open_plain(file)
    create_tables(engine)
    replica = Replica(engine, REGISTRY)
    link = HttpHub(Pin(hub.fingerprint), (hub.address,), known.credential)
    run_pass(replica, link, lambda _: None)
    yield replica, link
    link.close()
    engine.dispose()


def told(hub: HubProcess, known: Pairing, file: Path) -> Mapping[str, str]:
    """What a new tablet holds, table by table."""
    with tablet(hub, known, file) as (replica, _), replica.read() as conn:
        rows = {table.name: conn.execute(table.select()).all() for table in metadata.sorted_tables}
    return {name: str([tuple(row) for row in some]) for name, some in rows.items()}


def key_of(replica: Replica) -> str:
    with replica.read() as conn:
        return state.get(conn, Fact.SCOPE_KEY)
