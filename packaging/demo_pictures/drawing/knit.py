"""Sweaters, roll necks, cardigans and vests, laid flat."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, ellipse, joined, mirrored, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, shade
from .stitchwork import cables, diamonds, ribbed, ribs, stripes, yoke

SLEEVE = "222,146! 178,160 150,200 128,290 104,420 88,520! 150,534! 172,440 196,330 214,262!"
CUFF = "84,508! 154,522! 142,578! 76,564!"
NECKS = {
    "crew": "258,128! 276,172 320,184 364,172 382,128!",
    "boat": "230,136! 270,158 320,164 370,158 410,136!",
    "v": "262,128! 290,200 320,262! 350,200 378,128!",
    "turtle": "266,132! 290,148 320,152 350,148 374,132!",
    "polo": "264,128! 290,152 320,158 350,152 376,128!",
}
HEMS = {"regular": 572, "slim": 572, "short": 508, "long": 640}


def knit(
    *, neck: str, pattern: str, front: str = "closed", sleeves: str = "long", fit: str = "regular"
) -> list[Part]:
    hem = HEMS[fit]
    waist = 14 if fit == "slim" else 0
    body = _body(hem, waist, armholes=sleeves == "none")
    opening = shape(NECKS[neck])
    torso = body.subtracted(opening)
    parts = [floor(150, 490, hem - 2, depth=7), *_inside(neck)]
    arms = [] if sleeves == "none" else [shape(SLEEVE), mirrored(shape(SLEEVE))]
    for arm, lean in zip(arms, (-56, 56), strict=False):
        parts += _arm(arm, lean, pattern)
    if arms:
        behind = arms[0].united(arms[1])
        parts.append(shade(moved(torso, -4, 4).united(moved(torso, 5, 4)), behind, blur=5, alpha=0.35))
    parts += [*_torso(torso, pattern), *ribbed(box(150, hem - 44, 340, 50), body)]
    if sleeves == "none":
        parts += [
            Part(part, Ink.DEEP, Surface.CLOTH, within=torso, volume=30, bevel=4) for part in _armbands()
        ]
    parts += {"closed": _none, "buttons": _buttons, "zip": _zip, "open": _open}[front](torso, opening, hem)
    return [*parts, *_collar(neck, front)]


def _none(_torso: QPainterPath, _opening: QPainterPath, _hem: float) -> list[Part]:
    return []


def _body(hem: float, waist: float, *, armholes: bool) -> QPainterPath:
    left, right = 176 + waist, 464 - waist
    shoulder = "226,144 214,150! 232,220 200,290" if armholes else "226,144 186,166! 192,250"
    other = " ".join(f"{640 - float(w.split(',')[0])},{w.split(',')[1]}" for w in shoulder.split())
    return shape(
        f"256,130! 320,136 384,130! {other} {right - 6},360 "
        f"{right},{hem - 60} {right - 8},{hem}! 320,{hem + 5} "
        f"{left + 8},{hem}! {left},{hem - 60} {left + 6},360 {' '.join(reversed(shoulder.split()))}"
    )


def _inside(neck: str) -> list[Part]:
    if neck == "turtle":
        return []
    back = shape("252,130! 286,116 320,113 354,116 388,130! 372,270 320,290 268,270!")
    return [Part(back, Ink.DEEP, Surface.CLOTH, volume=18, bevel=2), shade(back, back, blur=12, alpha=0.3)]


def _arm(arm: QPainterPath, lean: float, pattern: str) -> list[Part]:
    side = lean < 0
    cuff = shape(CUFF) if side else mirrored(shape(CUFF))
    parts = [Part(arm, Ink.MAIN, Surface.CLOTH, volume=36, bevel=5)]
    if pattern in ("rib", "plain"):
        parts.append(
            ribs(
                arm,
                gap=9 if pattern == "rib" else 7,
                lean=lean * 1.7,
                alpha=0.24 if pattern == "rib" else 0.07,
            )
        )
    if pattern == "stripe":
        parts += stripes(arm, start=222)
    if pattern == "yoke":
        parts += yoke(arm)
    if pattern == "cable":
        parts += cables(arm, (166,) if side else (474,), lean=lean)
    return [*parts, *ribbed(cuff, lean=lean * 0.2)]


def _torso(torso: QPainterPath, pattern: str) -> list[Part]:
    parts = [
        Part(torso, Ink.MAIN, Surface.CLOTH, volume=54, bevel=6),
        glow(ellipse(250, 260, 60, 90), torso, blur=36, alpha=0.16),
    ]
    match pattern:
        case "rib":
            parts.append(ribs(torso, gap=10, alpha=0.25))
        case "cable":
            parts += [ribs(torso, gap=8, alpha=0.09), *cables(torso, (232, 320, 408))]
        case "stripe":
            parts += stripes(torso)
        case "yoke":
            parts += [ribs(torso, gap=7, alpha=0.07), *yoke(torso)]
        case "argyle":
            parts += diamonds(torso)
        case _:
            parts.append(ribs(torso, gap=7, alpha=0.07))
    folds = ("206,300 226,380 214,470", "436,300 416,390 428,480")
    return [*parts, *(crease(curve(line), torso, width=10, alpha=0.07) for line in folds)]


def _armbands() -> list[QPainterPath]:
    band = stroke(curve("212,146 232,220 198,292"), 18)
    return [band, mirrored(band)]


def _collar(neck: str, front: str) -> list[Part]:
    if neck == "turtle":
        tall = shape("268,66! 320,58 372,66! 376,110 386,146 320,166 254,146 264,110")
        fold = curve("262,118 320,132 378,118")
        zipped = (
            [Part(stroke(curve("320,62 320,160"), 5, (3, 2.6)), Ink.STEEL, volume=0, bevel=1, line=0)]
            if front == "zip"
            else []
        )
        return [*ribbed(tall, gap=9), crease(fold, tall, width=5, alpha=0.24), *zipped]
    if neck == "polo":
        return _polo()
    lines = {
        "crew": "258,126 276,170 320,182 364,170 382,126",
        "boat": "228,134 270,157 320,163 370,157 412,134",
        "v": "262,126 290,200 320,260! 350,200 378,126",
    }
    edge = stroke(curve(lines[neck]), 18 if neck != "boat" else 12)
    back = stroke(curve("258,126 288,114 320,111 352,114 382,126"), 15)
    return [
        Part(back, Ink.DEEP, Surface.CLOTH, volume=7, bevel=3),
        *([] if front == "open" else ribbed(edge, gap=8)),
    ]


def _polo() -> list[Part]:
    leaf = shape("262,118! 240,146 252,196! 320,166! 300,140 284,120!")
    placket = box(306, 158, 28, 116, 4)
    buttons = [ellipse(320, y, 6) for y in (182, 216, 250)]
    back = stroke(curve("262,122 290,110 320,107 350,110 378,122"), 18)
    return [
        Part(back, Ink.DEEP, Surface.CLOTH, volume=7, bevel=3),
        Part(placket, Ink.MAIN, Surface.CLOTH, volume=8, bevel=3),
        *(Part(button, Ink.HORN, volume=4, bevel=2) for button in buttons),
        *ribbed(leaf, gap=9, lean=-20),
        *ribbed(mirrored(leaf), gap=9, lean=20),
    ]


def _buttons(torso: QPainterPath, opening: QPainterPath, hem: float) -> list[Part]:
    top = opening.boundingRect().bottom() - 10
    band = box(305, top, 30, hem - top + 2, 4)
    count = max(4, round((hem - top) / 74))
    spots = [top + 22 + n * (hem - top - 40) / (count - 1) for n in range(count)]
    pockets = [box(x, hem - 130, 74, 12, 4) for x in (206, 360)] if hem > HEMS["short"] else []
    return [
        shade(moved(band, 4, 0), torso, blur=4, alpha=0.3),
        Part(band, Ink.MAIN, Surface.CLOTH, volume=8, bevel=4),
        ribs(band, gap=8, alpha=0.2),
        *(Part(ellipse(320, y, 9), Ink.HORN, volume=6, bevel=3) for y in spots),
        *(
            Part(
                joined([ellipse(317, y, 1.7), ellipse(323, y, 1.7)]),
                Ink.SHADE,
                volume=0,
                bevel=0,
                line=0,
                alpha=0.7,
            )
            for y in spots
        ),
        *(Part(pocket, Ink.DEEP, Surface.CLOTH, within=torso, volume=8, bevel=4) for pocket in pockets),
    ]


def _zip(torso: QPainterPath, _opening: QPainterPath, hem: float) -> list[Part]:
    line = curve(f"320,150 320,{hem}")
    return [
        crease(line, torso, width=12, alpha=0.3),
        Part(stroke(line, 5, (3, 2.6)), Ink.STEEL, volume=0, bevel=1, line=0),
        Part(box(315, 170, 10, 36, 4), Ink.STEEL, volume=4, bevel=3),
    ]


def _open(torso: QPainterPath, _opening: QPainterPath, hem: float) -> list[Part]:
    gap = shape(f"262,126! 296,240 300,400 292,{hem + 8}! 348,{hem + 8}! 340,400 344,240 378,126!")
    edges = [
        stroke(curve(line), 24)
        for line in (f"262,124 290,240 290,400 282,{hem}", f"378,124 350,240 350,400 358,{hem}")
    ]
    pockets = [box(x, 430, 76, 90, 6) for x in (192, 372)]
    return [
        Part(gap, Ink.DEEP, Surface.CLOTH, volume=12, bevel=0),
        shade(gap, gap, blur=8, alpha=0.45),
        *(Part(pocket, Ink.MAIN, Surface.CLOTH, within=torso, volume=44, bevel=5) for pocket in pockets),
        *(part for edge in edges for part in ribbed(edge, gap=8)),
    ]
