"""Frames in, codes out, off the UI thread: the newest frame wins, none waits in a queue."""

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clienteling.tablet.jobs import Jobs
from clienteling.tablet.scan.luminance import luminance_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa
    from PySide6.QtMultimedia import QVideoFrame

    from clienteling.scan.values import ScanResult
    from clienteling.tablet.scan.decode import Found


@dataclass(frozen=True, slots=True)
class FrameReading:
    code: "Found | None"
    milliseconds: float
    """What reading this frame cost."""


# Looking for bars costs eight times what looking for QR does, in which customers' codes come.
THOROUGH_EVERY = 3


def read_frame(frame: "QVideoFrame", *, thorough: bool = True) -> FrameReading:
    """Read one frame; without `thorough` only QR codes are looked for."""
    from clienteling.tablet.scan.decode import best, read_codes

    start = perf_counter()
    with luminance_of(frame) as picture:
        code = best(read_codes(picture, thorough=thorough)) if picture else None
    return FrameReading(code, (perf_counter() - start) * 1000)


def scan_frame(frame: "QVideoFrame", conn: "sa.Connection", now: int) -> "ScanResult | None":
    """The whole way from a frame to what it means here, without a screen; None when it holds no code."""
    from clienteling.scan.resolve import resolve

    code = read_frame(frame).code
    return resolve(conn, code.text, now, code.symbology) if code else None


class FrameReader(QObject):
    """Reads one frame at a time; of those that come meanwhile only the last is kept.

    Every third is read thoroughly, so that an empty counter all day does not warm the tablet.
    """

    read = Signal(object)
    """FrameReading"""

    def __init__(
        self,
        jobs: Jobs,
        reader: "Callable[..., FrameReading]" = read_frame,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._busy = False
        self._newest: QVideoFrame | None = None
        self._count = 0

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
        thorough = self._count % THOROUGH_EVERY == 0
        self._count += 1
        self._jobs.run(lambda: self._reader(frame, thorough=thorough), self._done, self._failed)

    def _done(self, reading: FrameReading) -> None:
        self._busy = False
        self.read.emit(reading)
        self._next()

    def _failed(self, _: Exception) -> None:
        # A frame that the camera took back meanwhile is no reason to stop looking.
        self._busy = False
        self._next()
