"""The shop's figures as rows of their page. Everything is said already; the page only places it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS, value_of
from clienteling.kpi.values import AddsUp, Kpi
from clienteling.tablet.figures import saying

if TYPE_CHECKING:
    from clienteling.kpi.definitions import Definition
    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording


@dataclass(frozen=True)
class FigureRow:
    """One figure, held against its target and against before."""

    key: str
    """A `Kpi`."""
    name: str
    value: str
    note: str
    tone: str
    """good, waiting or empty."""
    spark: str
    """Its course: the heights of little bars."""


@dataclass(frozen=True)
class Matter:
    """What the eye is led to: the figure that is farthest behind."""

    key: str = ""
    words: str = ""
    note: str = ""


def figure_rows(read: "Read", wording: "Wording") -> list[FigureRow]:
    return [_row(read, one, wording) for one in DEFINITIONS.values()]


def _row(read: "Read", one: "Definition", wording: "Wording") -> FigureRow:
    value = read.value(one.kpi)
    note, tone = _note(read, one, wording)
    return FigureRow(
        key=one.kpi.value,
        name=words.name(one.kpi, wording),
        value=saying.figure(one.kpi, value, wording),
        note=note,
        tone=tone,
        spark=_spark([value_of(one.kpi, stretch.parts) for stretch in read.stretches]),
    )


def _note(read: "Read", one: "Definition", wording: "Wording") -> tuple[str, str]:
    """Against the target where there is one, otherwise against before."""
    target = target_words(read, one.kpi, wording)
    if target:
        behind = _behind(read, one)
        return target, "waiting" if behind else "good" if behind is not None else ""
    return change_words(read, one.kpi, wording), _tone(read, one)


def target_words(read: "Read", kpi: Kpi, wording: "Wording") -> str:
    target = read.target(kpi)
    if target is None:
        return ""
    return wording.say("target {value}", value=saying.figure(kpi, target, wording))


def change_words(read: "Read", kpi: Kpi, wording: "Wording") -> str:
    """`+8 punti su sabato scorso`; empty where there is nothing to hold it against."""
    value, before = read.value(kpi), read.value_before(kpi)
    if value is None or before is None:
        return ""
    changed = saying.change(kpi, value, before, wording)
    return f"{changed} {saying.against(read.span, wording)}" if changed else ""


def _tone(read: "Read", one: "Definition") -> str:
    value, before = read.value(one.kpi), read.value_before(one.kpi)
    if value is None or before is None or saying.rounded(one.kpi, value) == saying.rounded(one.kpi, before):
        return ""
    return "good" if words.good(one.kpi, value, before) else ""


def _behind(read: "Read", one: "Definition") -> float | None:
    """How far, as a share of the target; 0 where it is reached, None where it cannot be said yet.

    What is counted goes on until the last day of its time is over.
    """
    value, target = read.value(one.kpi), read.target(one.kpi)
    if value is None or target is None:
        return None
    alike = saying.rounded(one.kpi, value) == saying.rounded(one.kpi, target)
    if alike or words.good(one.kpi, value, target) is not False:
        return 0.0
    return abs(value - target) / max(abs(target), 1.0) if _counted_out(read, one) else None


def matter(read: "Read", wording: "Wording") -> Matter:
    """Of what is behind its target the farthest; of what has none, what has fallen most since before."""
    if read.empty:
        return Matter()
    for far, note in ((_behind, target_words), (_fallen, change_words)):
        worst = max(DEFINITIONS.values(), key=lambda one: far(read, one) or 0.0)
        if far(read, worst):
            return Matter(worst.kpi.value, _said(read, worst, wording), note(read, worst.kpi, wording))
    return Matter(words=wording.say("Nothing is behind its target, nothing behind before"))


def _said(read: "Read", one: "Definition", wording: "Wording") -> str:
    value = saying.figure(one.kpi, read.value(one.kpi), wording)
    return wording.say("{figure}: {value}", figure=words.name(one.kpi, wording), value=value)


def _fallen(read: "Read", one: "Definition") -> float | None:
    """How far behind before, as a share of it."""
    value, before = read.value(one.kpi), read.value_before(one.kpi)
    if value is None or not before or words.good(one.kpi, value, before) is not False:
        return None
    return abs(value - before) / before if _counted_out(read, one) else None


def _counted_out(read: "Read", one: "Definition") -> bool:
    return read.complete or one.adds_up is AddsUp.RATIO


def _spark(values: list[float | None]) -> str:
    """`0.25 1.00 0.00`: each bar as a share of the highest. Empty where one bar would stand alone."""
    highest = max((value for value in values if value is not None), default=0.0)
    if len(values) <= 1 or highest <= 0:
        return ""
    return " ".join(f"{(value or 0.0) / highest:.2f}" for value in values)
