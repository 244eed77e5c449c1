"""Bucket bags closed by a cord."""

from PySide6.QtGui import QPainterPath

from .fittings import cast, eye, strap, tab, tassel
from .geometry import curve, ellipse, joined, moved, ring, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, shade, stitches

FRONTS = {
    "round": (
        "160,262! 240,276 320,280 400,276 480,262! 496,340 530,460 "
        "520,548 450,584 320,594 190,584 120,548 110,460 144,340"
    ),
    "straight": (
        "140,250! 230,264 320,268 410,264 500,250! 506,360 516,480 "
        "514,560 440,588 320,596 200,588 126,560 124,480 134,360"
    ),
    "small": (
        "190,300! 250,312 320,316 390,312 450,300! 462,360 484,450 "
        "476,524 420,552 320,560 220,552 164,524 156,450 178,360"
    ),
}
MOUTHS = {"round": (320, 262, 160, 22), "straight": (320, 250, 180, 22), "small": (320, 300, 130, 17)}


def bucket(*, body: str, surface: Surface = Surface.SMOOTH) -> list[Part]:
    front = shape(FRONTS[body])
    x, y, rx, ry = MOUTHS[body]
    bottom = front.boundingRect().bottom()
    mouth = ellipse(x, y, rx, ry)
    loop = curve(
        f"{x - rx + 6},{y + 40} {x - rx + 20},{y - 130} "
        f"320,{y - 220} {x + rx - 20},{y - 130} {x + rx - 6},{y + 40}"
    )
    parts = [
        floor(front.boundingRect().left() + 36, front.boundingRect().right() - 36, bottom, depth=10),
        Part(mouth, Ink.LINING, volume=10, bevel=2),
        shade(mouth, mouth, blur=8, alpha=0.55),
        *strap(loop, 19),
        Part(front, volume=62, bevel=6),
        glow(ellipse(x - rx * 0.4, y + 150, 60, 80), front, blur=34, alpha=0.16),
        *_gathers(front, x, y, rx),
        *_base(front, bottom),
        *_cord(front, x, y, rx, 78 if body == "straight" else 58),
        *tab(x - rx + 2, y + 10, 30, 60, Ink.DEEP),
        *tab(x + rx - 2, y + 10, 30, 60, Ink.DEEP),
        eye(x - rx + 3, y + 26, 13),
        eye(x + rx - 3, y + 26, 13),
    ]
    return in_surface(parts, surface)


def _gathers(front: QPainterPath, x: float, y: float, rx: float) -> list[Part]:
    lines = [
        (
            f"{x + share * rx},{y + 8} {x + share * rx * 0.95},{y + 60} "
            f"{x + share * rx * 1.06},{y + 120 - abs(share) * 30}"
        )
        for share in (-0.72, -0.48, -0.24, 0.0, 0.24, 0.48, 0.72)
    ]
    return [crease(curve(line), front, width=7, alpha=0.2) for line in lines]


def _base(front: QPainterPath, bottom: float) -> list[Part]:
    box = front.boundingRect()
    edge = curve(f"{box.left() - 4},{bottom - 96} 320,{bottom - 62} {box.right() + 4},{bottom - 96}")
    area = shape(
        f"{box.left() - 4},{bottom - 96}! 320,{bottom - 62} {box.right() + 4},{bottom - 96}! "
        f"{box.right() + 4},{bottom + 9}! {box.left() - 4},{bottom + 9}!"
    )
    return [
        Part(area, Ink.DEEP, within=front, volume=62, bevel=4),
        stitches(moved(edge, 0, 10), within=front),
    ]


def _cord(front: QPainterPath, x: float, y: float, rx: float, long: float) -> list[Part]:
    holes = [x + share * rx for share in (-0.66, -0.42, -0.16, 0.16, 0.42, 0.66)]
    drop = y + 58
    runs = [
        curve(f"{a},{drop + 2} {(a + b) / 2},{drop + 8} {b},{drop + 2}")
        for a, b in zip(holes[::2], holes[1::2], strict=True)
    ]
    tails = [
        curve(f"{x - 8},{drop + 6} {x - 22},{drop + 50} {x - 30},{drop + 84}"),
        curve(f"{x + 8},{drop + 6} {x + 16},{drop + 54} {x + 28},{drop + 100}"),
    ]
    eyes = joined([ring(ellipse(h, drop, 9), ellipse(h, drop, 4.5)) for h in holes])
    cords = [Part(stroke(line, 8), Ink.DEEP, volume=4, bevel=3) for line in (*runs, *tails)]
    knot = ellipse(x, drop + 6, 15, 11)
    return [
        Part(eyes, Ink.GOLD, volume=3, bevel=2),
        *(cast(stroke(line, 8), front, dx=3, dy=5, alpha=0.35) for line in tails),
        *cords,
        *tassel(x - 31, drop + 82, long),
        *tassel(x + 29, drop + 98, long),
        Part(knot, Ink.DEEP, volume=7, bevel=4),
    ]
