"""The brightness of a video frame, as it lies in memory: what a code reader needs, without colour."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


@dataclass(frozen=True, slots=True)
class Turn:
    """How the picture in memory is turned before it is shown."""

    quarters: int = 0
    """Quarter turns clockwise."""
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Where a piece of a picture lies in it, as shares of its width and height."""

    left: float = 0
    top: float = 0
    width: float = 1
    height: float = 1


@dataclass(frozen=True, slots=True)
class Luminance:
    """One byte a pixel, `step` bytes apart, rows `stride` bytes apart."""

    pixels: memoryview
    width: int
    height: int
    stride: int
    step: int = 1
    turn: Turn = Turn()
    part: Part = Part()
    """Of the whole picture."""


def _step(name: str) -> int | None:
    """Bytes from one pixel's luminance to the next at the start of the frame; None when it is not there."""
    match name:
        case (
            "Format_Y8" | "Format_NV12" | "Format_NV21" | "Format_YUV420P" | "Format_YV12" | "Format_YUV422P"
        ):
            return 1
        case "Format_YUYV":
            return 2
        case _:
            return None


@contextmanager
def luminance_of(frame: "QVideoFrame") -> Iterator[Luminance | None]:
    """The frame's luminance while the context is open, None when the frame cannot be read at all."""
    step = _step(frame.pixelFormat().name)
    if step is None or not frame.map(type(frame).MapMode.ReadOnly):
        # toImage has turned the picture as the camera asks, but not as the player does. It is held here, for
        # a view of its pixels does not hold it.
        image = frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        turn = Turn(frame.rotation().value // 90, frame.mirrored())
        yield None if image.isNull() else _whole(image, turn)
        return
    try:
        yield Luminance(
            frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), step, _turn(frame)
        )
    finally:
        frame.unmap()


def _whole(image: QImage, turn: Turn) -> Luminance:
    return Luminance(image.constBits(), image.width(), image.height(), image.bytesPerLine(), turn=turn)


def _turn(frame: "QVideoFrame") -> Turn:
    surface = frame.surfaceFormat()
    quarters = (surface.rotation().value + frame.rotation().value) // 90 % 4
    return Turn(quarters, surface.isMirrored() != frame.mirrored())
