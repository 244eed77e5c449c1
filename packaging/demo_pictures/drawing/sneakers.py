"""Trainers: court, runner, high, slip-on."""

from PySide6.QtGui import QPainterPath

from .geometry import curve, ellipse, joined, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, shade, stitches

BOTTOM = "32,-46! 90,-40 180,-36 260,-36 340,-40 420,-46 500,-50"
FRONT = "360,-204 310,-176 262,-156 200,-142 120,-128 58,-104 32,-72"
LOW = (
    "602,-50! 612,-110 602,-164 608,-214 590,-228! 560,-222 "
    f"536,-196 486,-186 440,-194 404,-226! {FRONT} {BOTTOM}"
)
HIGH = (
    "602,-50! 612,-110 600,-170 596,-240 606,-316 592,-334! "
    f"540,-326 480,-322 430,-334! 412,-270 396,-228 {FRONT} {BOTTOM}"
)
FACING = "300,-160! 286,-134 300,-112 340,-122 400,-158 430,-206!"
ACCENTS = {"same": Ink.DEEP, "forest": Ink.FOREST, "cream": Ink.CREAM, "white": Ink.FOAM}


def sneaker(*, style: str, accent: str = "same") -> list[Part]:
    upper = shape(HIGH if style == "high" else LOW)
    tint = ACCENTS[accent]
    return [
        *_sole(style),
        *_opening(style),
        Part(upper, volume=42, bevel=5),
        glow(shape("64,-100 120,-122 200,-136 180,-112 110,-96"), upper, blur=9, alpha=0.3),
        *{"court": _court, "high": _high, "runner": _runner, "slip": _slip}[style](upper, tint),
        *([] if style == "slip" else _laces(style)),
        shade(stroke(curve(f"{BOTTOM} 602,-50"), 10), upper, blur=4, alpha=0.45),
    ]


def _sole(style: str) -> list[Part]:
    if style == "runner":
        foam = shape(
            "20,-62! 90,-46 180,-40 260,-40 340,-46 420,-56 500,-66 "
            "616,-76! 624,-30 606,4! 470,2 380,-6 300,0 140,4 60,-4 30,-26"
        )
        tread = shape("36,-14! 140,-6 300,-10 380,-16 470,-8 618,-6! 606,8! 470,8 380,0 300,6 140,10 60,2")
        return [
            floor(40, 606, 8),
            Part(foam, Ink.FOAM, volume=18, bevel=4),
            crease(curve("40,-34 140,-24 260,-24 380,-34 480,-40 612,-46"), foam, width=3, alpha=0.22),
            Part(tread, Ink.RUBBER, volume=5, bevel=2),
        ]
    unit = shape(
        "25,-52! 90,-44 180,-40 260,-40 340,-44 420,-50 500,-54 "
        "608,-56! 611,-20 602,2! 420,2 200,2 60,2 34,-12"
    )
    seam = curve("32,-40 90,-33 180,-29 260,-29 340,-32 420,-37 500,-41 606,-43")
    groove = curve("34,-12 120,-7 300,-7 500,-8 606,-10")
    return [
        floor(40, 602, 3),
        Part(unit, Ink.FOAM, volume=16, bevel=4),
        stitches(seam, within=unit),
        crease(groove, unit, width=2, alpha=0.25),
    ]


def _opening(style: str) -> list[Part]:
    if style == "high":
        inside = shape("592,-334! 540,-344 470,-342 430,-334! 480,-318 540,-320")
        tongue = shape("372,-210! 392,-290 404,-356 420,-368 452,-362 458,-320!")
    else:
        inside = shape("590,-228! 540,-226 470,-222 404,-226! 440,-190 490,-180 536,-190")
        tongue = shape("340,-184! 376,-236 402,-266 420,-272 446,-258 444,-196!")
    if style == "slip":
        return [Part(inside, Ink.LINING, volume=12, bevel=0), shade(inside, inside, blur=4)]
    return [
        Part(inside, Ink.LINING, volume=12, bevel=0),
        shade(inside, inside, blur=4, alpha=0.35),
        Part(tongue, volume=14, bevel=6),
    ]


def _court(upper: QPainterPath, tint: Ink) -> list[Part]:
    holes = joined(
        [
            ellipse(x, y, 2.6)
            for x, y in ((150, -108), (172, -112), (194, -116), (162, -94), (184, -98), (206, -102))
        ]
    )
    return [
        *_facing(upper),
        *_toe_seam(upper),
        *_heel_tab(upper, tint),
        Part(holes, Ink.SHADE, within=upper, volume=0, bevel=0, line=0, alpha=0.5),
        stitches(curve("444,-186 480,-130 470,-56"), within=upper),
    ]


