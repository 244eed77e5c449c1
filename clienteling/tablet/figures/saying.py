"""Figures and days in the reader's words."""

from datetime import date
from typing import TYPE_CHECKING

from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.values import Kpi, Step, Unit
from clienteling.tablet.figures.spans import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.wording import Wording

CENTS = 100
PERCENT = 100
TO, MINUS = "\u2013", "\u2212"


def figure(kpi: Kpi, value: float | None, wording: "Wording") -> str:
    return words.said(kpi, None if value is None else rounded(kpi, value), wording)


def rounded(kpi: Kpi, value: float) -> float:
    """As on the whole page: money without cents, which nobody reads at a glance."""
    match DEFINITIONS[kpi].unit:
        case Unit.CENTS:
            return round(value / CENTS) * CENTS
        case Unit.PIECES:
            return round(value, 1)
        case _:
            return round(value)


def change(kpi: Kpi, now: float, before: float, wording: "Wording") -> str:
    """`+8 punti`, `-12%`: percentages are held apart by points, other figures by how much more or less."""
    points = DEFINITIONS[kpi].unit is Unit.PERCENT
    if not points and not before:
        return ""
    by = round(now) - round(before) if points else round(PERCENT * (now - before) / before)
    if not by:
        return wording.say("unchanged")
    said = wording.count("{n:+d} point", "{n:+d} points", by) if points else wording.say("{n:+d}%", n=by)
    return said.replace("-", MINUS)


def heading(span: Span, today: date, wording: "Wording") -> str:
    """`Sabato 21 novembre`, `16-22 novembre`, `Novembre 2026`, `1 set - 22 nov`."""
    match span.kind:
        case Kind.DAY:
            said = f"{wording.weekday(span.since)} {wording.long_date(span.since, today)}"
        case Kind.WEEK if span.since.month == span.until.month:
            said = wording.days(span.since, span.until, today)
        case Kind.MONTH:
            said = wording.month(span.since)
        case _:
            year = today if span.since.year == span.until.year else date.min
            said = f"{wording.short_date(span.since, year)} {TO} {wording.short_date(span.until, year)}"
    return said[:1].upper() + said[1:]


def against(span: Span, wording: "Wording") -> str:
    """What it is held against, as it follows a figure."""
    match span.kind:
        case Kind.DAY:
            return wording.say("on last {weekday}", weekday=wording.weekday(span.since))
        case Kind.WEEK:
            return wording.say("on the week before")
        case Kind.MONTH:
            return wording.say("on the month before")
        case Kind.RANGE if span.step is Step.MONTH:
            return wording.say("on a year before")
        case Kind.RANGE:
            return wording.say("on the same days before")


def before(span: Span, wording: "Wording") -> str:
    """What stands beside the mark of before in the chart."""
    match span.kind:
        case Kind.DAY | Kind.WEEK:
            return wording.say("a week before")
        case Kind.MONTH:
            return wording.say("a month before")
        case Kind.RANGE if span.step is Step.MONTH:
            return wording.say("a year before")
        case Kind.RANGE:
            return wording.say("the same days before")


def left_out(names: "Sequence[str]", wording: "Wording") -> str:
    """Empty where nothing is."""
    if not names:
        return ""
    return wording.say("without {shops}: too few people for a figure", shops=wording.all_of(list(names)))


def bar(begins: date, step: Step, span: Span, wording: "Wording") -> str:
    """Beneath a bar: `lun 16`, `16`, `2 nov`, `nov`."""
    match step:
        case Step.MONTH:
            return wording.month_alone(begins)
        case Step.WEEK:
            return wording.short_date(begins, begins)
        case Step.DAY if span.kind is Kind.WEEK:
            return f"{wording.weekday(begins)[:3]} {begins.day}"
        case Step.DAY:
            return str(begins.day)


def stretch(begins: date, ends: date, step: Step, today: date, wording: "Wording") -> str:
    """In the table: `lunedì 16 novembre`, `2-8 novembre`, `novembre 2026`."""
    match step:
        case Step.MONTH:
            return wording.month(begins)
        case Step.WEEK if begins.month == ends.month:
            return f"{begins.day}{TO}{wording.short_date(ends, today)}"
        case Step.WEEK:
            return f"{wording.short_date(begins, today)} {TO} {wording.short_date(ends, today)}"
        case Step.DAY:
            return f"{wording.weekday(begins)} {wording.short_date(begins, today)}"
