import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QWindow
from PySide6.QtMultimedia import QVideoSink
from shiboken6 import isValid

from clienteling.scan.symbology import Symbology
from clienteling.tablet.jobs import SerialJobs
from clienteling.tablet.scan.camera_state import CameraState
from clienteling.tablet.scan.scanner import Scanner
from tests.tablet.scan.drawn import ANOTHER, CODE, frame, qr, scene


class Clock:
    now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def problems():
    return []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def scanner(qapp, problems, clock):
    jobs = SerialJobs("read", problems.append)
    scanner = Scanner(jobs, clock=clock)
    yield scanner
    scanner.close()
    jobs.close()
    assert not problems


@pytest.fixture
def sink(scanner, qtbot):
    """What the page's preview paints; a camera, a film or a test puts frames into it."""
    sink = QVideoSink()
    scanner.camera.want(True)
    qtbot.waitUntil(lambda: scanner.camera.loaded, timeout=10_000)
    scanner.camera.show_in(sink)
    return sink


def test_a_code_in_the_preview_is_a_scan_with_its_place(scanner, sink, qtbot):
    with qtbot.waitSignal(scanner.scanned, timeout=5000) as told:
        sink.setVideoFrame(frame(scene(qr(), angle=8), "Format_NV12"))
    assert told.args == [CODE, Symbology.QR.value]
    assert len(scanner.corners) == 4
    assert scanner.camera.state == CameraState.Live.value


def test_the_frame_round_the_code_goes_when_the_code_has_gone(scanner, sink, qtbot):
    with qtbot.waitSignal(scanner.scanned, timeout=5000):
        sink.setVideoFrame(frame(scene(qr())))
    sink.setVideoFrame(frame(scene(None)))
    qtbot.waitUntil(lambda: not scanner.corners, timeout=5000)


def test_a_code_held_in_view_is_told_once(scanner, sink, qtbot):
    told = []
    scanner.scanned.connect(lambda text, _: told.append(text))
    for _ in range(3):
        with qtbot.waitSignal(scanner.corners_changed, timeout=5000):
            sink.setVideoFrame(frame(scene(qr())))
    assert told == [CODE]


def test_camera_and_typing_scanner_share_one_memory(scanner, clock):
    told = []
    scanner.scanned.connect(lambda *scan: told.append(scan))
    scanner.offer(CODE, Symbology.QR)
    clock.now = 1500
    scanner.offer(CODE)
    clock.now = 4000
    scanner.offer(CODE)
    assert told == [(CODE, "qr"), (CODE, "")]


def test_with_the_page_away_nothing_is_read(scanner, sink, qtbot):
    with qtbot.waitSignal(scanner.scanned, timeout=5000):
        sink.setVideoFrame(frame(scene(qr())))
    scanner.camera.want(False)
    with qtbot.assertNotEmitted(scanner.camera.frame):
        sink.setVideoFrame(frame(scene(qr("CIAO"))))
    assert scanner.corners == []
    assert scanner.camera.state == CameraState.Off.value


@pytest.mark.usefixtures("sink")
def test_the_page_is_told_whether_there_is_a_camera(scanner):
    absent = {CameraState.Absent.value, CameraState.Forbidden.value}
    assert (scanner.camera.state in absent) == (not scanner.camera.names)
    assert (scanner.camera.current == -1) == (not scanner.camera.names)


def test_a_page_that_closes_its_preview_leaves_the_camera_sane(scanner, sink, qtbot):
    sink.deleteLater()
    qtbot.waitUntil(lambda: not isValid(sink), timeout=5000)
    another = QVideoSink(scanner)
    scanner.camera.show_in(another)
    with qtbot.waitSignal(scanner.scanned, timeout=5000):
        another.setVideoFrame(frame(scene(qr())))


def test_a_camera_that_is_pulled_out_shows_no_picture_any_more_and_one_plugged_in_goes_on(
    scanner, sink, qtbot
):
    with qtbot.waitSignal(scanner.scanned, timeout=5000):
        sink.setVideoFrame(frame(scene(qr())))
    assert scanner.camera.state == CameraState.Live.value
    scanner.camera.retry()  # looks again for the machine's cameras, as when one comes or goes
    assert scanner.camera.state != CameraState.Live.value
    assert scanner.corners == []
    with qtbot.waitSignal(scanner.scanned, timeout=5000):
        sink.setVideoFrame(frame(scene(qr("2900000001234"))))
    assert scanner.camera.state == CameraState.Live.value


def test_two_codes_held_up_at_once_are_one_question(scanner, sink, qtbot):
    both = scene(qr(), side=260, at=(0.3, 0.5))
    painter = QPainter(both)
    painter.drawImage(760, 220, qr(ANOTHER).scaled(260, 260))
    painter.end()
    told = []
    scanner.several_scanned.connect(lambda codes: told.append({code.text for code in codes}))
    for _ in range(3):
        with qtbot.waitSignal(scanner.corners_changed, timeout=5000):
            sink.setVideoFrame(frame(both))
    assert told == [{CODE, ANOTHER}]


def test_what_a_scanner_types_is_put_right_and_the_calibration_code_never_is(scanner, clock, qtbot):
    window = QWindow()
    scanner.listen(window)
    scanner.put_right({"z": "y", "y": "z", "à": "0", "&": "1"})
    told = []
    scanner.scanned.connect(lambda text, _: told.append(text))
    for text in ("card&à:zy", "SETUPaqwyzm&à7"):
        for place, sign in enumerate(text + "\r"):
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(clock.now + 10 * place + 1)
            QCoreApplication.sendEvent(window, event)
        clock.now += 5000
    assert told == ["card10:yz", "SETUPaqwyzm&à7"]
