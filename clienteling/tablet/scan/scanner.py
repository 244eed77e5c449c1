"""The one source of scans: camera and typing scanners end in the same signal."""

from collections.abc import Callable, Mapping
from time import monotonic_ns

from PySide6.QtCore import Property, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.layouts import begins_calibration
from clienteling.scan.symbology import Symbology
from clienteling.tablet.jobs import Jobs
from clienteling.tablet.scan.camera import Camera
from clienteling.tablet.scan.camera_state import CameraState
from clienteling.tablet.scan.frames import FrameReader, FrameReading
from clienteling.tablet.scan.repeats import Repeats
from clienteling.tablet.scan.wedge import Wedge

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

# Longer than the gap between two frames in which a moving hand lets a code be read.
FRAME_STAYS_MS = 600


@QmlElement
@QmlUncreatable("made by the app")
class Scanner(QObject):
    scanned = Signal(str, str)
    """Text and Symbology; the same text once in two seconds."""
    several_scanned = Signal(object)
    """Held up at once, a tuple of Found: a person says which is meant."""
    corners_changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        chosen_camera: str = "",
        remember_camera: Callable[[str], None] = lambda _: None,
        clock: Callable[[], int] = lambda: monotonic_ns() // 1_000_000,
        parent: QObject | None = None,
    ) -> None:
        """`jobs` is a thread of its own: frames must not wait for the database, nor it for them."""
        super().__init__(parent)
        self._clock = clock
        self._repeats = Repeats()
        self._repair: dict[int, str] = {}
        self._corners: list[QPointF] = []
        self._camera = Camera(jobs, chosen_camera, remember_camera, self)
        self._reader = FrameReader(jobs, parent=self)
        self._out_of_sight = QTimer(self, singleShot=True, interval=FRAME_STAYS_MS)
        self._camera.frame.connect(self._reader.offer)
        self._camera.changed.connect(self._on_camera)
        self._reader.read.connect(self._on_read)
        self._out_of_sight.timeout.connect(self._clear)

    @Property(Camera, constant=True)
    def camera(self) -> Camera:
        return self._camera

    @Property("QVariantList", notify=corners_changed)
    def corners(self) -> list[QPointF]:
        """The code in view, as shares of the preview's width and height; empty when there is none."""
        return self._corners

    def listen(self, window: QWindow) -> None:
        """Hear the scanners that type into this window."""
        Wedge(window).scanned.connect(self._on_typed)

    def put_right(self, repair: Mapping[str, str]) -> None:
        """From now on what a scanner types is put right so: sign that arrives → sign that is meant."""
        self._repair = str.maketrans(dict(repair))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.offer(text if begins_calibration(text) else text.translate(self._repair))

    @Slot(str)
    def offer(self, text: str, symbology: Symbology = Symbology.UNKNOWN) -> None:
        """A text read by whatever means."""
        if self._repeats.is_new(text, self._clock()):
            self.scanned.emit(text, symbology.value)

    def close(self) -> None:
        self._camera.close()
        self._reader.forget()

    @Slot(object)
    def _on_read(self, reading: FrameReading) -> None:
        code = reading.code
        if code is None or self._camera.state != CameraState.Live.value:
            return
        self._corners = [QPointF(x, y) for x, y in code.corners]
        self._out_of_sight.start()
        self.corners_changed.emit()
        if len(reading.codes) == 1:
            self.offer(code.text, code.symbology)
        elif self._repeats.is_new(" ".join(sorted(one.text for one in reading.codes)), self._clock()):
            self.several_scanned.emit(reading.codes)

    @Slot()
    def _on_camera(self) -> None:
        if self._corners and self._camera.state != CameraState.Live.value:
            self._clear()

    @Slot()
    def _clear(self) -> None:
        self._corners = []
        self.corners_changed.emit()
