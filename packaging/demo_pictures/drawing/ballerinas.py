"""Ballet flats."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, moved, ring, shape, stroke
from .heels import TOES, raised, underside
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, shade, stretched
from .pumps import bow

FLAT = 7  # millimetres
NEAR = "176,60! 200,40 280,34 390,36 490,56 570,84!"
FAR = "176,60! 250,72 340,66 440,74 520,82 570,84!"
SOLE = "500,0 420,0 340,0 260,0 190,0 110,0"
INSOLE = "500,2 420,2 340,2 260,3 190,6!"


def ballerina(*, detail: str, toe: str, surface: Surface = Surface.SMOOTH) -> list[Part]:
    body = shape(raised(f"{TOES[toe]} {NEAR} 592,46 580,0! {SOLE}", FLAT))
    inside = shape(raised(f"{FAR} 584,40 574,0! {INSOLE}", FLAT))
    tip = float(TOES[toe].split(",")[0])
    heel = shape("470,-10! 588,-16! 584,0! 478,0!")
    parts = [
        floor(tip + 10, 586),
        Part(heel, Ink.STACK, volume=6, bevel=3),
        Part(inside, Ink.LINING, volume=16, bevel=0),
        shade(inside, inside, blur=7, alpha=0.3),
        *_behind(detail),
        *underside(FLAT, tip + 6, thick=9),
        Part(body, volume=28, bevel=4),
        glow(shape(raised("64,28 110,44 166,56 140,36 100,24", FLAT)), body, blur=7, alpha=0.42),
        *_gathers(toe, body),
        *_binding(),
        *_detail(detail, body),
    ]
    return stretched(in_surface(parts, surface), 1.3, 0.95)


def _binding() -> list[Part]:
    line = curve(raised("172,62 200,41 280,34 390,36 490,56 570,84 577,80", FLAT))
    return [Part(stroke(line, 6), Ink.DEEP, volume=4, bevel=3)]


def _gathers(toe: str, body: QPainterPath) -> list[Part]:
    if toe != "round":
        return []
    lines = [f"{x},{2 + abs(x - 90) * 0.02} {x + 14},20" for x in range(46, 150, 16)]
    return [crease(curve(raised(line, FLAT)), body, width=2, alpha=0.16) for line in lines]


def _behind(detail: str) -> list[Part]:
    if detail not in ("strap", "double"):
        return []
    return [
        Part(stroke(curve(raised(far, FLAT)), 11), Ink.DEEP, volume=5, bevel=3) for _, far in _straps(detail)
    ]


def _straps(detail: str) -> list[tuple[str, str]]:
    first = ("352,30 350,70 336,104 318,116", "322,116 300,108 290,66")
    second = ("292,30 288,62 274,92 258,100", "262,100 242,92 234,66")
    return [first] if detail == "strap" else [second, first]


def _detail(detail: str, body: QPainterPath) -> list[Part]:
    if detail == "bow":
        return bow(168, -(8 + 58), 0.85)
    if detail == "cap":
        cap = shape(raised("104,80! 90,40 102,-10! 0,-10! 0,80!", FLAT))
        return [Part(cap, Ink.CONTRAST, within=body, volume=28, bevel=3)]
    if detail == "elastic":
        folds = [
            crease(curve(raised(f"{x},40 {x + 10},52", FLAT)), body, width=2, alpha=0.3)
            for x in range(440, 560, 12)
        ]
        return [*folds, *bow(168, -(8 + 58), 0.5)]
    if detail == "plain":
        return []
    return [part for near, _ in _straps(detail) for part in _strap(curve(raised(near, FLAT)), body)]


def _strap(line: QPainterPath, body: QPainterPath) -> list[Part]:
    spot = line.pointAtPercent(0.24)
    frame = ring(box(-10, -9, 20, 18, 4), box(-5, -4.5, 10, 9, 2))
    return [
        shade(moved(stroke(line, 12), 4, 2), body, blur=4, alpha=0.4),
        Part(stroke(line, 12), volume=6, bevel=3),
        Part(moved(frame, spot.x(), spot.y()), Ink.GOLD, volume=4, bevel=2),
    ]
