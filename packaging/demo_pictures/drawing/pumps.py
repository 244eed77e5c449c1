"""Décolleté: point to round, kitten to slim, closed or slingback."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, ellipse, moved, ring, shape, stroke
from .heels import TOES, heel, raised, underside
from .parts import Ink, Part, Surface, floor, glow, in_surface, shade, stitches, stretched

SOLE = "500,0 420,0 340,0 260,0 190,0 110,0"
INSOLE = "500,2 420,2 340,2 260,3 190,6!"
NEAR = "198,72! 226,50 290,38 380,40 470,62 540,98 568,106!"
FAR = "198,72! 260,72 340,66 430,76 510,100 568,106!"
SLING_NEAR = "198,72! 226,48 290,34 350,26 398,0!"


def pump(
    *,
    heel_kind: str,
    height: int,
    toe: str,
    back: str = "closed",
    detail: str = "none",
    surface: Surface = Surface.SMOOTH,
) -> list[Part]:
    sling = back == "sling"
    tip = float(TOES[toe].split(",")[0])
    body = _upper(toe, height, sling=sling)
    rest = "300,62 360,40 400,10! 340,0 260,0 190,0!" if sling else f"{FAR} 582,50 574,0! {INSOLE}"
    inside = shape(raised(f"198,72! {rest}" if sling else rest, height))
    parts = [
        floor(tip + 6, 280),
        *heel(heel_kind, height),
        Part(inside, Ink.LINING, volume=14, bevel=0),
        shade(inside, inside, blur=6, alpha=0.3),
        *(_sling(height) if sling else []),
        *underside(height, tip + 6),
        Part(body, volume=30, bevel=4),
        glow(shape(raised("70,22 120,40 180,56 160,34 110,20", height)), body, blur=7, alpha=0.4),
        *(
            []
            if sling
            else [
                stitches(
                    curve(raised("202,60 228,42 290,30 380,32 470,54 540,90 572,97", height)), within=body
                )
            ]
        ),
        *_detail(detail, body, height),
    ]
    return stretched(in_surface(parts, surface), 1.05, 0.86)


def _upper(toe: str, height: float, *, sling: bool) -> QPainterPath:
    if sling:
        return shape(raised(f"{TOES[toe]} {SLING_NEAR} 340,0 260,0 190,0 110,0", height))
    return shape(raised(f"{TOES[toe]} {NEAR} 588,60 574,0! {SOLE}", height))


def _sling(height: float) -> list[Part]:
    near = curve(raised("356,22 430,34 510,74 572,104 586,98", height))
    far = curve(raised("330,52 420,60 500,90 572,108", height))
    bed = shape(raised("400,6 480,8 570,10 584,0! 500,0 400,0", height))
    buckle = curve(raised("500,68 501,68", height)).boundingRect()
    frame = ring(
        box(buckle.x() - 9, buckle.y() - 10, 18, 20, 5), box(buckle.x() - 4, buckle.y() - 5, 8, 10, 2)
    )
    return [
        Part(stroke(far, 7), Ink.DEEP, volume=4, bevel=3),
        Part(bed, Ink.LINING, volume=6, bevel=2),
        Part(stroke(near, 9), volume=5, bevel=3),
        Part(frame, Ink.GOLD, volume=4, bevel=2),
    ]


def _detail(detail: str, body: QPainterPath, height: float) -> list[Part]:
    if detail == "cap":
        cap = shape(raised("112,80! 96,40 108,-10! 0,-10! 0,80!", height))
        return [Part(cap, Ink.CONTRAST, within=body, volume=30, bevel=3)]
    if detail == "bow":
        return bow(186, -(8 + 60), 1.15)
    return []


def bow(x: float, y: float, size: float, ink: Ink = Ink.DEEP) -> list[Part]:
    left = shape(
        f"{x},{y}! {x - 34 * size},{y - 20 * size} "
        f"{x - 42 * size},{y + 4 * size} {x - 26 * size},{y + 16 * size}"
    )
    right = shape(
        f"{x},{y}! {x + 30 * size},{y - 24 * size} "
        f"{x + 42 * size},{y - 6 * size} {x + 28 * size},{y + 10 * size}"
    )
    return [
        Part(left, ink, volume=9, bevel=4),
        Part(right, ink, volume=9, bevel=4),
        shade(ellipse(x - 10 * size, y, 7 * size, 6 * size), left, blur=3, alpha=0.4),
        shade(moved(ellipse(x, y, 7 * size, 6 * size), 10 * size, 0), right, blur=3, alpha=0.4),
        Part(ellipse(x, y, 8 * size, 10 * size), ink, volume=6, bevel=3),
    ]
