"""Coats, trench and blazer, seen from the front."""

from PySide6.QtGui import QPainterPath

from .fittings import buckle
from .geometry import box, curve, ellipse, mirrored, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, shade, stitches, stretched

HEMS = {"double": 600, "wrap": 606, "trench": 590, "blazer": 420}
SLEEVE = "204,118! 168,134 150,190 138,280 124,370 116,{cuff}! 168,{cuffb}! 184,340 206,250 216,210!"


def coat(*, style: str) -> list[Part]:
    hem = HEMS[style]
    body = _body(hem)
    cuff = 400 if style == "blazer" else 430
    arm = shape(SLEEVE.format(cuff=cuff, cuffb=cuff + 12))
    parts = [floor(150, 490, hem, depth=7)]
    for sleeve in (arm, mirrored(arm)):
        parts += [Part(sleeve, Ink.MAIN, Surface.CLOTH, volume=32, bevel=5), *_cuff(sleeve, cuff, style)]
    parts += [
        Part(shape("258,96! 320,84 382,96! 372,200 320,300 268,200!"), Ink.LINING, volume=14, bevel=2),
        shade(shape("258,96! 320,84 382,96! 372,200 320,300 268,200!"), body, blur=8, alpha=0.25),
        shade(moved(body, -4, 4).united(moved(body, 5, 4)), arm.united(mirrored(arm)), blur=5, alpha=0.35),
        Part(body.subtracted(_neck(style)), Ink.MAIN, Surface.CLOTH, volume=50, bevel=6),
        glow(ellipse(240, 230, 44, 90), body, blur=34, alpha=0.14),
        *_folds(body, hem),
    ]
    parts += {"double": _double, "wrap": _wrap, "trench": _trench, "blazer": _blazer}[style](body, hem)
    return stretched(parts, 1.0 if style == "blazer" else 1.14)


def _body(hem: float) -> QPainterPath:
    flare = (hem - 400) * 0.12
    return shape(
        "256,100! 320,112 384,100! 420,112 440,124! 438,210 430,270 "
        f"{446 + flare * 0.4},380 {452 + flare},{hem}! 320,{hem + 7} "
        f"{188 - flare},{hem}! {194 - flare * 0.4},380 210,270 202,210 200,124! 220,112"
    )


def _neck(style: str) -> QPainterPath:
    depth = {"double": 214, "wrap": 270, "trench": 180, "blazer": 262}[style]
    return shape(f"266,90! 374,90! 344,{depth - 60}! 322,{depth}! 300,{depth - 60}!")


def _cuff(sleeve: QPainterPath, y: float, style: str) -> list[Part]:
    band = box(80, y - 46, 500, 18)
    if style == "trench":
        return [Part(band.intersected(sleeve), Ink.DEEP, Surface.CLOTH, volume=8, bevel=4)]
    return [crease(curve(f"80,{y - 40} 320,{y - 34} 560,{y - 40}"), sleeve, width=2, alpha=0.25)]


def _folds(body: QPainterPath, hem: float) -> list[Part]:
    lines = (
        f"226,330 216,420 206,{hem - 20}",
        f"424,330 434,430 440,{hem - 20}",
        f"264,400 258,480 256,{hem}",
    )
    return [crease(curve(line), body, width=12, alpha=0.08) for line in lines]


def _lapels(body: QPainterPath, points: str, *, other: bool = True) -> list[Part]:
    leaf = shape(points)
    leaves = [mirrored(leaf), leaf] if other else [leaf]
    parts = []
    for side in leaves:
        parts += [
            shade(moved(side, 4, 7), body, blur=7, alpha=0.35),
            Part(side, Ink.MAIN, Surface.CLOTH, volume=9, bevel=3),
        ]
    return parts


def _collar(points: str) -> list[Part]:
    left = shape(points)
    back = stroke(curve("268,92 296,78 320,75 344,78 372,92"), 22)
    leaves = [Part(side, Ink.MAIN, Surface.CLOTH, volume=9, bevel=3) for side in (mirrored(left), left)]
    return [Part(back, Ink.DEEP, Surface.CLOTH, volume=9, bevel=4), *leaves]


def _buttons(spots: list[tuple[float, float]]) -> list[Part]:
    return [Part(ellipse(x, y, 8.5), Ink.HORN, volume=5, bevel=3) for x, y in spots]


