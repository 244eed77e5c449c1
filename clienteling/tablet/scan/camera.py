"""The tablet's cameras: which there are, which one is on, and whether it shows anything."""

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QLoggingCategory, QObject, QTimer, Signal, Slot
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
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    from clienteling.tablet.scan.lens import CameraDevice, Lens

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE_MS = 5000


def _load() -> None:
    """What takes a quarter of a second, which no first frame and no first scan may wait for."""
    # Which optional libraries FFmpeg does without is nothing to tell at every start.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false")
    import clienteling.scan.resolve
    import clienteling.tablet.scan.decode
    import clienteling.tablet.scan.lens  # noqa: F401


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
        self._viewers = 0
        self._devices: list[CameraDevice] = []
        self._lens: Lens | None = None
        self._sink: QVideoSink | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._gave_nothing)

    @Property(int, notify=changed)
    def state(self) -> int:
        return derive(self._facts).value

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        """Qt Multimedia is there: the page may build its preview."""
        return self._lens is not None

    @Property("QStringList", notify=changed)
    def names(self) -> list[str]:
        return [device.name for device in self._devices]

    @Property(int, notify=changed)
    def current(self) -> int:
        return chosen_or_first([device.id for device in self._devices], self._chosen)

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
        if 0 <= position < len(self._devices):
            self._chosen = self._devices[position].id
            self._remember(self._chosen)
            self._know(picture=False, failed=False)
            self._restart()

    @Slot()
    def switch_to_next(self) -> None:
        if self._devices:
            self.choose((self.current + 1) % len(self._devices))

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
        if self._lens is not None:
            self._lens.show_in(sink)

    def close(self) -> None:
        """Stop, and let go of the page's sink: neither may outlive the other while they are joined."""
        self._viewers = 0
        self._know(wanted=False)
        self._restart()
        self._let_go()

    def _on_loaded(self, _: None) -> None:
        from clienteling.tablet.scan.lens import Lens

        self._lens = Lens(self)
        self._lens.devices_changed.connect(self._look)
        self._lens.failed.connect(self._gave_nothing)
        if self._sink is not None:
            self._lens.show_in(self._sink)
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._lens is None:
            return
        self._devices = self._lens.devices
        # A picture that stands still after its camera was pulled out would look as if it still saw.
        self._know(
            looked=True,
            cameras=len(self._devices),
            forbidden=any_forbidden(video_devices()),
            picture=False,
            failed=False,
        )
        self._restart()

    def _restart(self) -> None:
        self._patience.stop()
        if self._lens is None:
            return
        if self._facts.wanted and self.current >= 0:
            self._patience.start()
            self._lens.start(self.current)
        else:
            self._lens.stop()

    @Slot("QVideoFrame")
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
        if self._lens is not None:
            self._lens.show_in(None)

    @Slot()
    def _on_sink_gone(self) -> None:
        self._sink = None

    @Slot()
    def _gave_nothing(self) -> None:
        """No picture in time, or an error: it may have been pulled out."""
        if self._lens is not None:
            self._devices = self._lens.devices
        self._know(failed=True, picture=False, cameras=len(self._devices))

    def _know(self, **facts: bool | int) -> None:
        self._facts = dataclasses.replace(self._facts, **facts)
        self.changed.emit()
