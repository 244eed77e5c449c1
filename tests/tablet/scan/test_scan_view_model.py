from datetime import UTC, date, datetime

import pytest

from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.replicated import REGISTRY
from clienteling.scan.layouts import CALIBRATION_TEXT
from clienteling.scan.values import CustomerFound, FoundBy, ScanKind
from clienteling.schema import metadata
from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.floor import Floor
from clienteling.tablet.jobs import SerialJobs
from clienteling.tablet.language import Language
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.scan.scanner import Scanner
from clienteling.tablet.session import Session
from clienteling.tablet.toasts import Toasts
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.hub.database import open_hub
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.tablet.scan.drawn import CODE, GIULIA, KEY, RETAILER

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
def scan(qapp, tmp_path, hub):  # noqa: ARG001 - Qt is running
    from sync.device.passes import run_pass

    engine = open_plain(tmp_path / "replica.sqlite")
    metadata.create_all(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    run_pass(replica, hub, lambda _: None)
    problems = []
    jobs = SerialJobs("database", problems.append)
    floor = Floor(
        jobs, replica, ChangeSignal(), Language("en"), Session(), Navigation(), Toasts(), lambda: NOW
    )
    scanner = Scanner(jobs)
    yield ScanViewModel(floor, scanner)
    scanner.close()
    jobs.close()
    engine.dispose()
    assert not problems


def test_a_customer_s_code_resolves_against_what_the_hub_sent(scan, qtbot):
    with qtbot.waitSignal(scan.resolved, timeout=5000) as told:
        scan.scanner.offer(CODE)
    assert told.args == [CustomerFound(GIULIA, FoundBy.CODE)]
    assert scan.kind == ScanKind.CUSTOMER.value


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        (
            sign(KEY, Claim(1, RETAILER, GIULIA, 1, date(2026, 1, 31))),
            "expired",
            "2026-01-31",
        ),
        (sign(KEY, Claim(2, RETAILER, GIULIA, 1)), "forged", "key_unknown"),
        (CODE[:90], "unreadable", "incomplete"),
        ("2900000099999", "card_unknown", "2900000099999"),
        ("WIFI:S:Ospiti;P:segreta;;", "wifi", "Ospiti"),
        ("MECARD:N:Conti,Elena;TEL:+393331234567;;", "contact", "Elena Conti"),
        ("tel:+393331234567", "contact", "+393331234567"),
        (CALIBRATION_TEXT, "calibration", "agree"),
        (CALIBRATION_TEXT.swapcase(), "calibration", "caps_lock"),
        ("SETUPaqwyzmAQWYZM0123456789^", "calibration", "de"),
        ("SETUPxxxxxxxxxxxxxxx", "calibration", ""),
    ],
)
def test_a_scan_is_told_by_its_kind_and_what_its_words_need(scan, qtbot, text, kind, detail):
    with qtbot.waitSignal(scan.resolved, timeout=5000):
        scan.scanner.offer(text)
    assert (scan.kind, scan.detail) == (kind, detail)


def test_dismissed_it_says_nothing_any_more(scan, qtbot):
    with qtbot.waitSignal(scan.resolved, timeout=5000):
        scan.scanner.offer(CODE[:90])
    scan.dismiss()
    assert (scan.kind, scan.detail) == ("nothing", "")
