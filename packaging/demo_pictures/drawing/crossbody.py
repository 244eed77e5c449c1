"""Shoulder bags."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainterPath, QTransform

from .fittings import buckle, cast, chain, eye, lock, strap, tab, zipper
from .geometry import box, curve, ellipse, inset, ring, shape
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, stitches


@dataclass(frozen=True)
class Body:
    front: str
    left: float
    right: float
    top: float
    bottom: float
    loop: str


BODIES = {
    "soft": Body(
        "128,262! 320,254 512,262! 532,380 530,470 500,520 430,534 320,538 210,534 140,520 110,470 108,380",
        124,
        516,
        270,
        536,
        "124,290 150,160 320,40 490,160 516,290",
    ),
    "large": Body(
        "118,232! 320,224 522,232! 548,380 550,500 520,566 430,584 320,588 210,584 120,566 90,500 92,380",
        114,
        526,
        240,
        586,
        "114,262 150,130 320,20 490,130 526,262",
    ),
    "boxy": Body(
        "122,280! 320,276 518,280! 530,300 532,400 530,510 514,528! 320,532 126,528! 110,510 108,400 110,300",
        118,
        522,
        288,
        530,
        "118,300 160,170 320,50 480,170 522,300",
    ),
    "saddle": Body(
        "130,270! 320,262 510,270! 536,350 528,450 470,522 390,548 320,552 250,548 170,522 112,450 104,350",
        124,
        516,
        278,
        550,
        "124,296 150,160 320,40 490,160 516,296",
    ),
    "halfmoon": Body(
        "84,270! 150,322 230,342 320,346 410,342 490,322 556,270! 584,300 572,400 510,486 420,528 320,536 "
        "220,528 130,486 68,400 56,300",
        92,
        548,
        280,
        534,
        "88,290 130,150 320,30 510,150 552,290",
    ),
    "mini": Body(
        "210,270! 320,266 430,270! 440,290 442,400 442,520 430,540! 320,546 210,540! 198,520 198,400 200,290",
        206,
        434,
        280,
        542,
        "206,300 200,150 320,20 440,150 434,300",
    ),
}
FLAPS = {
    "full": "{l},{t}! 320,{t8} {r},{t}! {ro},{u} {ri},{v} {rr},{w} 320,{x} {ll},{w} {li},{v} {lo},{u}",
    "half": "{l},{t}! 320,{t8} {r},{t}! {ro},{u} {ri},{h}! 320,{h2} {li},{h}! {lo},{u}",
    "round": "{l},{t}! 320,{t8} {r},{t}! {ro},{u} {ri},{v} 400,{x} 320,{y} 240,{x} {li},{v} {lo},{u}",
    "envelope": "{l},{t}! 320,{t8} {r},{t}! {ro},{u}! 470,{v} 344,{x} 320,{x2} 296,{x} 170,{v} {lo},{u}!",
}


def crossbody(
    *, body: str, flap: str, closure: str, carried_by: str = "leather", surface: Surface = Surface.SMOOTH
) -> list[Part]:
    form = BODIES[body]
    front = shape(form.front)
    parts = [
        floor(form.left + 6, form.right - 6, form.bottom, depth=10),
        *_carrying(form, carried_by),
        Part(front, volume=52, bevel=6),
        glow(ellipse(230, form.top + 150, 70, 60), front, blur=30, alpha=0.14),
        crease(
            curve(
                f"{form.left + 4},{form.bottom - 50} 320,{form.bottom - 26} "
                f"{form.right - 4},{form.bottom - 50}"
            ),
            front,
            width=4,
            alpha=0.16,
        ),
        stitches(inset(front, 13), within=front),
    ]
    if flap == "none":
        parts += zipper(curve("104,300 190,348 320,364 450,348 536,300"), front)
        parts += _pleats(front)
    else:
        cover = _flap(form, flap)
        parts += [
            cast(cover, front),
            Part(cover, volume=46, bevel=5),
            stitches(inset(cover, 11), within=cover),
        ]
        parts += _closure(closure, form, cover, front)
    return in_surface(parts, surface)


def _flap(form: Body, kind: str) -> QPainterPath:
    tall = form.bottom - form.top
    at = {
        "l": form.left - 4,
        "r": form.right + 4,
        "lo": form.left - 15,
        "ro": form.right + 15,
        "li": form.left - 2,
        "ri": form.right + 2,
        "ll": form.left + 60,
        "rr": form.right - 60,
        "t": form.top - 14,
        "t8": form.top - 24,
        "u": form.top + tall * 0.3,
        "v": form.top + tall * 0.56,
        "w": form.top + tall * 0.68,
        "x": form.top + tall * 0.7,
        "x2": form.top + tall * 0.72,
        "y": form.top + tall * 0.76,
        "h": form.top + tall * 0.44,
        "h2": form.top + tall * 0.5,
    }
    return shape(FLAPS[kind].format(**at))


def _carrying(form: Body, kind: str) -> list[Part]:
    line = curve(form.loop)
    ears = [tab(x, form.top - 4, 26, 50, Ink.DEEP) for x in (form.left + 6, form.right - 6)]
    rings = [eye(x, form.top - 6, 14) for x in (form.left + 2, form.right - 2)]
    carried = chain(line) if kind == "chain" else _adjustable(line)
    return [*carried, *(part for ear in ears for part in ear), *rings]


def _adjustable(line: QPainterPath) -> list[Part]:
    share = 0.86
    spot = line.pointAtPercent(share)
    frame = buckle(0, 0, 34, 30)
    lean = QTransform().translate(spot.x(), spot.y()).rotate(90 - line.angleAtPercent(share))
    return [*strap(line, 19), *(replace(part, path=lean.map(part.path)) for part in frame)]


def _closure(kind: str, form: Body, cover: QPainterPath, front: QPainterPath) -> list[Part]:
    low = cover.boundingRect().bottom()
    match kind:
        case "tuck":
            return _tongue(320, low - 92, 50, 138, front)
        case "double":
            return [
                *_tongue(225, form.top - 8, 36, low - form.top + 44, front),
                *_tongue(415, form.top - 8, 36, low - form.top + 44, front),
            ]
        case "turnlock":
            return lock(320, low - 30)
        case "ring":
            return _big_ring(low - 44, cover)
        case _:
            return [Part(ellipse(320, low - 30, 13), Ink.GOLD, volume=8, bevel=4)]


def _tongue(x: float, y: float, width: float, height: float, front: QPainterPath) -> list[Part]:
    strip = box(x - width / 2, y, width, height, 12)
    keeper = box(x - width / 2 - 9, y + height - 34, width + 18, 16, 6)
    return [
        cast(strip, front, dx=4, dy=5, alpha=0.3),
        Part(strip, volume=14, bevel=4),
        stitches(inset(strip, 6), within=strip),
        *buckle(x, y + height - 62, width + 20, 42),
        Part(keeper, Ink.DEEP, volume=7, bevel=3),
    ]


def _big_ring(y: float, cover: QPainterPath) -> list[Part]:
    band = ring(ellipse(320, y, 40), ellipse(320, y, 29))
    strip = box(306, y - 74, 28, 50, 8)
    return [
        cast(band, cover, dx=4, dy=5),
        Part(strip, volume=10, bevel=3),
        Part(band, Ink.GOLD, volume=8, bevel=4),
    ]


def _pleats(front: QPainterPath) -> list[Part]:
    folds = (
        "200,372 210,420 236,460",
        "270,384 276,430 288,470",
        "370,384 364,430 352,470",
        "440,372 430,420 404,460",
    )
    return [crease(curve(line), front, width=7, alpha=0.16) for line in folds]
