"""Lace-up shoes: derby and oxford, plain, cap toe or wing tip."""

from PySide6.QtGui import QPainterPath

from .geometry import curve, ellipse, joined, shape, stroke
from .parts import Ink, Part, Surface, crease, glow, in_surface, shade, stitches, stretched
from .soles import BOTTOM, FEATHER, sole

UPPER = shape(
    "602,-45! 608,-104 598,-156 588,-202! 548,-186 500,-176 452,-182 404,-210! "
    "362,-196 322,-168 282,-144 230,-124 170,-110 106,-98 60,-80 36,-56 " + BOTTOM
)
LINING = shape("588,-202! 540,-208 480,-204 440,-210 400,-212! 440,-186 500,-172 552,-182")
TONGUE = shape("330,-168! 352,-200 388,-240 404,-246 424,-238 430,-212 440,-180! 400,-176")
QUARTER = shape(
    "404,-214! 362,-200 322,-170 284,-146! 262,-136 256,-118 272,-86 300,-54 322,-32! "
    "420,-40 500,-46 604,-42! 612,-112 598,-210! 548,-186 500,-176 452,-182"
)
HEEL_STAY = shape("556,-186! 590,-206! 612,-120 608,-42! 568,-44! 576,-110")
EYELETS = ((372, -190), (345, -172), (318, -152), (294, -134))


def derby(
    *,
    toe: str = "plain",
    sole_kind: str = "leather",
    lacing: str = "derby",
    surface: Surface = Surface.SMOOTH,
) -> list[Part]:
    parts = [
        *sole(sole_kind),
        Part(LINING, Ink.LINING, volume=12, bevel=0),
        shade(LINING, LINING, blur=4, alpha=0.35),
        Part(TONGUE, Ink.MAIN, volume=14),
        Part(UPPER, volume=40, bevel=5),
        glow(shape("88,-84 150,-96 220,-110 200,-92 130,-78"), UPPER, blur=8, alpha=0.34),
        *_toe(toe),
        *(_quarters() if lacing == "derby" else _closed_facing()),
        Part(HEEL_STAY, within=UPPER, volume=40, bevel=3),
        stitches(curve("560,-184 580,-110 572,-46"), within=UPPER),
        *_laces(),
        shade(stroke(curve(FEATHER), 10), UPPER, blur=4, alpha=0.5),
    ]
    return stretched(in_surface(parts, surface), 1.1)


def _quarters() -> list[Part]:
    front = curve("276,-146 256,-120 266,-86 300,-44 320,-28")
    return [
        shade(stroke(front, 12), UPPER, blur=6, alpha=0.5),
        Part(QUARTER, within=UPPER, volume=40, bevel=4),
        stitches(
            curve("404,-203 366,-190 328,-162 294,-139 274,-128 270,-114 284,-86 308,-54 332,-32"),
            within=UPPER,
        ),
        stitches(curve("600,-194 548,-177 500,-167 452,-172 410,-196"), within=UPPER),
    ]


def _closed_facing() -> list[Part]:
    facing = shape("410,-216! 362,-202 322,-172 286,-148! 290,-128 318,-128 352,-150 396,-176 430,-170!")
    vamp = curve("290,-128 300,-84 350,-36")
    return [
        Part(facing, within=UPPER, volume=40, bevel=4),
        stitches(curve("424,-176 392,-168 350,-142 318,-120 292,-122"), within=UPPER),
        crease(vamp, UPPER, width=2.2, alpha=0.5),
        stitches(curve("297,-126 307,-86 358,-38"), within=UPPER),
        stitches(curve("600,-194 548,-177 500,-167 452,-172 410,-196"), within=UPPER),
    ]


def _toe(toe: str) -> list[Part]:
    if toe == "plain":
        return []
    if toe == "cap":
        cap = shape("160,-116! 146,-82 152,-48 164,-8! 20,-8! 10,-110!")
        edge = curve("160,-112 146,-82 152,-48 164,-14")
        inner = curve("152,-112 138,-82 144,-48 156,-14")
        return [*_cap(cap, edge), stitches(inner, within=UPPER)]
    wing = shape("158,-124! 166,-96 190,-78 226,-62 286,-44 330,-28! 300,0! 20,0! 10,-124!")
    edge = curve("158,-116 166,-96 190,-78 226,-62 286,-44 330,-30")
    inner = curve("146,-114 156,-88 184,-68 222,-52 280,-34 318,-22")
    return [*_cap(wing, edge), _holes(inner), _holes(curve("72,-74 92,-62 88,-44 70,-52 74,-72"))]


def _cap(area: QPainterPath, edge: QPainterPath) -> list[Part]:
    return [
        shade(stroke(edge, 7), UPPER, blur=4, alpha=0.4),
        Part(area, within=UPPER, volume=40, bevel=3.5),
        glow(shape("62,-66 90,-82 130,-92 124,-76 88,-62"), UPPER, blur=7, alpha=0.45),
    ]


def _holes(line: QPainterPath) -> Part:
    count = round(line.length() / 9.5)
    spots = [line.pointAtPercent((step + 0.5) / count) for step in range(count)]
    dots = joined([ellipse(spot.x(), spot.y(), 2.6) for spot in spots])
    return Part(dots, Ink.SHADE, within=UPPER, volume=0, bevel=0, line=0, alpha=0.65)


def _laces() -> list[Part]:
    rows = [stroke(curve(f"{x + 3},{y + 7} {x - 5},{y - 4} {x - 13},{y - 9}"), 7.5) for x, y in EYELETS]
    loops = [
        stroke(curve("366,-212 336,-240 308,-232 316,-212 352,-206"), 5.5),
        stroke(curve("366,-212 392,-226 420,-214 410,-198 372,-206"), 5.5),
        stroke(curve("364,-210 346,-190 340,-166"), 5),
        stroke(curve("366,-208 384,-186 398,-170"), 5),
    ]
    eyes = joined([ellipse(x + 3, y + 8, 4.2) for x, y in EYELETS])
    return [
        Part(eyes, Ink.SHADE, volume=0, bevel=0, line=0, alpha=0.7),
        *(Part(path, Ink.DEEP, Surface.CLOTH, volume=4, bevel=2) for path in (*rows, *loops)),
        Part(ellipse(365, -210, 7, 6), Ink.DEEP, Surface.CLOTH, volume=4, bevel=2),
    ]