def _pockets(y: float, body: QPainterPath) -> list[Part]:
    flaps = (
        shape(f"212,{y}! 282,{y + 4}! 282,{y + 24}! 210,{y + 20}!"),
        mirrored(shape(f"212,{y}! 282,{y + 4}! 282,{y + 24}! 210,{y + 20}!")),
    )
    return [
        part
        for flap in flaps
        for part in (
            shade(moved(flap, 2, 5), body, blur=4, alpha=0.3),
            Part(flap, Ink.MAIN, Surface.CLOTH, within=body, volume=40, bevel=4),
        )
    ]


def _double(body: QPainterPath, hem: float) -> list[Part]:
    edge = curve(f"286,240 284,400 280,{hem}")
    spots = [(x, y) for y in (250, 316, 382) for x in (292 + 8, 372)]
    return [
        crease(edge, body, width=3, alpha=0.45),
        *_lapels(body, "272,98! 240,134 236,170! 258,176! 318,232! 312,176 292,120!"),
        *_collar("266,92! 238,128 236,152! 266,158! 300,124 280,94!"),
        *_pockets(400, body),
        *_buttons(spots),
    ]


def _wrap(body: QPainterPath, hem: float) -> list[Part]:
    edge = curve(f"330,300 300,420 288,{hem}")
    band = shape("196,290! 320,300 444,290! 446,330! 320,340 194,330!")
    tails = [
        shape("300,334! 330,334! 322,400 306,470! 276,466! 292,400"),
        shape("318,334! 346,332! 366,400 372,450! 344,456! 336,400"),
    ]
    knot = box(298, 290, 48, 56, 14)
    return [
        crease(edge, body, width=3, alpha=0.45),
        *_lapels(body, "274,84! 246,110 232,170 258,230 312,296! 326,270! 300,200 290,130 296,92!"),
        shade(moved(band, 0, 8), body, blur=7, alpha=0.35),
        Part(band, Ink.DEEP, Surface.CLOTH, within=body, volume=44, bevel=6),
        *_pockets(390, body),
        *(
            part
            for tail in tails
            for part in (
                shade(moved(tail, 4, 5), body, blur=6, alpha=0.35),
                Part(tail, Ink.DEEP, Surface.CLOTH, volume=12, bevel=4),
            )
        ),
        Part(knot, Ink.DEEP, Surface.CLOTH, volume=16, bevel=5),
    ]


def _trench(body: QPainterPath, hem: float) -> list[Part]:
    storm = shape("250,108! 204,122! 206,196 230,224 290,214 320,196! 300,130!")
    band = shape("196,296! 320,306 444,296! 446,332! 320,342 194,332!").intersected(body)
    spots = [(x, y) for y in (232, 272, 376, 430) for x in (290, 364)]
    return [
        crease(curve(f"280,200 278,400 272,{hem}"), body, width=3, alpha=0.45),
        shade(moved(storm, 3, 7), body, blur=6, alpha=0.35),
        Part(storm, Ink.MAIN, Surface.CLOTH, within=body, volume=46, bevel=4),
        *_lapels(body, "272,98! 232,140 244,176! 322,204! 312,160 292,118!"),
        *_collar("264,88! 228,126 236,158! 284,150! 304,122 282,92!"),
        *_buttons(spots),
        *_pockets(384, body),
        shade(moved(band, 0, 8), body, blur=7, alpha=0.35),
        Part(band, Ink.DEEP, Surface.CLOTH, within=body, volume=44, bevel=5),
        stitches(curve("196,304 320,314 444,304"), within=band),
        *buckle(326, 320, 54, 52, Ink.HORN),
    ]


def _blazer(body: QPainterPath, hem: float) -> list[Part]:
    slit = curve(f"320,262 316,340 296,{hem}")
    welt = shape("232,206! 284,200! 284,214! 233,220!")
    return [
        crease(slit, body, width=3, alpha=0.45),
        *_lapels(body, "274,94! 236,150 232,166! 254,172! 246,188! 318,264! 312,190 294,120!"),
        *_collar("268,90! 242,124 238,146! 262,152! 296,118 282,92!"),
        Part(mirrored(welt), Ink.DEEP, Surface.CLOTH, volume=5, bevel=3),
        *_pockets(326, body),
        *_buttons([(319, 276)]),
    ]
