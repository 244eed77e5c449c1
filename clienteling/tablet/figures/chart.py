"""One figure over its days as a chart and as the table behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS, value_of
from clienteling.kpi.values import Kpi, Stretch, Unit
from clienteling.tablet.figures import saying, scale
from clienteling.tablet.figures.lines import change_words, target_words

if TYPE_CHECKING:
    from clienteling.kpi.definitions import Definition
    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording


@dataclass(frozen=True)
class SlotRow:
    """A bar, and its line in the table."""

    key: str
    """ISO 8601: the first day of it."""
    label: str
    """Beneath the bar."""
    name: str
    value: str
    before: str
    target: str
    meant: bool
    """The day that is looked at, where others stand beside it."""


@dataclass(frozen=True)
class TickRow:
    key: str
    at: float
    """From 0 at the ground to 1 at the top."""
    label: str


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    kpi: Kpi
    name: str = ""
    value: str = ""
    target: str = ""
    change: str = ""
    formula: str = ""
    legend_before: str = ""
    slots: tuple[SlotRow, ...] = ()
    ticks: tuple[TickRow, ...] = ()
    bars: tuple[float, ...] = ()
    """0 where nothing was counted."""
    befores: Mapping[int, float] = {}
    """Place of the bar → what it was before; those that were nothing are not in it."""
    goal: float | None = None
    """Of one bar."""
    top: float = 1.0


def chart(read: "Read", kpi: Kpi, wording: "Wording") -> Chart:
    one = DEFINITIONS[kpi]
    values = [_counted(kpi, stretch) for stretch in read.stretches]
    befores = dict(_known(kpi, read.before, len(values)))
    goal = read.target_of_a_bar(kpi)
    highest = max([goal or 0.0, *befores.values(), *(value or 0.0 for value in values)])
    steps = _ticks(one, highest)
    return Chart(
        kpi=kpi,
        name=words.name(kpi, wording),
        value=saying.figure(kpi, read.value(kpi), wording),
        target=target_words(read, kpi, wording),
        change=change_words(read, kpi, wording),
        formula=words.formula(kpi, wording),
        legend_before=saying.before(read.span, wording),
        slots=tuple(
            _slot(read, one, stretch, (values[place], befores.get(place), goal), wording)
            for place, stretch in enumerate(read.stretches)
        ),
        ticks=tuple(TickRow(str(at), at / steps[-1], saying.figure(one.kpi, at, wording)) for at in steps),
        bars=tuple(value or 0.0 for value in values),
        befores=befores,
        goal=goal,
        top=steps[-1],
    )


def _ticks(one: "Definition", highest: float) -> tuple[float, ...]:
    if one.unit is Unit.CENTS:
        return tuple(saying.CENTS * at for at in scale.ticks(highest / saying.CENTS, whole=True))
    return scale.ticks(highest, whole=one.unit is not Unit.PIECES)


def _counted(kpi: Kpi, stretch: Stretch) -> float | None:
    """A closed day is no day with nothing."""
    return value_of(kpi, stretch.parts) if stretch.days else None


def _known(kpi: Kpi, stretches: tuple[Stretch, ...], room: int) -> list[tuple[int, float]]:
    values = ((place, _counted(kpi, stretch)) for place, stretch in enumerate(stretches[:room]))
    return [(place, value) for place, value in values if value is not None]


def _slot(
    read: "Read",
    one: "Definition",
    stretch: Stretch,
    values: "tuple[float | None, float | None, float | None]",
    wording: "Wording",
) -> SlotRow:
    span, step = read.span, read.span.step
    value, before, goal = (saying.figure(one.kpi, each, wording) for each in values)
    return SlotRow(
        key=stretch.begins.isoformat(),
        label=saying.bar(stretch.begins, step, span, wording),
        name=saying.stretch(stretch.begins, stretch.ends, step, read.today, wording),
        value=value,
        before=before,
        target=goal,
        meant=len(read.stretches) > 1 and span.since == span.until == stretch.begins,
    )
