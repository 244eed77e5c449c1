"""Frames in, codes out, off the UI thread: the newest frame wins, none waits in a queue."""

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from clienteling.tablet.jobs import Jobs
from clienteling.tablet.scan.attention import Attention, sample
from clienteling.tablet.scan.luminance import luminance_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa
    from PySide6.QtMultimedia import QVideoFrame

    from clienteling.scan.values import ScanResult
    from clienteling.tablet.scan.decode import Found, Look


@dataclass(frozen=True, slots=True)
class FrameReading:
    codes: "tuple[Found, ...]"
    """What is held up; several where nobody could tell which."""
    milliseconds: float
    """What reading this frame cost."""
    points: bytes = b""
    """A sample of the picture, by which movement is told."""

    @property
    def code(self) -> "Found | None":
        return next(iter(self.codes), None)


def read_frame(frame: "QVideoFrame", look: "Look | None" = None) -> FrameReading:
    """Read one frame; the whole of it for everything, unless another `look` is asked for."""
    from clienteling.tablet.scan.decode import Look, meant, read_codes

    start = perf_counter()
    with luminance_of(frame) as picture:
        codes = meant(read_codes(picture, look or Look.WHOLE)) if picture else ()
        points = sample(picture) if picture else b""
    return FrameReading(codes, (perf_counter() - start) * 1000, points)


def scan_frame(frame: "QVideoFrame", conn: "sa.Connection", now: int) -> "ScanResult | None":
    """The whole way from a frame to what it means here, without a screen; None when it holds no code."""
    from clienteling.scan.resolve import resolve

    code = read_frame(frame).code
    return resolve(conn, code.text, now, code.symbology) if code else None


class FrameReader(QObject):
    """Reads one frame at a time; of those that come meanwhile only the last is kept."""

    read = Signal(object)
    """FrameReading"""

    def __init__(
        self,
        jobs: Jobs,
        reader: "Callable[[QVideoFrame, Look], FrameReading]" = read_frame,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._busy = False
        self._newest: QVideoFrame | None = None
        self._attention: Attention | None = None

    @Slot(object)
    def offer(self, frame: "QVideoFrame") -> None:
        if not frame.isValid():
            return
        self._newest = frame
        self._next()

    def forget(self) -> None:
        """Drop the frame that waits; the one being read is still told."""
        self._newest = None

    def _next(self) -> None:
        if self._busy or self._newest is None:
            return
        frame, self._newest, self._busy = self._newest, None, True
        # Made with the first frame, for it knows the code reader, which no start waits for.
        self._attention = self._attention or Attention()
        look = self._attention.next_look()
        self._jobs.run(lambda: self._reader(frame, look), self._done, self._failed)

    def _done(self, reading: FrameReading) -> None:
        self._busy = False
        if self._attention is not None:
            self._attention.saw(reading.points)
        self.read.emit(reading)
        self._next()

    def _failed(self, _: Exception) -> None:
        # A frame that the camera took back meanwhile is no reason to stop looking.
        self._busy = False
        self._next()
