"""Ankle boots on a heel."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, ellipse, joined, ring, shape, stroke
from .heels import TOES, heel, raised, underside
from .parts import Ink, Part, Surface, crease, floor, glow, in_surface, shade, stitches, stretched

SHAFT = "364,120^ 380,190^ 384,262^! 470,268^ 592,258^! 590,190^ 584,120^ 594,60^ 584,0^!"


def ankleboot(
    *, heel_kind: str, height: int, detail: str, toe: str, surface: Surface = Surface.SMOOTH
) -> list[Part]:
    tip = float(TOES[toe].split(",")[0])
    front = f"{TOES[toe]} 210,84 268,112"
    body = shape(raised(f"{front} 326,70^ {SHAFT} 500,0 420,0 340,0 260,0 190,0 110,0", height))
    mouth = shape(raised("384,262^! 440,276^ 540,274^ 592,258^! 540,256^ 440,262^", height))
    parts = [
        floor(tip + 6, 290),
        *heel(heel_kind, height, Ink.STACK if heel_kind == "block" else Ink.MAIN),
        Part(mouth, Ink.LINING, volume=8, bevel=0),
        shade(mouth, mouth, blur=4, alpha=0.4),
        *underside(height, tip + 4, thick=10),
        Part(body, volume=42, bevel=5),
        glow(shape(raised("80,24 130,44 200,66 180,42 120,24", height)), body, blur=8, alpha=0.36),
        glow(shape(raised("392,240^ 410,240^ 400,170^ 386,130^", height)), body, blur=9, alpha=0.25),
        crease(curve(raised("330,66^ 380,70^ 430,62^", height)), body, width=5, alpha=0.16),
        stitches(curve(raised("386,248^ 470,254^ 592,244^", height)), within=body),
        *{"zip": _zip, "fold": _fold, "buckle": _buckles}[detail](body, height),
    ]
    return stretched(in_surface(parts, surface), 1.0, 0.92)


def _zip(body: QPainterPath, height: float) -> list[Part]:
    line = curve(raised("486,266^ 488,180^ 480,100^ 470,24^", height))
    pull = curve(raised("487,232^ 490,206^", height))
    return [
        crease(line, body, width=3, alpha=0.55),
        Part(stroke(line, 1.8, (3, 3)), Ink.GOLD, within=body, volume=0, bevel=0, line=0),
        Part(stroke(pull, 7), Ink.GOLD, volume=3, bevel=2),
        stitches(curve(raised("200,78 222,40 300,20 360,14", height)), within=body),
    ]


def _fold(body: QPainterPath, height: float) -> list[Part]:
    cuff = shape(raised("366,272^! 470,276^ 612,266^! 604,214^ 560,186^ 500,206^ 440,180^ 372,206^!", height))
    seam = curve(raised("452,190^ 446,110^ 420,30^", height))
    return [
        shade(curve(raised("366,206^ 440,176^ 500,200^ 560,180^ 606,206^", height)), body, blur=8, alpha=0.5),
        Part(cuff, within=body, volume=34, bevel=8),
        crease(curve(raised("400,150^ 470,128^ 560,150^", height)), body, width=6, alpha=0.2),
        crease(curve(raised("396,110^ 460,98^ 540,112^", height)), body, width=6, alpha=0.2),
        crease(seam, body, width=2, alpha=0.35),
    ]


def _buckles(body: QPainterPath, height: float) -> list[Part]:
    parts = []
    for rise in (110, 190):
        strap = curve(raised(f"340,{rise - 18}^ 420,{rise - 8}^ 500,{rise}^ 610,{rise + 12}^", height))
        middle = strap.pointAtPercent(0.52)
        frame = ring(
            box(middle.x() - 17, middle.y() - 19, 34, 38, 7), box(middle.x() - 10, middle.y() - 12, 20, 24, 4)
        )
        holes = joined(
            [ellipse(p.x(), p.y(), 2.6) for p in (strap.pointAtPercent(s) for s in (0.66, 0.74, 0.82))]
        )
        parts += [
            shade(stroke(strap, 26), body, blur=5, alpha=0.4),
            Part(stroke(strap, 22), Ink.DEEP, within=body, volume=42, bevel=4),
            Part(frame, Ink.STEEL, volume=6, bevel=3),
            Part(holes, Ink.SHADE, volume=0, bevel=0, line=0, alpha=0.7),
        ]
    return parts
