"""Backpacks: flap, zip and roll top."""

from PySide6.QtGui import QPainterPath

from .fittings import buckle, cast, strap, zipper
from .geometry import box, curve, ellipse, inset, shape
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, stitches

FRONT = (
    "170,190 220,134 320,122 420,134 470,190 492,320 498,470 "
    "486,560 430,584 320,590 210,584 154,560 142,470 148,320"
)
ROLLED = "176,150! 320,146 464,150! 482,300 496,470 486,560 430,584 320,590 210,584 154,560 144,470 158,300"
POCKET = "192,404! 320,398 448,404! 458,470 452,540 430,556! 320,560 210,556! 188,540 182,470"


def backpack(*, style: str, surface: Surface = Surface.SMOOTH) -> list[Part]:
    front = shape(ROLLED if style == "roll" else FRONT)
    parts = [
        floor(166, 474, 588, depth=10),
        *_shoulders(),
        *strap(curve("276,150 284,86 320,74 356,86 364,150"), 17, Ink.DEEP),
        Part(front, volume=60, bevel=7),
        glow(ellipse(250, 260, 70, 80), front, blur=34, alpha=0.15),
        *{"flap": _flap, "zip": _zip, "roll": _roll}[style](front),
    ]
    return in_surface(parts, surface)


def _shoulders() -> list[Part]:
    left = strap(curve("190,190 120,250 100,400 128,520 176,566"), 28, Ink.DEEP)
    return [*left, *strap(curve("450,190 520,250 540,400 512,520 464,566"), 28, Ink.DEEP)]


def _pocket(front: QPainterPath) -> list[Part]:
    pocket = shape(POCKET)
    return [
        cast(pocket, front, dx=4, dy=6, alpha=0.35),
        Part(pocket, volume=40, bevel=6),
        stitches(inset(pocket, 10), within=pocket),
    ]


def _flap(front: QPainterPath) -> list[Part]:
    flap = shape(
        "156,210! 210,128 320,114 430,128 484,210! 492,300 484,352 440,376 320,382 200,376 156,352 148,300"
    )
    parts = [
        *_pocket(front),
        cast(flap, front),
        Part(flap, volume=50, bevel=6),
        stitches(inset(flap, 12), within=flap),
    ]
    for x in (246, 394):
        tongue = box(x - 17, 300, 34, 142, 9)
        parts += [
            cast(tongue, front, dx=3, dy=4, alpha=0.3),
            Part(tongue, Ink.DEEP, volume=10, bevel=4),
            stitches(inset(tongue, 6), within=tongue),
            *buckle(x, 404, 50, 38),
        ]
    return parts


def _zip(front: QPainterPath) -> list[Part]:
    run = curve("166,470 166,320 190,210 236,160 320,150 404,160 450,210 474,320 474,470")
    top = curve("200,424 440,424")
    return [*zipper(run, front), *_pocket(front), *zipper(top)]


def _roll(front: QPainterPath) -> list[Part]:
    roll = shape("160,132 320,124 480,132 494,160 480,192 320,198 160,192 146,160")
    band = box(304, 110, 32, 300, 8)
    return [
        *_pocket(front),
        crease(curve("170,230 320,240 470,230"), front, width=8, alpha=0.16),
        cast(roll, front),
        Part(roll, volume=26, bevel=6),
        crease(curve("160,164 320,170 480,164"), roll, width=3, alpha=0.35),
        cast(band, front, dx=3, dy=4, alpha=0.3),
        Part(band, Ink.DEEP, volume=10, bevel=4),
        stitches(inset(band, 6), within=band),
        *buckle(320, 356, 50, 40, Ink.STEEL),
    ]
