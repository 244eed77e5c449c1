"""Which of a camera's picture sizes is best for reading codes."""

from collections.abc import Sequence
from dataclasses import dataclass

WANTED_PIXELS = 1280 * 720
"""A code that fills a sixth of it has four pixels a module; more pixels only cost time."""
SMOOTH_FPS = 15


@dataclass(frozen=True, slots=True)
class PictureSize:
    width: int
    height: int
    frames_a_second: float


def best(sizes: Sequence[PictureSize]) -> int:
    """The best one's position: smooth first, then large enough, then no larger than that; -1 for none."""
    return max(range(len(sizes)), key=lambda i: _worth(sizes[i]), default=-1)


def _worth(size: PictureSize) -> tuple[bool, bool, int, float]:
    pixels = size.width * size.height
    return (
        size.frames_a_second >= SMOOTH_FPS,
        pixels >= WANTED_PIXELS,
        -abs(pixels - WANTED_PIXELS),
        size.frames_a_second,
    )
