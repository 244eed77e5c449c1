"""Rows about a person's figures: what they are, what allows them, and who looked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.tablet.review.lines import FigureRow

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from clienteling.basis.periods import Period
    from clienteling.basis.values import Asker, Ground, Person, Standing
    from clienteling.review.values import Figures
    from clienteling.wording import Wording
    from sync.writer import Writer


@dataclass(frozen=True)
class BasisRow:
    key: str
    document: str
    words: str
    """From when to when, and about whom."""
    put_down: str


@dataclass(frozen=True)
class LookRow:
    key: str
    who: str
    when: str
    words: str


@dataclass(frozen=True)
class Own:
    """Somebody's own figures, and what others may see and have seen of them."""

    figures: tuple[FigureRow, ...] = ()
    looks: tuple[LookRow, ...] = ()
    bases: tuple[BasisRow, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What a manager gets to see of a person, or why not."""

    ground: "Ground"
    figures: tuple[FigureRow, ...] = ()


def own(
    conn: "sa.Connection", *, asker: "Asker", period: "Period", today: "date", now: int, wording: "Wording"
) -> Own:
    from clienteling.basis import queries, rules
    from clienteling.basis.figures import figures_of
    from clienteling.basis.periods import days_of
    from clienteling.basis.values import Person

    me, days = Person(asker.associate_id, asker.store_id), days_of(period, today)
    sight = rules.may_see(asker, me, days, today, ())
    return Own(
        figures=figure_rows(figures_of(conn, me, days, wording.time_zone, sight), wording),
        looks=look_rows(conn, asker.associate_id, now, wording),
        bases=tuple(
            basis_row(one, today, wording)
            for one in queries.listed(conn, asker.store_id)
            if not one.basis.people or asker.associate_id in one.basis.people
        ),
    )


def look(
    writer: "Writer",
    *,
    asker: "Asker",
    whom: "Person",
    period: "Period",
    today: "date",
    device: str,
    wording: "Wording",
) -> Seen:
    """Written down and read in one transaction, so that neither is without the other."""
    from clienteling.basis import use_cases
    from clienteling.basis.figures import figures_of
    from clienteling.basis.periods import days_of
    from clienteling.basis.values import What

    days = days_of(period, today)
    sight = use_cases.look(writer, asker, whom, days, today=today, what=What.FIGURES, device=device)
    if not sight:
        return Seen(sight.ground)
    found = figures_of(writer.connection, whom, days, wording.time_zone, sight)
    return Seen(sight.ground, figure_rows(found, wording))


def bases(
    conn: "sa.Connection", *, store_id: str, today: "date", wording: "Wording"
) -> "tuple[tuple[Standing, ...], tuple[BasisRow, ...]]":
    from clienteling.basis import queries

    found = tuple(queries.listed(conn, store_id))
    return found, tuple(basis_row(one, today, wording) for one in found)


def basis_row(one: "Standing", today: "date", wording: "Wording") -> BasisRow:
    from clienteling.basis import words

    said = " · ".join((words.days(one.basis.days, wording), words.of_whom(one, wording)))
    return BasisRow(one.basis.id, one.basis.document, said, words.put_down(one, today, wording))


def look_rows(conn: "sa.Connection", associate_id: str, now: int, wording: "Wording") -> tuple[LookRow, ...]:
    from clienteling.basis import queries, words

    return tuple(
        LookRow(one.id, one.by_name, wording.moment(one.at, now), words.look(one, wording))
        for one in queries.looks_at(conn, associate_id)
    )


def figure_rows(figures: "Figures", wording: "Wording") -> tuple[FigureRow, ...]:
    from clienteling.basis import words

    return tuple(
        FigureRow(told.key, told.value, told.label, told.note, told.tone.value, told.formula)
        for told in words.four(figures, wording)
    )
