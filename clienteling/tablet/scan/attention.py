"""How hard to look at the next frame: harder while something moves than at an empty counter."""

from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.tablet.scan.decode import Look
    from clienteling.tablet.scan.luminance import Luminance

ACROSS, DOWN = 32, 18
STIRRED = 5
"""Of 255, on average over the sample: more than a camera's own noise, less than a hand that comes in."""
STILL_AFTER = 60
"""Frames, two or three seconds: whatever lies there has been looked at in every way by then."""


def sample(picture: "Luminance") -> bytes:
    """A few hundred of its points, enough to tell whether anything moved."""
    right = picture.step * max(1, picture.width // ACROSS)
    rows = range(0, picture.height, max(1, picture.height // DOWN))
    return b"".join(
        bytes(picture.pixels[y * picture.stride : y * picture.stride + picture.step * picture.width : right])
        for y in rows
    )


class Attention:
    def __init__(self) -> None:
        from clienteling.tablet.scan.decode import Look

        self._awake = cycle((Look.WHOLE, Look.QUICK, Look.CLOSER, Look.QUICK))
        self._idle = cycle((Look.WHOLE, Look.QUICK, Look.QUICK))
        self._before = b""
        self._still = 0

    def next_look(self) -> "Look":
        return next(self._awake if self._still < STILL_AFTER else self._idle)

    def saw(self, points: bytes) -> None:
        same = len(points) == len(self._before) and _difference(points, self._before) < STIRRED
        self._still = self._still + 1 if same else 0
        self._before = points


def _difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / max(1, len(one))
