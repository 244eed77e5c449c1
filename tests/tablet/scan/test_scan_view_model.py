from datetime import UTC, date, datetime

import pytest

from clienteling.codes import turning
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.scan.layouts import CALIBRATION_TEXT
from clienteling.scan.values import CustomerFound, FoundBy, ScanKind
from tests.tablet.scan.conftest import NOW
from tests.tablet.scan.drawn import CODE, GIULIA, KEY, RETAILER


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
        ("SETUPaqwyzmAQWYZM0123456789^", "calibration", "kept"),
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


def test_a_locked_tablet_opens_nobody_s_card(scan, qtbot):
    scan.lock()
    with qtbot.assertNotEmitted(scan.resolved, wait=100):
        scan.scanner.offer(CODE)
    assert scan.kind == "nothing"


@pytest.mark.parametrize("change_hands", ["lock", "turn"])
def test_what_is_found_when_the_tablet_has_changed_hands_is_told_to_nobody(scan, qtbot, change_hands):
    done: list[int] = []
    with qtbot.assertNotEmitted(scan.resolved):
        scan.scanner.offer(CODE)
        getattr(scan, change_hands)()
        scan._floor.jobs.run(lambda: 0, done.append)
        qtbot.waitUntil(lambda: bool(done))
    assert scan.kind == "nothing"


def turned(at: int) -> str:
    claim = Claim(1, RETAILER, GIULIA, 1)
    day = datetime.fromtimestamp(at / 1000, UTC).date()
    _, signature = next(turning.days(KEY, claim, bytes(16), day, 1))
    return turning.written(claim, bytes(16), signature, at)


def test_a_picture_of_a_code_that_turns_opens_nobody(scan, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(scan.resolved, timeout=5000):
            scan.scanner.scanned.emit(turned(NOW - 300_000), "qr")
    assert (scan.kind, scan.detail) == ("stale", "5")


def test_a_phone_whose_clock_is_wrong_opens_her_when_its_code_has_turned(scan, qtbot):
    with qtbot.waitSignal(scan.resolved, timeout=5000):
        scan.scanner.scanned.emit(turned(NOW - 300_000), "qr")
    with qtbot.waitSignal(scan.resolved, timeout=5000) as told:
        scan.scanner.scanned.emit(turned(NOW - 270_000), "qr")
    assert told.args == [CustomerFound(GIULIA, FoundBy.CODE)]


def test_a_code_that_turned_just_now_opens_her(scan, qtbot):
    with qtbot.waitSignal(scan.resolved, timeout=5000) as told:
        scan.scanner.scanned.emit(turned(NOW), "qr")
    assert told.args == [CustomerFound(GIULIA, FoundBy.CODE)]
