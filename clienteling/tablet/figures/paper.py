"""The page of the figures on paper: the one that is looked at, then all of them, and how each is counted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS
from clienteling.tablet.figures import saying
from clienteling.tablet.figures.breakdown import PartRow, part_rows
from clienteling.tablet.figures.chart import Chart, chart
from clienteling.tablet.figures.side_by_side import ShopBar, shop_bars
from clienteling.tablet.paper import GOLD, GREEN, INK, LINE, QUIET, SERIF, Paper, paper, printed_on

if TYPE_CHECKING:
    from clienteling.tablet.figures.keeping import Page
    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording

HIGH = 200.0
"""Of the chart, in 1/144 inch."""
BESIDE = 96.0
"""For what stands beside the lines of the chart."""
LABEL = 46.0
"""What a word beneath a bar takes."""
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter
BOLD = QFont.Weight.DemiBold
COLUMNS = (0.44, 0.18, 0.18, 0.20)


def write(path: Path, page: "Page") -> None:
    """Raises OSError where the file cannot be written."""
    read, wording, whose = page.read, page.wording, page.whose
    heading = saying.heading(read.span, read.today, wording)
    with paper(path, f"{whose}, {heading}") as sheet:
        sheet.words(heading, 24, face=SERIF)
        sheet.words(f"{whose} · {printed_on(page.now, wording)}", 11, QUIET)
        if read.left_out:
            sheet.words(saying.left_out(read.left_out, wording), 10, QUIET)
        sheet.gap(20)
        _looked_at(sheet, chart(read, page.kpi, wording))
        _shops(sheet, shop_bars(read, page.kpi, wording))
        _parts(sheet, part_rows(read, page.kpi, wording))
        _all(sheet, read, wording)
        _formulas(sheet, wording)


def _looked_at(sheet: Paper, one: Chart) -> None:
    sheet.words(one.name, 12, weight=BOLD)
    sheet.gap(4)
    sheet.words(one.value, 26, face=SERIF)
    said = " · ".join(part for part in (one.target, one.change) if part)
    if said:
        sheet.words(said, 10, QUIET)
    sheet.gap(24)
    _chart(sheet, one)
    sheet.gap(6)
    sheet.words(f"▬ {one.legend_before}", 9, GOLD, x=BESIDE)
    sheet.gap(16)


def _chart(sheet: Paper, one: Chart) -> None:
    top, base = sheet.y, sheet.y + HIGH
    for tick in one.ticks:
        y = base - tick.at * HIGH
        sheet.bar(BESIDE, y, sheet.width - BESIDE, 1, QUIET if tick.at == 0 else LINE)
        sheet.y = y - 9
        sheet.words(tick.label, 9, QUIET, width=BESIDE - 8, align=RIGHT)
    slot = (sheet.width - BESIDE) / max(1, len(one.bars))
    every = max(1, round(LABEL / slot + 0.49))
    for place, value in enumerate(one.bars):
        x, high = BESIDE + place * slot, HIGH * value / one.top
        sheet.bar(x + slot * 0.19, base - high, slot * 0.62, high, GREEN)
        before = one.befores.get(place)
        if before is not None:
            sheet.bar(x + slot * 0.08, base - HIGH * before / one.top - 2, slot * 0.8, 4, GOLD)
        if place % every == 0:
            sheet.y = base + 4
            wide = max(slot, LABEL)
            sheet.words(one.slots[place].label, 9, QUIET, x=x + slot / 2 - wide / 2, width=wide, align=MIDDLE)
    if one.goal is not None:
        sheet.bar(BESIDE, base - HIGH * one.goal / one.top - 1, sheet.width - BESIDE, 2, INK)
    sheet.y = max(sheet.y, top + HIGH + 24)


def _shops(sheet: Paper, shops: Sequence[ShopBar]) -> None:
    """Each with its bar, and the mark of before across it."""
    name, wide = 0.3 * sheet.width, 0.5 * sheet.width
    for shop in (one for one in shops if not one.few):
        sheet.need(26)
        at = sheet.y
        sheet.words(shop.value, 10, x=sheet.width - 90, width=90, align=RIGHT)
        sheet.y = at
        sheet.words(shop.name, 10, width=name - 8)
        sheet.bar(name, at + 6, max(1.0, wide * shop.share), 9, GREEN)
        if shop.mark >= 0:
            sheet.bar(name + wide * shop.mark - 2, at + 2, 4, 17, GOLD)
        sheet.gap(3)
        sheet.rule()
        sheet.gap(3)
    if shops:
        sheet.gap(14)


def _parts(sheet: Paper, parts: Sequence[PartRow]) -> None:
    for part in parts:
        sheet.need(26)
        said = f"{part.what}: {part.words}" if part.words else part.what
        at = sheet.y
        sheet.words(str(part.count), 10, x=sheet.width - 60, width=60, align=RIGHT)
        sheet.y = at
        sheet.words(said, 10, width=sheet.width - 80)
        sheet.gap(3)
        sheet.rule()
        sheet.gap(3)
    if parts:
        sheet.gap(14)


def _all(sheet: Paper, read: "Read", wording: "Wording") -> None:
    say = wording.say
    _line(sheet, ("", say("this time"), say("target"), saying.before(read.span, wording)), quiet=True)
    sheet.rule(QUIET)
    for kpi in DEFINITIONS:
        sheet.need(30)
        sheet.gap(5)
        before = read.value_before(kpi)
        target = read.target(kpi)
        cells = (
            words.name(kpi, wording),
            saying.figure(kpi, read.value(kpi), wording),
            "" if target is None else saying.figure(kpi, target, wording),
            "" if before is None else saying.figure(kpi, before, wording),
        )
        _line(sheet, cells)
        sheet.gap(5)
        sheet.rule()


def _line(sheet: Paper, cells: Sequence[str], *, quiet: bool = False) -> None:
    at = lowest = sheet.y
    x = 0.0
    for number, (cell, share) in enumerate(zip(cells, COLUMNS, strict=True)):
        sheet.y = at
        width = share * sheet.width
        colour = QUIET if quiet or number > 1 else INK
        weight = BOLD if number == 1 and not quiet else QFont.Weight.Normal
        align = RIGHT if number else Qt.AlignmentFlag.AlignLeft
        sheet.words(cell, 9 if quiet else 10.5, colour, weight=weight, x=x, width=width, align=align)
        lowest, x = max(lowest, sheet.y), x + width
    sheet.y = lowest


def _formulas(sheet: Paper, wording: "Wording") -> None:
    sheet.next_page()
    sheet.words(wording.say("How it is counted"), 12, weight=BOLD)
    sheet.gap(6)
    for kpi in DEFINITIONS:
        sheet.words(words.name(kpi, wording), 10.5, weight=BOLD)
        sheet.words(words.formula(kpi, wording), 10, QUIET)
        sheet.gap(10)
