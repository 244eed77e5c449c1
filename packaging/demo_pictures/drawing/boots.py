"""Ankle boots on flat soles: chelsea and laced."""

from .geometry import box, curve, ellipse, joined, shape, stroke, turned
from .parts import Ink, Part, Surface, crease, glow, in_surface, shade, stitches, stretched
from .soles import BOTTOM, FEATHER, sole

FRONT = "352,-250 330,-206 290,-168 230,-134 170,-114 106,-100 60,-82 36,-58 "
UPPER = shape(
    "602,-45! 610,-104 598,-160 596,-220 606,-330 608,-372! 480,-366 362,-372! 364,-310 " + FRONT + BOTTOM
)
MOUTH = shape("608,-372! 560,-384 420,-384 362,-372! 420,-362 540,-362")
GORE = shape("446,-380! 536,-380! 534,-300 506,-216 488,-196 470,-218 448,-300!")


def chelsea(*, sole_kind: str = "leather", surface: Surface = Surface.SMOOTH) -> list[Part]:
    ribs = joined([stroke(curve(f"{x},-380 {x},-190"), 2) for x in range(452, 536, 8)])
    tab = ring_tab()
    parts = [
        *sole(sole_kind),
        Part(tab, Ink.DEEP, volume=6, bevel=3),
        *_body(),
        Part(GORE, Ink.DEEP, Surface.CLOTH, within=UPPER, volume=44, bevel=3),
        Part(ribs, Ink.SHADE, within=GORE, volume=0, bevel=0, line=0, alpha=0.35),
        stitches(curve("440,-372 442,-298 464,-212 488,-186 512,-212 540,-298 542,-372"), within=UPPER),
        stitches(curve("362,-358 480,-353 608,-358"), within=UPPER),
        crease(curve("489,-192 500,-120 488,-44"), UPPER, width=2, alpha=0.4),
        *_ground_shade(),
    ]
    return stretched(in_surface(parts, surface), 1.04)


def ring_tab() -> object:
    return stroke(curve("586,-372 588,-402 600,-402 604,-366"), 10)


def laceboot(*, sole_kind: str = "lug", surface: Surface = Surface.SMOOTH) -> list[Part]:
    quarter = shape(
        "396,-384! 382,-316 360,-252 324,-206 284,-168! 268,-150 "
        "272,-126 296,-92 340,-58 400,-34! 620,-30! 630,-390!"
    )
    tongue = shape("330,-210! 336,-300 346,-388 366,-398 394,-392! 400,-320 380,-240")
    collar = shape("392,-392! 620,-392! 614,-346 500,-338 388,-346!")
    parts = [
        *sole(sole_kind),
        Part(tongue, Ink.DEEP, volume=14),
        *_body(),
        shade(
            stroke(curve("392,-372 382,-316 360,-252 324,-206 284,-168 266,-146 278,-112 340,-56"), 12),
            UPPER,
            blur=6,
        ),
        Part(quarter, within=UPPER, volume=44, bevel=4),
        Part(collar, Ink.DEEP, within=UPPER, volume=30, bevel=8),
        stitches(curve("384,-346 372,-314 351,-250 316,-202"), within=UPPER),
        stitches(
            curve("410,-340 396,-306 372,-242 336,-196 296,-160 282,-142 290,-114 348,-66 404,-44"),
            within=UPPER,
        ),
        stitches(curve("560,-338 582,-220 576,-120 560,-46"), within=UPPER),
        *_laces(),
        *_ground_shade(),
    ]
    return stretched(in_surface(parts, surface), 1.04)


def _body() -> list[Part]:
    return [
        Part(MOUTH, Ink.LINING, volume=8, bevel=0),
        shade(MOUTH, MOUTH, blur=4, alpha=0.4),
        Part(UPPER, volume=44, bevel=5),
        glow(shape("88,-90 150,-104 220,-130 200,-104 130,-84"), UPPER, blur=8, alpha=0.32),
        glow(shape("382,-350 400,-350 388,-270 366,-236"), UPPER, blur=9, alpha=0.25),
        crease(curve("330,-204 380,-186 430,-188"), UPPER, width=5, alpha=0.14),
        crease(curve("590,-190 548,-176 520,-184"), UPPER, width=5, alpha=0.14),
        stitches(curve("268,-150 282,-108 330,-66 400,-36"), within=UPPER),
    ]


def _ground_shade() -> list[Part]:
    return [shade(stroke(curve(FEATHER), 10), UPPER, blur=4, alpha=0.5)]


def _laces() -> list[Part]:
    spots = (
        (396, -330, 8),
        (390, -300, 10),
        (379, -270, 16),
        (364, -242, 24),
        (343, -215, 34),
        (316, -190, 42),
    )
    rows = [stroke(curve(f"{x},{y} {x - 14},{y - 5} {x - 34},{y - 2}"), 7) for x, y, _ in spots]
    hooks = joined([turned(box(x - 3, y - 5, 12, 9, 4), lean, x, y) for x, y, lean in spots])
    bow = (
        stroke(curve("372,-334 340,-362 316,-350 326,-332 364,-330"), 5.5),
        stroke(curve("372,-334 396,-358 424,-352 414,-332 376,-330"), 5.5),
        stroke(curve("370,-330 354,-300 352,-276"), 5),
        stroke(curve("374,-330 398,-300 406,-282"), 5),
    )
    return [
        *(Part(row, Ink.CONTRAST, Surface.CLOTH, volume=4, bevel=2) for row in rows),
        Part(hooks, Ink.GOLD, volume=3, bevel=2),
        *(Part(path, Ink.CONTRAST, Surface.CLOTH, volume=4, bevel=2) for path in bow),
        Part(ellipse(371, -333, 7, 6), Ink.CONTRAST, Surface.CLOTH, volume=4, bevel=2),
    ]
