"""Scarves, hats and gloves."""

import math

from PySide6.QtGui import QPainterPath

from .geometry import curve, ellipse, joined, mirrored, moved, ring, shape, stroke, turned
from .parts import Ink, Part, Surface, crease, floor, glow, shade, stitches
from .stitchwork import checks, ribbed, ribs, stripes


def scarf(*, pattern: str) -> list[Part]:
    back = shape("176,150 230,84 320,68 410,84 464,150 440,206 320,190 200,206")
    left = shape("206,196! 300,206! 296,330 284,450 276,540! 172,528! 186,420 196,300!")
    right = shape("310,200! 416,190! 424,320 440,440 456,560! 346,574! 336,450 322,320!")
    loop = shape(
        "168,150 190,214 250,262 330,262 420,232 470,160 "
        "480,196 462,262 400,318 320,334 230,318 170,258 156,190"
    )
    return [
        Part(back, Ink.DEEP, Surface.CLOTH, volume=24, bevel=5),
        shade(ellipse(320, 176, 120, 40), back, blur=16, alpha=0.45),
        *_fringe(276, 172, 534, -7),
        *_end(left, pattern, -16),
        *_fringe(346, 456, 567, 6),
        *_end(right, pattern, 22),
        shade(moved(loop, 4, 14), left.united(right), blur=12, alpha=0.5),
        *_end(loop, pattern, 10),
        *(
            crease(curve(line), loop, width=9, alpha=0.16)
            for line in ("186,214 260,290 380,280 460,220", "220,236 300,276 400,250")
        ),
    ]


def _end(body: QPainterPath, pattern: str, lean: float) -> list[Part]:
    part = Part(body, Ink.MAIN, Surface.CLOTH, volume=34, bevel=6)
    match pattern:
        case "check":
            return [part, *checks(body)]
        case "rib":
            return [part, ribs(body, gap=13, lean=lean, alpha=0.3)]
        case "stripe":
            return [part, *stripes(body, gap=26, width=9, start=body.boundingRect().top() + 14)]
        case _:
            return [part, ribs(body, gap=8, lean=lean, alpha=0.09)]


def _fringe(x1: float, x2: float, y: float, lean: float) -> list[Part]:
    count = 11
    strands = []
    for n in range(count):
        x = x1 + (x2 - x1) * (n + 0.5) / count
        sway = 3 * math.sin(n * 2.3)
        strands.append(
            stroke(
                curve(
                    f"{x},{y - 10} {x + lean * 0.4},{y + 16} "
                    f"{x + lean + sway},{y + 44 + 4 * math.cos(n * 1.7)}"
                ),
                5.5,
            )
        )
    return [Part(strand, Ink.MAIN, Surface.CLOTH, volume=4, bevel=2, line=0.8) for strand in strands]


def hat(*, style: str) -> list[Part]:
    if style == "beret":
        return _beret()
    dome = shape("120,430! 112,330 160,190 250,126 320,116 390,126 480,190 528,330 520,430!")
    cuff = shape(
        "104,404! 210,420 320,424 430,420 536,404! 544,460 534,520! 430,540 320,544 210,540 106,520! 96,460"
    )
    rows = [
        curve(f"{320 + share * 30},118 {320 + share * 150},220 {320 + share * 205},430")
        for share in (-0.9, -0.7, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.9)
    ]
    ball = _pompom() if style == "pompom" else []
    return [
        floor(120, 520, 540, depth=10),
        Part(dome, Ink.MAIN, Surface.CLOTH, volume=70, bevel=6),
        *(crease(row, dome, width=7, alpha=0.2) for row in rows),
        glow(ellipse(240, 250, 50, 70), dome, blur=30, alpha=0.2),
        shade(stroke(curve("104,408 320,428 536,408"), 18), dome, blur=8, alpha=0.45),
        *ribbed(cuff, gap=17),
        *ball,
    ]


