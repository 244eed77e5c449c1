"""A tablet that begins, a hub process that has made a snapshot by itself, and the line between them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.customers.search import search
from clienteling.customers.tables import customer
from clienteling.database import create_tables
from clienteling.replicated import REGISTRY
from sync.device.database import open_encrypted
from sync.device.engine import SyncEngine
from sync.device.link.client import HttpHub
from sync.device.passes import run_pass
from sync.device.progress import Phase, Progress
from sync.device.replica import Replica
from sync.device.states import Kind, State
from sync.device.trusted.pairing import Pairing, pair
from sync.device.trusted.pinning import Pin
from sync.errors import Code, HubUnreachable
from sync.wire import EVERYTHING
from tests.faults.cutter import Cutter
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.wire_client import PATH, refusal, request

COUNT = 6_000
KEY = bytes(range(32))
STEP = 10_000
BETWEEN = "127.0.0.3"
MADE_WITHIN_S = 120.0


@pytest.fixture(scope="module")
def stocked(tmp_path_factory) -> Iterator[HubProcess]:
    """A hub process that has made its snapshot in the background, as it does at its start."""
    hub = HubProcess(tmp_path_factory.mktemp("stocked"))
    people = [
        {"id": f"c{n:06}", "given_name": f"Ottavia{n}", "family_name": f"Bellini{n}", "language": "it"}
        for n in range(COUNT)
    ]
    with hub.house.store.write() as writer:
        writer.insert_many("customer", people)
    hub.start()
    until(lambda: hub.house.snapshots.schema(EVERYTHING), MADE_WITHIN_S)
    yield hub
    hub.close()


@contextmanager
def begun(path: Path) -> Iterator[Replica]:
    engine = open_encrypted(path, KEY)
    create_tables(engine)
    try:
        yield Replica(engine, REGISTRY)
    finally:
        engine.dispose()


def paired(hub: HubProcess, *hosts: str) -> Pairing:
    """The code names the way past the one who cuts."""
    return pair(hub.code(*hosts), "new")


def assert_whole(tablet: Replica) -> None:
    with tablet.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(customer)) == COUNT
        assert [hit.id for hit in search(connection, "ottavia5367 bellini5367")] == ["c005367"]
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        full = "INSERT INTO {0}({0}, rank) VALUES ('integrity-check', 1)"
        name = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
        ).scalar_one()
    with tablet.transaction() as connection:
        connection.exec_driver_sql(full.format(name))


def test_a_line_that_is_cut_every_few_kilobytes_brings_the_snapshot(stocked, tmp_path):
    pairing = paired(stocked)
    cutter = Cutter(BETWEEN, stocked.port, STEP)
    address = type(stocked.address)(BETWEEN, stocked.port)
    hub = HttpHub(Pin(pairing.hub_id), (address,), pairing.credential)
    steps: list[Progress] = []
    with begun(tmp_path / "tablet.db") as tablet:
        try:
            until(lambda: came_through(tablet, hub, steps))
        finally:
            hub.close()
            cutter.close()
        assert cutter.cuts >= 5
        assert Phase.SNAPSHOT in {step.phase for step in steps}
        assert max(step.total for step in steps if step.phase is Phase.PULL) == 0
        assert_whole(tablet)


def came_through(tablet: Replica, hub: HttpHub, steps: list[Progress]) -> bool:
    try:
        run_pass(tablet, hub, steps.append)
    except HubUnreachable:
        return False
    return True


def test_the_engine_says_how_much_has_arrived_and_listeners_hear_of_it(stocked, tmp_path):
    heard = threading.Event()
    states: list[State] = []
    with begun(tmp_path / "tablet.db") as tablet:
        tablet.listeners.append(lambda changes: heard.set() if changes.touches("customer") else None)
        engine = SyncEngine(tablet, paired(stocked), on_state=states.append)
        engine.start()
        try:
            until(lambda: engine.state.kind is Kind.LIVE)
        finally:
            engine.close()
        percents = [state.percent for state in states if state.kind is Kind.FIRST_REPLICA]
        assert percents == sorted(percents)
        assert percents[-1] >= 90
        assert heard.is_set()
        assert_whole(tablet)


@pytest.fixture
def given_out(stocked) -> tuple[str, str, bytes]:
    """A credential, the path of the snapshot's bytes, and these."""
    pairing = paired(stocked)
    hub = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    info = hub.snapshot(hub.hello().snapshot)
    hub.close()
    path = stocked.house.snapshots.path(EVERYTHING, info.name)
    return pairing.credential, f"/snapshot/{info.name}", path.read_bytes()


@pytest.mark.parametrize(
    ("headers", "status", "start"),
    [
        ({}, 200, 0),
        ({"Range": "bytes=1000-"}, 206, 1000),
        ({"Range": "bytes=0-"}, 206, 0),
        ({"Range": "bytes=5-9"}, 200, 0),
        ({"Range": "rows=1-"}, 200, 0),
        ({"Range": "bytes=1000-", "If-Range": '"another"'}, 200, 0),
    ],
    ids=str,
)
def test_the_bytes_come_from_the_one_that_is_named(stocked, given_out, headers, status, start):
    credential, path, body = given_out
    answer = request(stocked, "GET", PATH + path, credential=credential, headers=headers)
    assert answer == (status, body[start:])


def test_what_cannot_be_given_is_refused_with_a_code(stocked, given_out):
    credential, path, body = given_out
    beyond = {"Range": f"bytes={len(body)}-"}
    asked = refusal(stocked, "GET", path, credential=credential, headers=beyond)
    assert asked == (400, Code.MALFORMED)
    for other in ("/snapshot/" + "0" * 32, "/snapshot/offers.json", "/snapshot/..%2Foffers.json"):
        assert refusal(stocked, "GET", other, credential=credential)[1] == Code.NOT_FOUND
    for closed in (path, "/snapshot?schema=any"):
        assert refusal(stocked, "GET", closed) == (401, Code.UNAUTHENTICATED)
