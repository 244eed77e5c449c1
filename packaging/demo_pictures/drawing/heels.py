"""Raised shoes: what lies under the foot when the heel is high. Points are measured from the feather line."""

from PySide6.QtGui import QPainterPath

from .geometry import curve, shape, stroke
from .parts import Ink, Part, floor

BALL, SEAT = 200, 545
PER_MILLIMETRE = 1.86
TOES = {
    "point": "14,4! 50,24 100,44 150,58",
    "almond": "30,4! 38,26 76,46 140,62",
    "round": "34,4! 30,34 62,58 130,70",
}


def lift(x: float, height: float) -> float:
    """How far the feather line is above the ground at x."""
    along = min(1.0, max(0.0, (x - BALL) / (SEAT - BALL)))
    spring = max(0.0, (90 - x) / 90) * 8
    return 8 + spring + height * PER_MILLIMETRE * along * along * (3 - 2 * along)


def raised(points: str, height: float) -> str:
    """`x,rise` words, lifted with the foot; a word with `^` keeps its rise above the heel's seat."""
    return " ".join(_raised(word, height) for word in points.split())


def _raised(word: str, height: float) -> str:
    corner = "!" if "!" in word else ""
    x, rise = word.strip("!^").split(",")
    under = lift(SEAT, height) if "^" in word else lift(float(x), height)
    return f"{x},{-(under + float(rise))}{corner}"


def underside(height: float, toe_x: float, *, thick: float = 8) -> list[Part]:
    steps = " ".join(f"{x},-4" for x in range(BALL, SEAT, 40))
    line = curve(raised(f"{toe_x},0 {(toe_x + BALL) // 2},-3 {steps} {SEAT},-3 580,-2", height))
    return [Part(stroke(line, thick), Ink.STACK, volume=4, bevel=3)]


def heel(kind: str, height: float, ink: Ink = Ink.MAIN) -> list[Part]:
    outline = _heel_outline(kind, lift(SEAT, height))
    box = outline.boundingRect()
    tip = box.width() * 0.5
    return [
        floor(box.center().x() - tip / 2 - 8, box.center().x() + tip / 2 + 14),
        Part(outline, ink, volume=16, bevel=3),
    ]


def _heel_outline(kind: str, top: float) -> QPainterPath:
    return shape(
        {
            "slim": (
                f"490,{-top + 12}! 530,{-top * 0.78} 545,{-top * 0.5} "
                f"552,0! 566,0! 570,{-top * 0.5} 586,{-top - 6}!"
            ),
            "kitten": (
                f"500,{-top + 8}! 530,{-top * 0.72} 540,{-top * 0.4} "
                f"546,0! 562,0! 566,{-top * 0.4} 586,{-top - 6}!"
            ),
            "cone": f"478,{-top + 14}! 506,{-top * 0.6} 522,0! 566,0! 576,{-top * 0.5} 588,{-top - 6}!",
            "block": f"476,{-top + 14}! 492,{-top * 0.5} 496,0! 580,0! 584,{-top * 0.5} 588,{-top - 6}!",
        }[kind]
    )
