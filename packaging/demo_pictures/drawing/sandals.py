"""Sandals: bands over a bed, flat or raised."""

from PySide6.QtGui import QPainterPath

from .geometry import box, curve, inset, moved, ring, shape, stroke
from .heels import heel, raised
from .parts import Ink, Part, floor, shade, stitches, stretched

Band = tuple[str, str, float]
"""The near half, the far half, the width."""

BANDS: dict[str, list[Band]] = {
    "thong": [
        ("330,4 300,58 220,60 128,44 108,16", "128,44 220,78 300,60 316,16", 12),
    ],
    "ankle": [
        ("132,2 120,44 104,62 94,62", "94,62 82,52 80,16", 15),
        ("196,2 184,52 164,76 150,76", "150,76 134,66 128,16", 15),
    ],
    "fisher": [
        ("120,2 112,42 100,58 92,58", "92,58 82,48 78,16", 22),
        ("172,2 164,56 150,74 142,74", "142,74 130,62 126,16", 22),
        ("228,2 220,68 206,90 196,90", "196,90 184,76 178,16", 22),
        ("286,2 280,82 266,106 254,106", "254,106 240,92 236,16", 22),
    ],
}
BROAD: dict[str, list[str]] = {
    "slide": ["118,2! 126,44 148,74 182,92! 228,108 262,104! 276,62 276,2!"],
    "cross": [
        "236,2! 304,2! 284,62 216,98 150,92! 118,76 170,66 216,46",
        "96,2! 160,2! 188,56 244,86 292,92! 282,116 216,114 142,82 110,44",
    ],
}
"""Wide bands, as areas."""
INSIDE = {
    "slide": "182,90! 228,108 262,104 288,70 292,16! 150,16! 160,60",
    "cross": "150,16! 140,60 158,88 216,106 280,102 298,66 300,16!",
}
ANKLE = {"thong", "ankle", "fisher"}


def sandal(*, style: str, heel_kind: str, height: int = 8) -> list[Part]:
    flat = heel_kind == "flat"
    height = 12 if flat else height
    parts = [floor(50, 586 if flat else 280)]
    if not flat:
        parts += heel(heel_kind, height)
    parts += [_far(style, height), *([_far_ankle(height)] if style in ANKLE else [])]
    parts += _bed(height, flat=flat)
    for near, _, width in BANDS.get(style, ()):
        parts += _near(near, width, height)
    for area in BROAD.get(style, ()):
        parts += _broad(shape(raised(area, height)))
    if style == "fisher":
        spine = curve(raised("70,44 100,66 150,84 200,100 252,112", height))
        parts.append(Part(stroke(spine, 20), volume=9, bevel=4))
    if style in ANKLE:
        parts += _ankle(height)
    return stretched(parts, 1.05 if flat else 1.0, 0.95 if flat else 0.88)


def _bed(height: float, *, flat: bool) -> list[Part]:
    top = "34,10! 100,9 200,9 300,10 400,10 500,12 588,14!"
    if flat:
        sole = shape("34,-14! 100,-8 200,-8 300,-18 400,-24 500,-28 588,-32! 586,0! 400,0 200,0 60,0")
        edge = shape(f"{raised(top, height)} 590,-4! 400,-3 200,-2 50,-4!")
        return [Part(sole, Ink.STACK), Part(edge, Ink.STACK, volume=9, bevel=4), _insole(top, height)]
    edge = stroke(curve(raised("34,4 100,3 200,3 300,4 400,4 500,6 588,8", height)), 13)
    return [Part(edge, Ink.STACK, volume=7, bevel=4), _insole(top, height)]


def _insole(top: str, height: float) -> Part:
    back = "570,24 500,22 400,18 300,18 200,17 100,18 50,18"
    return Part(shape(raised(f"{top} {back}", height)), Ink.LINING, volume=6, bevel=2)


def _far(style: str, height: float) -> Part:
    if style in INSIDE:
        return Part(shape(raised(INSIDE[style], height)), Ink.LINING, volume=14, bevel=3)
    paths = [stroke(curve(raised(far, height)), width * 0.92) for _, far, width in BANDS[style]]
    whole = paths[0]
    for path in paths[1:]:
        whole = whole.united(path)
    return Part(whole, Ink.DEEP, volume=10, bevel=3)


def _near(points: str, width: float, height: float) -> list[Part]:
    line = curve(raised(points, height))
    band = _flat_band(line, width)
    return [Part(band, volume=min(20, width * 0.5), bevel=4)]


def _broad(band: QPainterPath) -> list[Part]:
    return [
        shade(moved(band, 5, 3), band.united(moved(band, 12, 0)), blur=5, alpha=0.35),
        Part(band, volume=24, bevel=4),
        stitches(inset(band, 7)),
    ]


def _flat_band(line: QPainterPath, width: float) -> QPainterPath:
    """A band whose lower end goes under the bed and does not stick out of it."""
    band = stroke(line, width)
    start = line.pointAtPercent(0)
    below = box(start.x() - width, start.y() + 3, 2 * width, width + 40)
    return band.subtracted(below)


def _far_ankle(height: float) -> Part:
    return Part(
        stroke(curve(raised("420,112^ 460,128^ 530,132^ 586,120^", height)), 11), Ink.DEEP, volume=5, bevel=3
    )


def _ankle(height: float) -> list[Part]:
    counter = shape(raised("520,8 590,12 592,60^ 592,126^! 576,126^! 566,80^ 540,40^", height))
    strap = curve(raised("420,112^ 450,96^ 530,102^ 590,116^", height))
    frame = ring(box(-11, -13, 22, 26, 5), box(-6, -8, 12, 16, 3))
    spot = strap.pointAtPercent(0.42)
    return [
        Part(counter, volume=16, bevel=4),
        Part(stroke(strap, 13), volume=6, bevel=3),
        Part(moved(frame, spot.x(), spot.y()), Ink.GOLD, volume=4, bevel=2),
    ]
