"""The camera's page on a real window: what is painted, and what a touch does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QCoreApplication, QEvent, QMetaObject, QPointF, QSize, QUrl
from PySide6.QtMultimedia import QVideoSink
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from clienteling.tablet.jobs import SerialJobs
from clienteling.tablet.pictures import IconProvider
from clienteling.tablet.scan.camera_state import CameraState
from clienteling.tablet.scan.scanner import Scanner
from tests.tablet.scan.drawn import CODE, frame, qr, scene

MODULES = Path(__file__).parents[3] / "clienteling" / "tablet" / "qml"
INVITATION = "Hold the customer's code up to the camera"
PAGE = """
import QtQuick
import Clienteling.Models
import Clienteling.Scan
CameraView { width: 672; height: 696 }
"""


class Stage:
    def __init__(self, window: QQuickWindow, view: QQuickItem, scanner: Scanner) -> None:
        self.window = window
        self.view = view
        self.scanner = scanner

    def item(self, kind: str) -> QQuickItem:
        return next(
            i for i in self.view.findChildren(QQuickItem) if i.metaObject().className().startswith(kind)
        )

    def words(self) -> set[str]:
        return {
            item.property("text")
            for item in self.view.findChildren(QQuickItem)
            if isinstance(item.property("text"), str) and item.isVisible()
        }


@pytest.fixture
def stage(qtbot):
    problems = []
    jobs = SerialJobs("read", problems.append)
    scanner = Scanner(jobs)
    engine = QQmlEngine()
    engine.addImportPath(str(MODULES))
    engine.addImageProvider("icon", IconProvider())
    component = QQmlComponent(engine)
    component.setData(PAGE.encode(), QUrl())
    view = component.createWithInitialProperties({"scanner": scanner})
    assert view is not None, component.errorString()
    window = QQuickWindow()
    window.resize(QSize(672, 696))
    view.setParentItem(window.contentItem())
    window.show()
    qtbot.waitUntil(lambda: scanner.camera.loaded, timeout=10_000)
    yield Stage(window, view, scanner)
    scanner.close()
    window.close()
    jobs.close()
    for thing in (view, window, engine):
        thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not problems


def sink_of(stage: Stage) -> QVideoSink:
    sink = stage.scanner.camera.sink
    assert sink is not None
    return sink


def test_without_a_camera_the_page_says_what_works_instead(stage, qtbot):
    if stage.scanner.camera.names:
        pytest.skip("this machine has a camera")
    qtbot.waitUntil(lambda: "There is no camera here" in stage.words(), timeout=5000)
    assert INVITATION not in stage.words()


def test_with_a_picture_it_invites_and_outlines_the_code(stage, qtbot):
    with qtbot.waitSignal(stage.scanner.scanned, timeout=5000) as told:
        sink_of(stage).setVideoFrame(frame(scene(qr(), angle=9)))
    assert told.args[0] == CODE
    assert INVITATION in stage.words()
    outline = stage.item("CodeOutline")
    qtbot.waitUntil(outline.isVisible, timeout=5000)
    middle = stage.window.grabWindow().pixelColor(336, 348)
    qtbot.waitUntil(lambda: not outline.isVisible(), timeout=5000)
    assert middle.lightness() > stage.window.grabWindow().pixelColor(336, 100).lightness()


def test_the_outline_follows_the_picture_cropped_to_its_place(stage, qtbot):
    with qtbot.waitSignal(stage.scanner.scanned, timeout=5000):
        sink_of(stage).setVideoFrame(frame(scene(qr(), side=360)))
    outline = stage.item("CodeOutline")
    # 1280 by 720 fills 672 by 696 with its height; the middle stays the middle.
    assert outline.property("zoom") == pytest.approx(696 / 720)
    shown = QMetaObject.invokeMethod(
        outline, "place", Q_RETURN_ARG("QPointF"), Q_ARG("QPointF", QPointF(0.5, 0.25))
    )
    assert (shown.x(), shown.y()) == pytest.approx((336, 174))


def test_the_camera_stops_with_the_page_and_starts_with_it(stage, qtbot):
    stage.view.setVisible(False)
    qtbot.waitUntil(lambda: stage.scanner.camera.state == CameraState.Off.value, timeout=5000)
    stage.view.setVisible(True)
    qtbot.waitUntil(lambda: stage.scanner.camera.state != CameraState.Off.value, timeout=5000)


def test_two_pages_of_which_one_goes_leave_the_camera_on(stage):
    stage.scanner.camera.want(True)
    stage.view.setVisible(False)
    assert stage.scanner.camera.state != CameraState.Off.value
    stage.scanner.camera.want(False)
    assert stage.scanner.camera.state == CameraState.Off.value