def _pompom() -> list[Part]:
    ball = ellipse(320, 92, 66)
    tufts = joined(
        [
            stroke(
                curve(
                    f"{320 + 40 * math.cos(a)},{92 + 40 * math.sin(a)} "
                    f"{320 + r * math.cos(a)},{92 + r * math.sin(a)}"
                ),
                8,
            )
            for a, r in ((n * 0.2618, 70 + 5 * math.sin(n * 5)) for n in range(24))
        ]
    )
    fluff = joined(
        [
            stroke(curve(f"{x},{y} {x + 9 * math.cos(x)},{y + 9 * math.sin(y)}"), 3)
            for x, y in (
                (320 + r * math.cos(n * 2.4), 92 + r * math.sin(n * 2.4))
                for n, r in ((n, 6.4 * math.sqrt(n)) for n in range(2, 90))
            )
        ]
    )
    whole = ball.united(tufts)
    return [
        Part(whole, Ink.PALE, Surface.CLOTH, volume=34, bevel=3),
        Part(fluff, Ink.SHADE, within=whole, volume=0, bevel=0, line=0, alpha=0.16),
        glow(ellipse(298, 68, 22), whole, blur=14, alpha=0.35),
    ]


def _beret() -> list[Part]:
    crown = turned(
        shape("80,320 130,220 250,170 380,172 510,220 566,310 540,390 440,430 320,438 190,430 104,396"), -8
    )
    band = turned(shape("196,420! 320,436 444,420! 450,452 440,468! 320,484 200,468! 190,452"), -8)
    stem = turned(stroke(curve("326,176 330,158 340,140"), 10), -8)
    return [
        floor(170, 500, 470, depth=9),
        Part(stem, Ink.DEEP, Surface.CLOTH, volume=5, bevel=3),
        *ribbed(band, gap=12),
        Part(crown, Ink.MAIN, Surface.SUEDE, volume=66, bevel=7),
        glow(ellipse(240, 260, 70, 40), crown, blur=30, alpha=0.25),
        crease(turned(curve("130,384 240,402 400,404 520,372"), -8), crown, width=9, alpha=0.15),
    ]


def gloves(*, material: str) -> list[Part]:
    left = turned(_hand(), -7)
    right = turned(mirrored(_hand()), 7)
    far, near = moved(left, -118, -14), moved(right, 118, 10)
    parts = [*_glove(far, material, -118, -14, -7, flip=False)]
    return [*parts, *_glove(near, material, 118, 10, 7, flip=True)]


def _hand() -> QPainterPath:
    fingers = [
        ("258,300 244,200 240,150", 46),
        ("300,290 296,170 295,112", 48),
        ("346,290 350,176 352,124", 47),
        ("388,310 400,220 406,172", 42),
    ]
    thumb = stroke(curve("262,420 214,372 190,318"), 50)
    palm = shape("238,290! 412,290! 418,380 402,460 396,500! 252,500! 244,440 236,380")
    hand = palm.united(thumb)
    for line, width in fingers:
        hand = hand.united(stroke(curve(line), width))
    return hand.simplified()


def _glove(hand: QPainterPath, material: str, dx: float, dy: float, lean: float, *, flip: bool) -> list[Part]:
    def place(path: QPainterPath) -> QPainterPath:
        return moved(turned(mirrored(path) if flip else path, lean), dx, dy)

    if material == "knit":
        cuff = place(shape("250,486! 398,486! 404,600! 244,600!"))
        tips = [
            place(curve(f"{x},{y} {x + 34},{y}")) for x, y in ((226, 196), (280, 172), (334, 178), (386, 218))
        ]
        return [
            Part(hand, Ink.MAIN, Surface.CLOTH, volume=26, bevel=6),
            ribs(hand, gap=8, lean=lean * 6, alpha=0.12),
            *(crease(tip, hand, width=3, alpha=0.2) for tip in tips),
            *ribbed(cuff, gap=14, lean=-lean * 2),
        ]
    cuff = place(shape("246,484! 402,484! 414,574! 320,584 236,574!"))
    points = [
        place(curve(line))
        for line in ("278,300 276,340 272,392", "322,296 322,340 321,396", "366,298 368,340 370,392")
    ]
    rim = place(ring(ellipse(325, 577, 89, 10), ellipse(325, 577, 82, 5)))
    return [
        Part(cuff, volume=30, bevel=5),
        stitches(place(curve("240,560 325,570 410,560")), within=cuff),
        Part(hand, volume=24, bevel=6),
        *(crease(line, hand, width=4, alpha=0.35) for line in points),
        crease(place(curve("244,496 325,504 404,496")), hand, width=5, alpha=0.3),
        Part(rim, Ink.LINING, Surface.CLOTH, volume=4, bevel=2),
    ]
