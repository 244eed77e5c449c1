"""Flat soles, toe at the left; the upper stands on the feather line."""

from .geometry import box, curve, ellipse, joined, shape
from .parts import Ink, Part, Surface, crease, floor, stitches

FEATHER = "36,-34 90,-21 180,-15 260,-19 340,-30 420,-42 500,-46 600,-44"
BOTTOM = "34,-36! 90,-22 180,-16 260,-20 340,-31 420,-43 500,-47"
"""The lower border of an upper, from the toe to where its heel begins."""


def sole(kind: str) -> list[Part]:
    return {"leather": leather, "welt": welt, "rubber": rubber, "lug": lug, "driver": driver}[kind]()


def leather() -> list[Part]:
    strip = shape(
        "29,-39! 90,-22 180,-16 260,-20 340,-31 420,-43 500,-47 604,-45! "
        "603,-34! 500,-36 420,-32 340,-19 260,-6 180,-1 90,-4 40,-18"
    )
    heel = _heel("450,-40! 600,-36! 594,0! 460,0!")
    return [floor(40, 270), floor(440, 600), *heel, Part(strip, Ink.STACK, volume=7, bevel=3)]


def welt() -> list[Part]:
    strip = shape(
        "18,-38! 90,-19 180,-13 260,-17 340,-28 420,-40 500,-44 611,-42! "
        "610,-22! 500,-25 420,-20 340,-9 260,3 180,6 90,3 30,-13"
    )
    ledge = shape(
        "12,-45! 90,-28 180,-22 260,-26 340,-37 420,-49 500,-53 616,-50! "
        "615,-40! 500,-42 420,-38 340,-26 260,-14 180,-9 90,-15 16,-35!"
    )
    seam = curve("24,-38 90,-22 180,-16 260,-20 340,-31 420,-43 500,-47 608,-45")
    heel = _heel("444,-30! 608,-26! 602,9! 454,9!")
    return [
        floor(30, 280, 8),
        floor(436, 608, 8),
        *heel,
        Part(strip, Ink.STACK, volume=8, bevel=3),
        Part(ledge, Ink.STACK, volume=5, bevel=3),
        stitches(seam, ink=Ink.CREAM),
    ]


def rubber() -> list[Part]:
    unit = shape(
        "27,-44! 90,-25 180,-19 260,-23 340,-34 420,-46 500,-50 606,-48! "
        "610,-26 602,5! 470,7 320,6 180,6 90,4 40,-8"
    )
    groove = curve("34,-28 90,-11 180,-6 260,-8 340,-14 420,-22 500,-26 608,-26")
    return [floor(40, 600, 6), Part(unit, Ink.FOAM, volume=14, bevel=3), crease(groove, unit, alpha=0.28)]


def lug() -> list[Part]:
    unit = shape(
        "20,-46! 90,-26 180,-20 260,-24 340,-35 420,-47 500,-51 612,-49! "
        "614,14! 452,16! 438,-6 400,-2 330,8 260,16 180,18 90,16 30,0"
    )
    ledge = shape(
        "14,-48! 90,-29 180,-23 260,-27 340,-38 420,-50 500,-54 616,-51! "
        "616,-40! 500,-42 420,-38 340,-26 260,-14 180,-9 90,-15 16,-36!"
    )
    cleats = [box(x, 11, 19, 14, 3) for x in range(48, 262, 27)] + [
        box(x, 10, 22, 15, 3) for x in range(456, 600, 30)
    ]
    seam = curve("22,-39 90,-22 180,-16 260,-20 340,-31 420,-43 500,-47 608,-45")
    return [
        floor(40, 300, 24),
        floor(440, 612, 24),
        Part(joined(cleats), Ink.RUBBER, volume=5, bevel=2),
        Part(unit, Ink.RUBBER, volume=14, bevel=3),
        Part(ledge, Ink.RUBBER, volume=5, bevel=3),
        stitches(seam),
    ]


def driver() -> list[Part]:
    strip = shape(
        "33,-42! 90,-25 180,-18 260,-22 340,-33 420,-45 500,-49 606,-58! "
        "604,-24! 500,-6 420,-5 340,-5 260,-4 180,-4 90,-7 44,-20"
    )
    pebbles = joined(
        [ellipse(x, -3, 8, 6) for x in range(80, 590, 24)] + [ellipse(606, y, 5, 8) for y in (-68, -48)]
    )
    return [
        floor(50, 590, 2),
        Part(pebbles, Ink.RUBBER, Surface.SUEDE, volume=5, bevel=2),
        Part(strip, Ink.DEEP, volume=12, bevel=3),
    ]


def _heel(points: str) -> list[Part]:
    block = shape(points)
    top, bottom = block.boundingRect().top(), block.boundingRect().bottom()
    lifts = [
        crease(curve(f"440,{y} 620,{y}"), block, width=1.5, alpha=0.35)
        for y in (bottom - 9, bottom - 20, top + 8)
    ]
    return [Part(block, Ink.STACK, volume=14, bevel=3), *lifts]
