"""Evening and hand bags without a strap."""

from PySide6.QtGui import QPainterPath

from .fittings import cast, strap, zipper
from .geometry import box, curve, ellipse, inset, ring, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, shade, stitches

LAYOUT = {"envelope": (80, 190, 480, 290), "zip": (70, 210, 500, 270), "fold": (90, 180, 460, 310)}


def clutch(*, style: str, surface: Surface = Surface.SMOOTH) -> list[Part]:
    if style == "frame":
        return in_surface(_frame(), surface)
    x, y, width, height = LAYOUT[style]
    body = box(x, y, width, height, 16)
    parts = [
        floor(x + 10, x + width - 10, y + height, depth=9),
        *(_wrist() if style == "zip" else []),
        Part(body, volume=44, bevel=6),
        glow(ellipse(210, 330, 90, 60), body, blur=34, alpha=0.14),
        stitches(inset(body, 12), within=body),
        *{"envelope": _envelope, "zip": _zip, "fold": _fold}[style](body),
    ]
    return in_surface(parts, surface)


def _envelope(body: QPainterPath) -> list[Part]:
    flap = shape("78,190! 320,184 562,190! 566,210! 440,320 340,392 320,398 300,392 200,320 74,210!")
    snap = ellipse(320, 364, 13)
    return [
        cast(flap, body),
        Part(flap, volume=36, bevel=5),
        stitches(inset(flap, 12), within=flap),
        Part(snap, Ink.GOLD, volume=8, bevel=4),
    ]


def _zip(body: QPainterPath) -> list[Part]:
    return [
        *zipper(curve("84,236 556,236"), body),
        crease(curve("70,256 570,256"), body, width=2, alpha=0.25),
    ]


def _wrist() -> list[Part]:
    line = curve("84,240 50,300 40,400 64,460 92,420 92,320 88,250")
    return strap(line, 15, Ink.DEEP)


def _fold(body: QPainterPath) -> list[Part]:
    over = shape("86,178! 320,172 554,178! 560,260 556,352 548,372! 320,382 92,372! 84,352 80,260")
    return [
        cast(over, body, dy=12),
        Part(over, volume=46, bevel=8),
        crease(curve("150,186 170,260 160,360"), over, width=8, alpha=0.1),
        crease(curve("470,186 456,270 470,366"), over, width=8, alpha=0.1),
        stitches(curve("86,362 320,370 554,362"), within=over),
        Part(box(292, 350, 56, 12, 5), Ink.GOLD, volume=5, bevel=3),
    ]


def _frame() -> list[Part]:
    body = shape(
        "110,262! 320,250 530,262! 576,350 580,450 530,516 430,534 320,538 210,534 110,516 60,450 64,350"
    )
    bar = stroke(curve("104,272 110,246 200,238 320,236 440,238 530,246 536,272"), 17)
    folds = [
        f"{x},262 {x + (x - 320) * 0.1},320 {x + (x - 320) * 0.22},{400 - abs(x - 320) * 0.12}"
        for x in range(150, 500, 34)
    ]
    kiss = [ellipse(308, 218, 17), ellipse(334, 220, 17)]
    return [
        floor(90, 550, 534, depth=10),
        Part(body, volume=60, bevel=7),
        *(crease(curve(line), body, width=7, alpha=0.2) for line in folds),
        glow(ellipse(210, 400, 90, 60), body, blur=34, alpha=0.18),
        shade(stroke(curve("104,284 320,262 536,284"), 16), body, blur=6, alpha=0.45),
        Part(bar, Ink.GOLD, volume=8, bevel=4),
        *(Part(ball, Ink.GOLD, volume=10, bevel=4) for ball in kiss),
        Part(ring(ellipse(104, 268, 13), ellipse(104, 268, 8)), Ink.GOLD, volume=4, bevel=2),
    ]
