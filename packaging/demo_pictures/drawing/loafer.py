"""Slip-on shoes: penny, tassel, bit, plain."""

from .geometry import box, curve, ellipse, joined, moved, ring, shape, stroke, turned
from .parts import Ink, Part, Surface, crease, glow, in_surface, shade, stitches, stretched
from .soles import BOTTOM, FEATHER, sole

UPPER = shape(
    "602,-45! 610,-100 602,-142 590,-176! 530,-160 460,-146 400,-146 356,-164! "
    "338,-190 316,-204 292,-198! 258,-172 206,-142 150,-120 96,-102 54,-82 34,-58 " + BOTTOM
)
LINING = shape("592,-176! 540,-184 470,-180 400,-184 330,-204! 356,-160 400,-144 460,-144 530,-156")
APRON = "352,-152! 300,-136 230,-108 150,-84 96,-76 62,-82"
SADDLE = shape("300,-212! 340,-206 366,-168! 352,-110 372,-30! 296,-18! 292,-80 262,-178!")


def loafer(
    *, detail: str = "plain", sole_kind: str = "leather", surface: Surface = Surface.SMOOTH
) -> list[Part]:
    seam = curve(APRON)
    parts = [
        *sole(sole_kind),
        Part(LINING, Ink.LINING, volume=12, bevel=0),
        shade(LINING, LINING, blur=4, alpha=0.35),
        Part(UPPER, volume=38, bevel=5),
        glow(shape("80,-88 150,-112 230,-146 200,-112 130,-90"), UPPER, blur=8, alpha=0.32),
        shade(stroke(moved(seam, 0, 5), 8), UPPER, blur=4, alpha=0.45),
        *_gathers(),
        stitches(curve("598,-164 530,-150 460,-136 400,-136 362,-150"), within=UPPER),
        *_detail(detail),
        shade(stroke(curve(FEATHER), 10), UPPER, blur=4, alpha=0.5),
    ]
    return stretched(in_surface(parts, surface), 1.0)


def _gathers() -> list[Part]:
    seam = curve(APRON)
    ridge = Part(stroke(seam, 6), within=UPPER, volume=30, bevel=3, line=1)
    spots = [seam.pointAtPercent(step / 40) for step in range(1, 40)]
    threads = joined([stroke(curve(f"{p.x() - 1},{p.y() - 4} {p.x() + 1},{p.y() + 5}"), 1.6) for p in spots])
    return [ridge, Part(threads, Ink.SHADE, within=UPPER, volume=0, bevel=0, line=0, alpha=0.4)]


def _detail(detail: str) -> list[Part]:
    return {"plain": _vamp, "penny": _penny, "tassel": _tassels, "bit": _bit}[detail]()


def _vamp() -> list[Part]:
    edge = curve("356,-164 350,-110 372,-30")
    return [crease(edge, UPPER, width=2.2, alpha=0.5), stitches(moved(edge, 8, 0), within=UPPER)]


def _penny() -> list[Part]:
    slot = shape("298,-166 318,-163 336,-150 316,-152")
    return [
        shade(moved(SADDLE, -4, 3), UPPER, blur=6, alpha=0.4),
        Part(SADDLE, within=UPPER, volume=38, bevel=4),
        Part(slot, Ink.SHADE, within=UPPER, volume=0, bevel=0, line=0, alpha=0.7),
        stitches(curve("272,-176 300,-84 304,-22"), within=UPPER),
        stitches(curve("356,-168 343,-110 362,-32"), within=UPPER),
    ]


def _tassels() -> list[Part]:
    tassel = shape("-6,0! 6,0! 9,10 16,50! 4,54 -8,53 -16,48! -9,10")
    cuts = joined([stroke(curve(f"{x / 2},14 {x},50"), 1.4) for x in (-9, -3, 3, 9)])
    parts = [*_vamp()]
    for x, y, lean in ((262, -162, 24), (296, -158, -8)):
        body = turned(moved(tassel, x, y), lean, x, y)
        parts += [
            shade(moved(body, 3, 4), UPPER, blur=4, alpha=0.45),
            Part(body, Ink.MAIN, volume=9, bevel=3),
            Part(
                turned(moved(cuts, x, y), lean, x, y),
                Ink.SHADE,
                within=body,
                volume=0,
                bevel=0,
                line=0,
                alpha=0.4,
            ),
            Part(ellipse(x, y, 9, 8), Ink.MAIN, volume=6, bevel=3),
        ]
    lace = stroke(curve("262,-170 300,-192 350,-164"), 6)
    return [*parts, Part(lace, Ink.MAIN, within=UPPER, volume=5, bevel=3)]


def _bit() -> list[Part]:
    band = moved(SADDLE, -4, 0)
    half = turned(ring(ellipse(296, -150, 17, 12), ellipse(296, -150, 10, 6)), 66, 296, -150)
    other = turned(ring(ellipse(320, -100, 17, 12), ellipse(320, -100, 10, 6)), 74, 320, -100)
    bar = turned(box(303, -142, 10, 34, 5), -24, 308, -125)
    return [
        shade(moved(band, -4, 3), UPPER, blur=6, alpha=0.35),
        Part(band, within=UPPER, volume=38, bevel=4),
        shade(moved(joined([half, other, bar]), 3, 4), UPPER, blur=3, alpha=0.5),
        *(Part(piece, Ink.GOLD, volume=6, bevel=3) for piece in (bar, half, other)),
    ]
