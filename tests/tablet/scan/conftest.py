"""A tablet with Giulia on it, as the hub sent her."""

from datetime import UTC, datetime
from functools import partial

import pytest

from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.staff.values import Associate
from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.floor import Floor
from clienteling.tablet.jobs import SerialJobs
from clienteling.tablet.language import Language
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.scan.scanner import Scanner
from clienteling.tablet.session import Session, SignedIn
from clienteling.tablet.toasts import Toasts
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.hub.databases.database import open_hub
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.tablet.scan.drawn import GIULIA, KEY, RETAILER

NOW = int(datetime(2026, 3, 12, 10, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def hub(tmp_path):
    engine = open_hub(tmp_path / "hub.sqlite")
    metadata.create_all(engine)
    store = HubStore(engine, REGISTRY, lambda: NOW)
    with store.write() as writer:
        public = KEY.public_key().public_bytes_raw().hex()
        writer.insert("code_key", {"id": "1", "retailer": RETAILER, "public_key": public})
        writer.insert("customer", {"id": GIULIA, "given_name": "Giulia"})
    yield LocalHub(store, "tablet-1")
    engine.dispose()


@pytest.fixture
def scan(qapp, tmp_path, hub):
    from sync.device.passes import run_pass

    engine = open_plain(tmp_path / "replica.sqlite")
    metadata.create_all(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    run_pass(replica, hub, lambda _: None)
    problems = []
    jobs = SerialJobs("database", problems.append)
    session = Session()
    session.begin(SignedIn(Associate(id="sofia"), "milano", "Milano Brera"))
    told = (ChangeSignal(), Language("en"), session, Navigation(), Toasts())
    floor = Floor(jobs, replica, *told, now=lambda: NOW)
    scanner = Scanner(jobs)
    scan = ScanViewModel(floor, scanner)
    scan.lock = session.lock
    scan.turn = partial(session.turn, to_her=True)
    yield scan
    scanner.close()
    jobs.close()
    engine.dispose()
    assert not problems
