"""Knitted surfaces: ribs, cables, stripes, yokes, diamonds, checks."""

from PySide6.QtGui import QPainterPath

from .geometry import curve, joined, moved, shape, stroke
from .parts import Ink, Part, Surface, crease, shade


def ribs(body: QPainterPath, *, gap: float = 9, lean: float = 0, alpha: float = 0.26) -> Part:
    """Upright wales; `lean` is how far they wander to the side from top to bottom."""
    bounds = body.boundingRect()
    top, bottom = bounds.top() - 4, bounds.bottom() + 4
    count = round((bounds.width() + abs(lean)) / gap) + 1
    start = bounds.left() - max(0.0, lean)
    lines = [curve(f"{start + n * gap},{top} {start + n * gap + lean},{bottom}") for n in range(count + 1)]
    wales = joined([stroke(line, gap * 0.32) for line in lines])
    return Part(wales, Ink.SHADE, within=body, volume=0, bevel=0, line=0, alpha=alpha)


def cables(body: QPainterPath, columns: tuple[float, ...], *, lean: float = 0) -> list[Part]:
    bounds = body.boundingRect()
    parts = []
    for x in columns:
        ropes = []
        y = bounds.top() - 20
        while y < bounds.bottom():
            shift = lean * (y - bounds.top()) / bounds.height()
            left, right = x - 11 + shift, x + 11 + shift
            ropes.append(
                stroke(curve(f"{left},{y} {left + 3},{y + 12} {right - 3},{y + 28} {right},{y + 42}"), 15)
            )
            y += 26
        edge = [
            crease(
                curve(f"{x + d},{bounds.top()} {x + d + lean},{bounds.bottom()}"), body, width=3, alpha=0.3
            )
            for d in (-24, 24)
        ]
        parts += [
            Part(rope, Ink.MAIN, Surface.CLOTH, within=body, volume=40, bevel=5, line=1.1) for rope in ropes
        ]
        parts += edge
    return parts


def stripes(body: QPainterPath, *, gap: float = 40, width: float = 15, start: float = 210) -> list[Part]:
    bounds = body.boundingRect()
    lines, y = [], start
    while y < bounds.bottom():
        lines.append(
            stroke(curve(f"{bounds.left()},{y} {bounds.center().x()},{y + 5} {bounds.right()},{y}"), width)
        )
        y += gap
    return [Part(joined(lines), Ink.CONTRAST, Surface.CLOTH, within=body, volume=40, bevel=0, line=0)]


def yoke(body: QPainterPath, *, top: float = 190) -> list[Part]:
    """Rounds of a northern pattern, lower in the middle than at the shoulders."""
    rounds = []
    for n, x in enumerate(range(60, 590, 26)):
        dip = 26 * (1 - ((x - 320) / 280) ** 2)
        y = top + dip
        rounds += [
            shape(f"{x},{y - 15}! {x + 11},{y}! {x},{y + 15}! {x - 11},{y}!"),
            shape(f"{x + 13},{y + 30}! {x + 21},{y + 42}! {x + 13},{y + 54}! {x + 5},{y + 42}!"),
            stroke(curve(f"{x + 13},{y - 8} {x + 13},{y + 8}"), 4),
        ]
        if n % 2 == 0:
            rounds.append(stroke(curve(f"{x - 12},{y - 30} {x},{y - 40} {x + 12},{y - 30}"), 5))
    bands = [f"60,{top - 18 + d} 320,{top + 12 + d} 580,{top - 18 + d}" for d in (-34, 34, 88)]
    rounds += [stroke(curve(band), 4) for band in bands]
    return [Part(joined(rounds), Ink.CONTRAST, Surface.CLOTH, within=body, volume=40, bevel=0, line=0)]


def diamonds(body: QPainterPath) -> list[Part]:
    lozenges, lines = [], []
    for row in range(7):
        for column in range(8):
            x, y = 92 + column * 76, 150 + row * 88
            lozenge = shape(f"{x},{y - 44}! {x + 38},{y}! {x},{y + 44}! {x - 38},{y}!")
            lozenges.append(lozenge)
            lines.append(stroke(moved(lozenge, 38, 0), 2, (7, 5)))
    return [
        Part(joined(lozenges), Ink.DEEP, Surface.CLOTH, within=body, volume=40, bevel=0, line=0),
        Part(joined(lines), Ink.CONTRAST, within=body, volume=0, bevel=0, line=0, alpha=0.85),
    ]


def checks(body: QPainterPath) -> list[Part]:
    bounds = body.boundingRect()
    across = [
        curve(f"{bounds.left()},{y} {bounds.right()},{y}")
        for y in range(int(bounds.top()) - 30, int(bounds.bottom()) + 40, 64)
    ]
    down = [
        curve(f"{x},{bounds.top()} {x},{bounds.bottom()}")
        for x in range(int(bounds.left()) - 20, int(bounds.right()) + 40, 58)
    ]
    thin = [moved(line, 0, 32) for line in across] + [moved(line, 29, 0) for line in down]
    return [
        *(
            Part(
                joined([stroke(line, 22) for line in lines]),
                Ink.DEEP,
                within=body,
                volume=0,
                bevel=0,
                line=0,
                alpha=0.65,
            )
            for lines in (across, down)
        ),
        Part(
            joined([stroke(line, 3) for line in thin]),
            Ink.CONTRAST,
            within=body,
            volume=0,
            bevel=0,
            line=0,
            alpha=0.8,
        ),
    ]


def ribbed(
    area: QPainterPath, body: QPainterPath | None = None, *, gap: float = 10, lean: float = 0
) -> list[Part]:
    """A welt: hem, cuff or collar."""
    own = area if body is None else area.intersected(body)
    return [
        Part(own, Ink.MAIN, Surface.CLOTH, volume=14, bevel=5),
        ribs(own, gap=gap, lean=lean, alpha=0.34),
        shade(stroke(own, 3), own, blur=3, alpha=0.2),
    ]
