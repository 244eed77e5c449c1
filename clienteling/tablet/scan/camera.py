"""The tablet's cameras: which there are, which one is on, and whether it shows anything."""

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.jobs import Jobs
from clienteling.tablet.scan.camera_state import (
    CameraFacts,
    any_forbidden,
    chosen_or_first,
    derive,
    video_devices,
)

if TYPE_CHECKING:
    from PySide6.QtMultimedia import (
        QCamera,
        QCameraDevice,
        QMediaCaptureSession,
        QMediaDevices,
        QVideoFrame,
        QVideoSink,
    )

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE_MS = 5000


def _load() -> None:
    """What takes a quarter of a second, which no first frame and no first scan may wait for."""
    import PySide6.QtMultimedia  # noqa: F401

    import clienteling.scan.resolve
    import clienteling.tablet.scan.decode  # noqa: F401


@QmlElement
@QmlUncreatable("made by the app")
class Camera(QObject):
    """Runs while `wanted`; its frames go to the sink that the page gave, and out as `frame`."""

    @QEnum
    class State(Enum):
        """CameraState, spelled out where Qt's tools look for it."""

        Off = 0
        Starting = 1
        Live = 2
        Absent = 3
        Forbidden = 4
        Busy = 5

    changed = Signal()
    frame = Signal(object)
    """QVideoFrame"""

    def __init__(
        self, jobs: Jobs, chosen: str, remember: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._chosen = chosen
        self._remember = remember
        self._facts = CameraFacts()
        self._asked = False
        self._loaded = False
        self._viewers = 0
        self._names: list[str] = []
        self._ids: list[str] = []
        self._machine: QMediaDevices | None = None
        self._session: QMediaCaptureSession | None = None
        self._camera: QCamera | None = None
        self._sink: QVideoSink | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._gave_nothing)

    @Property(int, notify=changed)
    def state(self) -> int:
        return derive(self._facts).value

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Qt Multimedia is there: the page may build its preview."""
        return self._loaded

    @Property("QStringList", notify=changed)
    def names(self) -> list[str]:
        return self._names

    @Property(int, notify=changed)
    def current(self) -> int:
        return chosen_or_first(self._ids, self._chosen)

    @property
    def sink(self) -> "QVideoSink | None":
        """The page's preview: a film or a drawn frame put there is seen as if a camera had sent it."""
        return self._sink

    @Slot(bool)
    def want(self, wanted: bool) -> None:
        """A page that shows the camera came or went; the next one may come before the last has gone."""
        self._viewers = max(0, self._viewers + (1 if wanted else -1))
        if (self._viewers > 0) == self._facts.wanted:
            return
        if not self._asked:
            self._asked = True
            self._jobs.run(_load, self._on_loaded)
        self._know(wanted=wanted, picture=False, failed=False)
        self._restart()

    @Slot(int)
    def choose(self, position: int) -> None:
        if 0 <= position < len(self._ids):
            self._chosen = self._ids[position]
            self._remember(self._chosen)
            self._know(picture=False, failed=False)
            self._restart()

    @Slot()
    def switch_to_next(self) -> None:
        if self._ids:
            self.choose((self.current + 1) % len(self._ids))

    @Slot()
    def retry(self) -> None:
        self._know(picture=False, failed=False)
        self._look()

    @Slot(QObject)
    def show_in(self, sink: "QVideoSink") -> None:
        """Where the preview is painted. Frames that anything else puts into this sink are read as well."""
        self._let_go()
        self._sink = sink
        sink.videoFrameChanged.connect(self._on_frame)
        sink.destroyed.connect(self._on_sink_gone)
        if self._session is not None:
            self._session.setVideoSink(sink)

    def close(self) -> None:
        """Stop, and let go of the page's sink: neither may outlive the other while they are joined."""
        self._viewers = 0
        self._know(wanted=False)
        self._restart()
        self._let_go()

    def _on_loaded(self, _: None) -> None:
        from PySide6.QtMultimedia import QMediaCaptureSession, QMediaDevices

        self._machine = QMediaDevices(self)
        self._machine.videoInputsChanged.connect(self._look)
        self._session = QMediaCaptureSession(self)
        self._loaded = True
        self._look()

    def _look(self) -> None:
        if self._machine is None:
            return
        devices = self._machine.videoInputs()
        self._names = [device.description() for device in devices]
        self._ids = [_id_of(device) for device in devices]
        self._know(looked=True, cameras=len(devices), forbidden=any_forbidden(video_devices()))
        self._restart()

    def _restart(self) -> None:
        self._stop()
        if not self._facts.wanted or self._machine is None or self._session is None or self.current < 0:
            return
        from PySide6.QtMultimedia import QCamera

        self._camera = QCamera(self._machine.videoInputs()[self.current], self)
        self._camera.errorOccurred.connect(self._gave_nothing)
        self._session.setCamera(self._camera)
        if self._sink is not None:
            self._session.setVideoSink(self._sink)
        self._patience.start()
        self._camera.start()

    def _stop(self) -> None:
        self._patience.stop()
        if self._camera is not None and self._session is not None:
            self._camera.stop()
            self._session.setCamera(None)
            self._camera.deleteLater()
            self._camera = None

    def _on_frame(self, frame: "QVideoFrame") -> None:
        if not self._facts.wanted:
            return
        if not self._facts.picture:
            self._patience.stop()
            self._know(picture=True, failed=False)
        self.frame.emit(frame)

    def _let_go(self) -> None:
        if self._sink is None:
            return
        self._sink.videoFrameChanged.disconnect(self._on_frame)
        self._sink.destroyed.disconnect(self._on_sink_gone)
        self._sink = None
        if self._session is not None:
            self._session.setVideoSink(None)

    def _on_sink_gone(self) -> None:
        self._sink = None

    def _gave_nothing(self) -> None:
        self._know(failed=True, picture=False)

    def _know(self, **facts: bool | int) -> None:
        self._facts = dataclasses.replace(self._facts, **facts)
        self.changed.emit()


def _id_of(device: "QCameraDevice") -> str:
    return device.id().toBase64().toStdString()
