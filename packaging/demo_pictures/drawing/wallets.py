"""Small leather goods."""

from PySide6.QtGui import QPainterPath

from .fittings import cast, eye, zipper
from .geometry import box, curve, ellipse, inset, ring, shape, stroke
from .parts import Ink, Part, crease, floor, glow, shade, stitches


def wallet(*, style: str) -> list[Part]:
    return STYLES[style]()


def _slab(
    x: float, y: float, width: float, height: float, radius: float = 16
) -> tuple[QPainterPath, list[Part]]:
    body = box(x, y, width, height, radius)
    return body, [
        floor(x + 8, x + width - 8, y + height, depth=9),
        Part(body, volume=40, bevel=7),
        glow(
            ellipse(x + width * 0.3, y + height * 0.35, width * 0.16, height * 0.18),
            body,
            blur=30,
            alpha=0.15,
        ),
    ]


def _zipped(x: float, y: float, width: float, height: float) -> list[Part]:
    body, parts = _slab(x, y, width, height, 24)
    right, bottom = x + width - 12, y + height
    run = curve(f"{x + 18},{y + 12} {right - 30},{y + 12} {right},{y + 42}! {right},{bottom - 30}")
    return [*parts, *zipper(run, body), stitches(inset(body, 30), within=body)]


def _large() -> list[Part]:
    return _zipped(64, 190, 512, 272)


def _mini() -> list[Part]:
    return _zipped(150, 196, 340, 260)


def _flap() -> list[Part]:
    body, parts = _slab(76, 180, 488, 290)
    flap = shape("74,182! 320,176 566,182! 570,260 560,330! 540,352 320,360 100,352 80,330! 70,260")
    tongue = box(294, 318, 52, 74, 14)
    return [
        *parts,
        stitches(inset(body, 11), within=body),
        cast(flap, body),
        Part(flap, volume=40, bevel=6),
        stitches(inset(flap, 11), within=flap),
        cast(tongue, body, dx=3, dy=5),
        Part(tongue, volume=12, bevel=4),
        Part(ellipse(320, 370, 11), Ink.GOLD, volume=7, bevel=3),
    ]


def _card() -> list[Part]:
    cards = [(Ink.CREAM, box(146, 168, 348, 120, 12)), (Ink.FOREST, box(152, 190, 340, 120, 12))]
    body, parts = _slab(130, 214, 380, 266)
    slots = [curve(f"150,{y} 260,{y + 4} 380,{y + 4} 490,{y}") for y in (262, 300, 338)]
    return [
        *(Part(card, ink, volume=20, bevel=3) for ink, card in cards),
        *parts,
        *(
            part
            for slot in slots
            for part in (crease(slot, body, width=4, alpha=0.5), stitches(slot.translated(0, 9), within=body))
        ),
        stitches(inset(body, 11), within=body),
    ]


def _coin() -> list[Part]:
    body = shape("150,262! 320,250 490,262! 530,350 520,440 440,500 320,512 200,500 120,440 110,350")
    bar = stroke(curve("142,272 146,238 210,222 320,218 430,222 494,238 498,272"), 16)
    folds = [
        crease(curve(f"{x},264 {x + (x - 320) * 0.12},350"), body, width=8, alpha=0.18)
        for x in range(190, 470, 43)
    ]
    return [
        floor(150, 490, 510, depth=9),
        Part(body, volume=60, bevel=7),
        *folds,
        glow(ellipse(230, 380, 60, 50), body, blur=30, alpha=0.2),
        shade(stroke(curve("140,284 320,262 500,284"), 14), body, blur=6, alpha=0.45),
        Part(bar, Ink.GOLD, volume=8, bevel=4),
        *(Part(ball, Ink.GOLD, volume=9, bevel=4) for ball in (ellipse(308, 200, 16), ellipse(333, 202, 16))),
    ]


def _key() -> list[Part]:
    loop = shape("282,300! 358,300! 366,420 376,520 360,566 320,578 280,566 264,520 274,420")
    hoop = ring(ellipse(320, 178, 88), ellipse(320, 178, 74))
    bolt = box(300, 252, 40, 62, 14)
    key = shape("404,214! 426,230! 470,330! 462,352! 446,340! 440,352! 428,338! 424,318! 390,236!")
    bow = ring(ellipse(402, 218, 38), ellipse(396, 212, 12))
    return [
        Part(key, Ink.STEEL, volume=7, bevel=3),
        Part(bow, Ink.STEEL, volume=8, bevel=3),
        Part(hoop, Ink.GOLD, volume=8, bevel=4),
        Part(loop, volume=30, bevel=7),
        stitches(inset(loop, 10), within=loop),
        Part(bolt, Ink.GOLD, volume=10, bevel=4),
        eye(320, 262, 22),
        Part(ellipse(320, 344, 10), Ink.GOLD, volume=6, bevel=3),
    ]


def _pouch() -> list[Part]:
    body = shape("96,250! 320,240 544,250! 576,340 584,430 560,490! 320,506 80,490! 56,430 64,340")
    return [
        floor(90, 550, 498, depth=10),
        Part(body, volume=58, bevel=7),
        glow(ellipse(220, 350, 90, 50), body, blur=34, alpha=0.16),
        *zipper(curve("106,262 320,252 534,262"), body),
        crease(curve("70,446 320,470 570,446"), body, width=3, alpha=0.25),
        *(
            crease(curve(line), body, width=10, alpha=0.12)
            for line in ("130,300 150,380 130,460", "510,300 492,390 512,460")
        ),
        stitches(curve("92,290 320,280 548,290"), within=body),
    ]


def _passport() -> list[Part]:
    body, parts = _slab(150, 90, 340, 460)
    spine = curve("180,80 180,560")
    globe = [ellipse(330, 270, 62), ellipse(330, 270, 26, 62)]
    lines = [curve("268,270 392,270"), curve("280,238 380,238"), curve("280,302 380,302")]
    pressed = [
        *(stroke(path, 4) for path in globe),
        *(stroke(path, 4) for path in lines),
        stroke(curve("272,390 388,390"), 6),
    ]
    return [
        *parts,
        crease(spine, body, width=5, alpha=0.25),
        stitches(inset(body, 12), within=body),
        *(Part(path, Ink.GOLD, within=body, volume=0, bevel=2, line=0, alpha=0.75) for path in pressed),
    ]


STYLES = {
    "zip": _large,
    "mini": _mini,
    "flap": _flap,
    "card": _card,
    "coin": _coin,
    "key": _key,
    "pouch": _pouch,
    "passport": _passport,
}
