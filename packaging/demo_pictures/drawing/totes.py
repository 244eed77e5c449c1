"""Totes, shoppers, hobo, bowling bag and basket."""

from PySide6.QtGui import QPainterPath

from .fittings import cast, eye, strap, tab, zipper
from .geometry import box, curve, ellipse, inset, joined, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, shade, stitches

FRONTS = {
    "trapeze": "110,250! 320,258 530,250! 560,420 566,560 552,584! 320,592 88,584! 74,560 80,420",
    "structured": "118,262! 320,262 522,262! 534,420 542,566 530,584! 320,586 110,584! 98,566 106,420",
    "shopper": "104,240! 320,246 536,240! 540,420 544,566 532,586! 320,592 108,586! 96,566 100,420",
    "bowling": (
        "150,300 220,262 320,256 420,262 490,300 536,400 552,500 "
        "540,548 480,562 320,566 160,562 100,548 88,500 104,400"
    ),
    "basket": "96,290! 320,302 544,290! 530,420 492,560 440,584! 320,592 200,584! 148,560 110,420",
    "soft": (
        "70,250! 130,352 220,390 320,398 420,390 510,352 570,250! 604,330 "
        "600,460 540,560 430,596 320,602 210,596 100,560 40,460 36,330"
    ),
}
ARCHES = {
    "long": ("196,300 204,150 250,62 320,52 390,62 436,150 444,300", 18),
    "short": ("220,300 226,206 262,150 320,142 378,150 414,206 420,300", 19),
}


def tote(*, body: str, handles: str, panel: str = "", surface: Surface = Surface.SMOOTH) -> list[Part]:
    front = shape(FRONTS[body])
    bounds = front.boundingRect()
    parts = [floor(bounds.left() + 24, bounds.right() - 24, bounds.bottom() - 2, depth=10)]
    if body == "soft":
        return in_surface([*parts, *_hobo(front)], surface)
    line, width = ARCHES[handles]
    arch = curve(line)
    parts += strap(moved(arch, 10, -14), width, Ink.DEEP)
    parts += _mouth(body)
    ink = Ink.CREAM if panel else Ink.MAIN
    cloth = Surface.CLOTH if panel or body == "basket" else Surface.SMOOTH
    parts.append(Part(front, ink, cloth, volume=56, bevel=6))
    parts.append(glow(ellipse(220, 360, 80, 70), front, blur=34, alpha=0.13))
    parts += {
        "trapeze": _seams,
        "structured": _belted,
        "shopper": _based,
        "bowling": _zipped,
        "basket": _woven,
    }[body](front)
    low = arch.pointAtPercent(0).y()
    parts += [
        cast(stroke(arch, width), front, dx=4, dy=6, alpha=0.3),
        *strap(arch, width, Ink.DEEP if body == "basket" else Ink.MAIN),
    ]
    for x in (arch.pointAtPercent(0).x(), arch.pointAtPercent(1).x()):
        parts += tab(x, low - 16, 34, 62, Ink.DEEP if body in ("basket", "shopper") else Ink.MAIN)
    return in_surface(parts, surface)


def _mouth(body: str) -> list[Part]:
    if body in ("bowling", "basket"):
        return []
    left, top = (float(value) for value in FRONTS[body].split("!")[0].split(","))
    mouth = shape(
        f"{left + 5},{top + 5}! {left + 90},{top - 13} 320,{top - 17} "
        f"{550 - left},{top - 13} {635 - left},{top + 5}! 320,{top + 14}"
    )
    return [Part(mouth, Ink.LINING, volume=8, bevel=2), shade(mouth, mouth, blur=5, alpha=0.35)]


def _seams(front: QPainterPath) -> list[Part]:
    side = curve("164,240 152,420 156,600")
    other = curve("476,240 488,420 484,600")
    top = curve("100,276 320,284 540,276")
    return [
        *(crease(line, front, width=2, alpha=0.35) for line in (side, other)),
        *(stitches(moved(line, 7, 0), within=front) for line in (side, moved(other, -14, 0))),
        stitches(top, within=front),
    ]


def _belted(front: QPainterPath) -> list[Part]:
    band = box(80, 400, 480, 34)
    feet = joined([ellipse(x, 588, 13, 8) for x in (140, 500)])
    return [
        Part(feet, Ink.GOLD, volume=5, bevel=3),
        stitches(inset(front, 12), within=front),
        shade(moved(band, 0, 7), front, blur=6, alpha=0.35),
        Part(band, within=front, volume=56, bevel=4),
        stitches(curve("80,407 560,407"), within=front),
        stitches(curve("80,427 560,427"), within=front),
        *tab(320, 388, 46, 62, Ink.DEEP),
        Part(ellipse(320, 430, 9), Ink.GOLD, volume=6, bevel=3),
    ]


def _based(front: QPainterPath) -> list[Part]:
    base = shape("60,456! 320,470 580,456! 580,620! 60,620!")
    hem = box(60, 230, 520, 40)
    weave = joined([stroke(curve(f"{x},230 {x},470"), 0.9) for x in range(96, 548, 8)])
    return [
        Part(weave, Ink.SHADE, within=front, volume=0, bevel=0, line=0, alpha=0.12),
        stitches(curve("80,268 320,274 560,268"), within=front),
        Part(base, within=front, volume=56, bevel=5),
        stitches(curve("60,468 320,482 580,468"), within=front),
        crease(hem.intersected(front), front, width=1, alpha=0.1),
    ]


def _zipped(front: QPainterPath) -> list[Part]:
    top = curve("158,306 226,276 320,270 414,276 482,306")
    panel = curve("100,500 320,516 540,500")
    feet = joined([ellipse(x, 566, 13, 8) for x in (160, 480)])
    return [
        Part(feet, Ink.GOLD, volume=5, bevel=3),
        *zipper(top, front),
        crease(panel, front, width=2, alpha=0.35),
        stitches(moved(panel, 0, 8), within=front),
        stitches(moved(top, 0, 18), within=front),
    ]


def _woven(front: QPainterPath) -> list[Part]:
    strands = [
        stroke(curve(f"{x},{y} {x + 12},{y + 6} {x + 24},{y}"), 11)
        for row, y in enumerate(range(296, 590, 15))
        for x in range(90 - 14 * (row % 2), 560, 28)
    ]
    rim = stroke(curve("92,296 320,308 548,296"), 22)
    cane = [
        Part(joined(strands[n::2]), Ink.PALE, Surface.CLOTH, within=front, volume=56, bevel=3) for n in (0, 1)
    ]
    return [
        shade(front, front, blur=2, alpha=0.45),
        *cane,
        Part(rim, Ink.PALE, Surface.CLOTH, volume=9, bevel=4),
    ]


def _hobo(front: QPainterPath) -> list[Part]:
    handle = shape(
        "66,262! 90,150 200,50 320,40 440,50 550,150 574,262! "
        "540,300! 520,190 420,92 320,84 220,92 120,190 100,300!"
    )
    folds = (
        "190,430 230,500 300,540",
        "450,430 410,500 340,540",
        "120,380 140,470 190,530",
        "520,380 500,470 450,530",
    )
    return [
        Part(handle, Ink.DEEP, volume=18, bevel=4),
        stitches(inset(handle, 10), within=handle),
        Part(front, volume=60, bevel=7),
        glow(ellipse(210, 450, 90, 60), front, blur=34, alpha=0.16),
        *(crease(curve(line), front, width=9, alpha=0.15) for line in folds),
        stitches(curve("78,276 136,368 222,404 320,412 418,404 504,368 562,276"), within=front),
        eye(84, 270, 19),
        eye(556, 270, 19),
    ]
