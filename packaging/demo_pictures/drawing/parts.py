"""What a drawing is made of, before it has a colour."""

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtGui import QPainterPath, QTransform

from .geometry import ellipse, stroke


class Ink(Enum):
    """What a part is made of; the chosen colour decides what that looks like."""

    MAIN = "main"
    DEEP = "deep"  # the chosen colour, a shade darker
    PALE = "pale"  # the chosen colour, towards cream
    CONTRAST = "contrast"
    LINING = "lining"
    STACK = "stack"  # heels and leather soles
    RUBBER = "rubber"  # black soles
    FOAM = "foam"  # white soles
    THREAD = "thread"
    GOLD = "gold"
    STEEL = "steel"
    HORN = "horn"
    SHADE = "shade"
    GLOW = "glow"
    FLOOR = "floor"
    CREAM = "cream"
    FOREST = "forest"


class Surface(Enum):
    SMOOTH = "smooth"
    SUEDE = "suede"
    CLOTH = "cloth"
    POLISHED = "polished"


@dataclass(frozen=True)
class Part:
    path: QPainterPath
    ink: Ink = Ink.MAIN
    surface: Surface = Surface.SMOOTH
    within: QPainterPath | None = None
    """The body it lies on: it is cut there and shares its volume."""
    volume: float = 26
    """How far from its border the body is still curved."""
    bevel: float = 4
    """The same for the part's own border: its thickness."""
    line: float = 1.3
    """The drawn border; 0 for none."""
    blur: float = 0
    alpha: float = 1


def stitches(line: QPainterPath, *, within: QPainterPath | None = None, ink: Ink = Ink.THREAD) -> Part:
    seam = stroke(line, 2.0, (6.5, 4.0))
    return Part(seam, ink, within=within, volume=0, bevel=0, line=0, alpha=0.85)


def crease(line: QPainterPath, within: QPainterPath, *, width: float = 2, alpha: float = 0.5) -> Part:
    return Part(
        stroke(line, width), Ink.SHADE, within=within, volume=0, bevel=0, line=0, alpha=alpha, blur=0.6
    )


def shade(path: QPainterPath, within: QPainterPath, *, blur: float = 9, alpha: float = 0.4) -> Part:
    return Part(path, Ink.SHADE, within=within, volume=0, bevel=0, line=0, blur=blur, alpha=alpha)


def glow(path: QPainterPath, within: QPainterPath, *, blur: float = 9, alpha: float = 0.35) -> Part:
    return Part(path, Ink.GLOW, within=within, volume=0, bevel=0, line=0, blur=blur, alpha=alpha)


def floor(left: float, right: float, y: float = 0, *, depth: float = 9) -> Part:
    """The soft shadow where it stands; light falls from the upper left."""
    middle, half = (left + right) / 2, (right - left) / 2
    spot = ellipse(middle + 8, y + depth * 0.3, half * 1.02, depth)
    return Part(spot, Ink.FLOOR, volume=0, bevel=0, line=0, blur=depth * 0.9, alpha=0.42)


def in_surface(parts: list[Part], surface: Surface) -> list[Part]:
    """The same drawing in another skin, where it shows the chosen colour."""
    skins = (Ink.MAIN, Ink.DEEP, Ink.PALE)
    return [replace(part, surface=surface) if part.ink in skins else part for part in parts]


def stretched(parts: list[Part], tall: float, wide: float = 1) -> list[Part]:
    grow = QTransform.fromScale(wide, tall)
    return [
        replace(part, path=grow.map(part.path), within=None if part.within is None else grow.map(part.within))
        for part in parts
    ]
