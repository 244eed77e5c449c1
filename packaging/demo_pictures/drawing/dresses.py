"""Dresses, trousers and skirts."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, ellipse, mirrored, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, floor, glow, shade, stitches
from .stitchwork import ribbed, ribs


def dress(*, style: str) -> list[Part]:
    return {"wrap": _wrap, "flared": _flared, "knit": _knit}[style]()


def _cloth(path: QPainterPath, volume: float = 46, ink: Ink = Ink.MAIN) -> Part:
    return Part(path, ink, Surface.CLOTH, volume=volume, bevel=5)


def _draped(body: QPainterPath, lines: tuple[str, ...], *, alpha: float = 0.14) -> list[Part]:
    return [crease(curve(line), body, width=11, alpha=alpha) for line in lines]


def _sleeves(points: str) -> list[Part]:
    arm = shape(points)
    return [_cloth(arm, 28), _cloth(mirrored(arm), 28)]


def _back_of_neck() -> list[Part]:
    back = shape("264,74! 320,66 376,74! 372,180 320,250 268,180!")
    return [Part(back, Ink.DEEP, Surface.CLOTH, volume=14, bevel=2), shade(back, back, blur=9, alpha=0.35)]


def _wrap() -> list[Part]:
    body = shape(
        "262,76! 320,210! 378,76! 412,86 430,98! 424,170 406,240 398,276! "
        "430,380 470,500 488,590! 400,604 320,606 240,604 152,590! "
        "170,500 210,380 242,276! 234,240 216,170 210,98! 228,86"
    )
    over = shape("378,76! 356,130 300,220 244,270! 398,278! 406,240 424,170 430,98! 412,86")
    sash = shape("240,262! 320,274 400,262! 404,292! 320,304 236,292!")
    tail = shape("262,296! 284,298! 276,360 262,424! 238,416! 252,360")
    return [
        floor(170, 470, 600, depth=7),
        *_back_of_neck(),
        *_sleeves("214,96! 186,120 172,190 158,290 146,380! 188,390! 206,300 222,220 226,180!"),
        _cloth(body),
        glow(ellipse(250, 440, 50, 90), body, blur=34, alpha=0.14),
        *_draped(
            body,
            (
                "262,310 236,440 206,596",
                "310,306 300,450 280,600",
                "352,306 364,450 374,602",
                "390,306 418,440 446,594",
            ),
        ),
        shade(stroke(curve("374,84 300,216 246,268"), 10), body, blur=6, alpha=0.4),
        Part(over, Ink.MAIN, Surface.CLOTH, within=body, volume=44, bevel=5),
        *_draped(over, ("300,236 340,220 390,190", "270,262 340,250 400,230"), alpha=0.12),
        crease(curve("330,300 300,440 262,606"), body, width=3, alpha=0.4),
        Part(sash, Ink.DEEP, Surface.CLOTH, volume=12, bevel=4),
        shade(moved(tail, 4, 5), body, blur=5, alpha=0.35),
        Part(tail, Ink.DEEP, Surface.CLOTH, volume=9, bevel=4),
    ]


def _flared() -> list[Part]:
    body = shape(
        "262,72! 278,150 320,168 362,150 378,72! 404,72! 400,130 424,186! "
        "410,240 396,268! 440,360 496,460 530,560! 430,596 320,604 210,596 "
        "110,560! 144,460 200,360 244,268! 230,240 216,186! 240,130 236,72!"
    )
    folds = (
        "268,280 226,420 176,580",
        "296,280 280,430 256,600",
        "320,280 322,440 322,604",
        "346,280 364,430 388,600",
        "374,280 416,420 466,580",
    )
    return [
        floor(150, 490, 590, depth=7),
        *_back_of_neck(),
        _cloth(body, 52),
        *_draped(body, folds, alpha=0.2),
        glow(shape("262,330 280,330 236,540 196,560"), body, blur=18, alpha=0.25),
        crease(curve("244,270 320,282 396,270"), body, width=3, alpha=0.4),
        stitches(curve("264,92 280,158 320,176 360,158 376,92"), within=body),
        *_draped(body, ("250,200 262,236 256,262", "390,200 378,236 384,262"), alpha=0.12),
    ]


def _knit() -> list[Part]:
    body = shape(
        "262,110! 378,110! 416,120 436,136! 422,220 404,300 416,380 428,480 "
        "418,590! 320,596 222,590! 212,480 224,380 236,300 218,220 204,136! 224,120"
    )
    tall = shape("274,52! 320,46 366,52! 370,90 378,120 320,136 262,120 270,90")
    return [
        floor(220, 420, 592, depth=7),
        *_sleeves("214,124! 184,142 170,220 158,320 148,430! 188,440! 208,330 224,240 226,200!"),
        _cloth(body, 50),
        ribs(body, gap=9, alpha=0.22),
        glow(ellipse(266, 240, 30, 90), body, blur=30, alpha=0.2),
        *ribbed(box(200, 560, 240, 40), body, gap=9),
        *ribbed(tall, gap=9),
        crease(curve("268,92 320,104 372,92"), tall, width=5, alpha=0.25),
    ]


def trousers(*, style: str) -> list[Part]:
    wide = style == "wide"
    ankle = 590 if wide else 556
    outer, inner = (136, 300) if wide else (228, 284)
    knee = (outer * 0.5 + 106, inner * 0.55 + 144) if wide else (224, 300)
    leg = shape(
        f"236,70! 324,70! 323,210! {knee[1]},370 {inner},{ankle}! "
        f"{(outer + inner) / 2},{ankle + 6} {outer},{ankle}! "
        f"{knee[0]},370 207,230 216,140"
    )
    other = mirrored(leg)
    waist = shape("230,56! 320,62 410,56! 414,96! 320,102 226,96!")
    fly = curve("322,100 324,170 318,206")
    loops = [box(x, 52, 12, 52, 3) for x in (262, 366)]
    crease_lines = [curve(f"{276 if wide else 270},110 {(sum(knee)) / 2},370 {(outer + inner) / 2},{ankle}")]
    return [
        floor(outer + 20, 640 - outer - 20, ankle, depth=7),
        _cloth(other, 36),
        _cloth(leg, 36),
        *(crease(line, leg, width=4, alpha=0.22) for line in crease_lines),
        *(crease(mirrored(line), other, width=4, alpha=0.22) for line in crease_lines),
        glow(ellipse(252, 200, 20, 70), leg, blur=20, alpha=0.2),
        crease(fly, leg.united(other), width=2.4, alpha=0.45),
        *(
            crease(line, leg.united(other), width=2.4, alpha=0.4)
            for line in (curve("238,104 232,140 216,176"), curve("402,104 408,140 424,176"))
        ),
        _cloth(waist, 12),
        *(Part(loop, Ink.DEEP, Surface.CLOTH, volume=5, bevel=3) for loop in loops),
        Part(ellipse(324, 80, 8), Ink.HORN, volume=5, bevel=3),
    ]


def skirt(*, style: str) -> list[Part]:
    return _pleated() if style == "pleated" else _aline()


def _pleated() -> list[Part]:
    pleats = []
    for n in range(13):
        top, low = 218 + n * 15.7, 92 + n * 35
        fold = shape(
            f"{top},120! {top + 15.7},120! {low + 35},{560 + 8 * (n % 2)}! {low + 12},{574}! {low},{560}!"
        )
        pleats.append(_cloth(fold, 12))
    waist = shape("214,84! 320,92 426,84! 430,128! 320,136 210,128!")
    return [
        floor(120, 520, 570, depth=8),
        *pleats,
        _cloth(waist, 14),
        stitches(curve("214,122 320,130 426,122"), within=waist),
    ]


def _aline() -> list[Part]:
    body = shape(
        "208,110! 320,118 432,110! 476,300 508,470 512,540! 420,560 320,566 220,560 128,540! 132,470 164,300"
    )
    waist = shape("206,76! 320,84 434,76! 438,122! 320,130 202,122!")
    pockets = [box(180, 250, 108, 120, 14), box(352, 250, 108, 120, 14)]
    parts = [
        floor(140, 500, 560, depth=8),
        Part(body, volume=56, bevel=6),
        glow(ellipse(240, 220, 50, 70), body, blur=34, alpha=0.18),
        crease(curve("320,126 320,566"), body, width=2.4, alpha=0.35),
        stitches(curve("130,522 320,548 510,522"), within=body),
    ]
    for pocket in pockets:
        parts += [
            shade(moved(pocket, 3, 6), body, blur=5, alpha=0.3),
            Part(pocket, within=body, volume=50, bevel=4),
            stitches(pocket.translated(0, 8), within=pocket),
        ]
    snaps = [Part(ellipse(320, y, 8), Ink.GOLD, volume=5, bevel=3) for y in (156, 226, 296, 366, 436, 506)]
    return [
        *parts,
        Part(waist, volume=12, bevel=5),
        stitches(curve("206,114 320,122 434,114"), within=waist),
        *snaps,
    ]