def _high(upper: QPainterPath, tint: Ink) -> list[Part]:
    facing = shape(
        "430,-346! 408,-270 388,-226 300,-164! 288,-136 302,-114 344,-124 408,-164 440,-230 462,-346!"
    )
    patch = ellipse(528, -212, 27)
    return [
        Part(facing, within=upper, volume=36, bevel=4),
        stitches(curve("454,-334 432,-232 402,-172 342,-132 306,-122"), within=upper),
        *_toe_seam(upper),
        Part(
            shape("566,-346! 620,-346! 620,-40! 556,-40! 584,-160!"), tint, within=upper, volume=36, bevel=3
        ),
        Part(patch, tint, within=upper, volume=8, bevel=3),
        stitches(ellipse(528, -212, 21), within=upper),
        stitches(curve("440,-318 480,-309 540,-312 600,-322"), within=upper),
    ]


def _runner(upper: QPainterPath, tint: Ink) -> list[Part]:
    mesh = joined([stroke(curve(f"{x},-150 {x - 60},-30"), 1.2) for x in range(120, 420, 9)])
    toe = shape("20,-30! 20,-120! 96,-130! 130,-106 120,-76 160,-54 230,-44 240,-20!")
    rear = shape("470,-200! 500,-150 470,-96 430,-30! 630,-30! 630,-240! 540,-200!")
    stripes = [curve("388,-150 370,-100 340,-44"), curve("420,-166 404,-110 376,-46")]
    return [
        Part(mesh, Ink.SHADE, within=upper, volume=0, bevel=0, line=0, alpha=0.14),
        Part(toe, Ink.DEEP, Surface.SUEDE, within=upper, volume=36, bevel=4),
        Part(rear, Ink.DEEP, Surface.SUEDE, within=upper, volume=36, bevel=4),
        *_facing(upper),
        *(Part(stroke(line, 13), tint, within=upper, volume=36, bevel=3) for line in stripes),
        *_heel_tab(upper, tint),
    ]


def _slip(upper: QPainterPath, tint: Ink) -> list[Part]:
    gore = shape("376,-230! 432,-206! 420,-150 396,-130 372,-160!")
    ribs = joined([stroke(curve(f"{x},-230 {x + 12},-120"), 2) for x in range(372, 436, 8)])
    return [
        Part(gore, tint, Surface.CLOTH, within=upper, volume=36, bevel=3),
        Part(ribs, Ink.SHADE, within=gore, volume=0, bevel=0, line=0, alpha=0.35),
        crease(curve("360,-190 366,-120 320,-44"), upper, width=2.2, alpha=0.45),
        stitches(curve("368,-180 375,-118 330,-42"), within=upper),
        *_toe_seam(upper),
        *_heel_tab(upper, tint),
    ]


def _facing(upper: QPainterPath) -> list[Part]:
    facing = shape(f"404,-240! {FACING.replace('300,-160!', '300,-176!')}")
    return [
        shade(moved(facing, 0, 4), upper, blur=4, alpha=0.3),
        Part(facing, within=upper, volume=36, bevel=4),
        stitches(curve("424,-202 396,-164 338,-130 302,-120"), within=upper),
    ]


def _toe_seam(upper: QPainterPath) -> list[Part]:
    line = curve("250,-156 236,-120 196,-78 120,-58 40,-62")
    return [crease(line, upper, width=2, alpha=0.35), stitches(moved(line, 5, 5), within=upper)]


def _heel_tab(upper: QPainterPath, tint: Ink) -> list[Part]:
    tab = shape("556,-240! 630,-240! 630,-150! 588,-152 568,-176!")
    return [
        Part(tab, tint, within=upper, volume=36, bevel=4),
        stitches(curve("568,-216 578,-180 612,-162"), within=upper),
    ]


def _laces(style: str) -> list[Part]:
    spots = [(394, -200), (372, -186), (350, -171), (328, -156), (306, -143)]
    if style == "high":
        spots = [(432, -310), (424, -280), (412, -250), (396, -224), *spots[1:]]
    rows = [stroke(curve(f"{x},{y} {x - 14},{y - 12} {x - 27},{y - 17}"), 8.5) for x, y in spots]
    eyes = joined([ellipse(x + 3, y + 3, 4) for x, y in spots])
    lace = Ink.FOAM
    return [
        Part(eyes, Ink.SHADE, volume=0, bevel=0, line=0, alpha=0.6),
        *(Part(row, lace, Surface.CLOTH, volume=4, bevel=3) for row in reversed(rows)),
    ]
