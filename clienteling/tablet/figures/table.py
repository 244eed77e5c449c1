"""All figures as a table for a spreadsheet; money in euro."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clienteling import spreadsheet
from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS, value_of
from clienteling.kpi.values import Kpi, Unit
from clienteling.spreadsheet import Cell, decimal
from clienteling.tablet.figures import saying
from clienteling.tablet.figures.breakdown import part_rows
from clienteling.tablet.figures.saying import CENTS

if TYPE_CHECKING:
    from clienteling.tablet.figures.keeping import Page
    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording

UNITS = {Unit.COUNT: "", Unit.PERCENT: "%", Unit.CENTS: "EUR", Unit.PIECES: ""}


def csv_of(page: "Page") -> str:
    return spreadsheet.csv_of(_rows(page.read, page.whose, page.wording))


def _rows(read: "Read", whose: str, wording: "Wording") -> Iterator[Sequence[Cell]]:
    say, step = wording.say, read.span.step
    yield say("shop"), whose, saying.left_out(read.left_out, wording)
    yield say("from"), read.span.since.isoformat()
    yield say("to"), read.span.until.isoformat()
    yield ()
    names = [saying.stretch(one.begins, one.ends, step, read.today, wording) for one in read.stretches]
    yield (
        say("figure"),
        say("unit"),
        say("all of it"),
        say("target"),
        saying.before(read.span, wording),
        *names,
    )
    for kpi in DEFINITIONS:
        yield _row(read, kpi, wording)
    if read.apart:
        yield ()
        yield say("figure"), say("unit"), *(one.shop.name for one in read.apart)
        for kpi in DEFINITIONS:
            yield _of_each(read, kpi, wording)
    for kpi in DEFINITIONS:
        parts = part_rows(read, kpi, wording)
        if parts:
            yield ()
            yield words.name(kpi, wording), say("how often"), say("what came of it")
            yield from ((part.what, part.count, part.words) for part in parts)


def _row(read: "Read", kpi: Kpi, wording: "Wording") -> Sequence[Cell]:
    totals = (read.value(kpi), read.target(kpi), read.value_before(kpi))
    values = (value_of(kpi, one.parts) if one.days else None for one in read.stretches)
    cells = [_number(kpi, value, wording) for value in (*totals, *values)]
    return words.name(kpi, wording), UNITS[DEFINITIONS[kpi].unit], *cells


def _of_each(read: "Read", kpi: Kpi, wording: "Wording") -> Sequence[Cell]:
    """Empty where a shop was closed, or too few work there."""
    known = (one.now if one.now is not None and one.now.days else None for one in read.apart)
    values = [_number(kpi, value_of(kpi, one.parts) if one else None, wording) for one in known]
    return words.name(kpi, wording), UNITS[DEFINITIONS[kpi].unit], *values


def _number(kpi: Kpi, value: float | None, wording: "Wording") -> str:
    """Bare, as a spreadsheet counts with it; empty where there is nothing to say."""
    if value is None:
        return ""
    unit = DEFINITIONS[kpi].unit
    if unit is Unit.COUNT:
        return str(round(value))
    return decimal(value / CENTS if unit is Unit.CENTS else value, wording)
