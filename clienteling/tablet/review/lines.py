"""A shop's day as rows of its page. Everything is said already; the page only places it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clienteling.tablet.home.visitors import VisitorRow, visitor_rows
from clienteling.tablet.review.standings import TabletRow, tablet_rows, with_this_one
from clienteling.tablet.shop_key import key_of

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.appointments.values import Appointment
    from clienteling.basis.values import Asker
    from clienteling.promises.values import PromiseView
    from clienteling.review.values import Counted, ShopDay
    from clienteling.tasks.values import TaskView
    from clienteling.wording import Wording

DAYS_OF_A_WEEK = 7
MOST_DECISIONS, MOST_VISITORS = 6, 12
"""As many as are read in a moment; the others are a tap away."""
NOTHING = "\u2013"


@dataclass(frozen=True)
class FigureRow:
    key: str
    value: str
    label: str
    note: str
    tone: str
    formula: str


@dataclass(frozen=True)
class DecisionRow:
    """Something that waits for somebody: a promise or a task that is due."""

    key: str
    customer_id: str
    what: str
    words: str
    overdue: bool
    sign: str
    room: int
    """How many characters may be said with it where it is handed on."""
    of_task: bool = False
    """A promise else."""


@dataclass(frozen=True)
class HourRow:
    key: str
    hour: int
    recognised: int
    unknown: int


@dataclass(frozen=True)
class LostRow:
    key: str
    reason: str
    times: int


@dataclass(frozen=True)
class WantedRow:
    key: str
    what: str
    words: str
    picture: str


@dataclass(frozen=True)
class AheadRow:
    """What tomorrow holds; before days on which the shop is closed, what they and the next one hold."""

    key: str
    customer_id: str
    what: str
    words: str
    sign: str


@dataclass(frozen=True)
class WeekRow:
    """One day of the week of the day that is read."""

    key: str
    """ISO 8601."""
    name: str
    visits: str
    recognised: str
    receipts: str
    promises: str
    chosen: bool
    read: bool
    changed: bool
    """Since it was read."""


@dataclass(frozen=True)
class PersonRow:
    key: str
    name: str
    initials: str


@dataclass(frozen=True)
class DayRows:
    """The whole page."""

    heading: str = ""
    day: "ShopDay | None" = None
    too_few: bool = False
    """Of so few people no sums are shown: they would be figures about one of them."""
    figures: tuple[FigureRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    """What is late first."""
    hours: tuple[HourRow, ...] = ()
    visitors: tuple[VisitorRow, ...] = ()
    lost: tuple[LostRow, ...] = ()
    wanted: tuple[WantedRow, ...] = ()
    ahead: tuple[AheadRow, ...] = ()
    tablets: tuple[TabletRow, ...] = ()
    week: tuple[WeekRow, ...] = ()
    reviewed: str = ""
    """`Rivista da Sofia Martini, oggi 19:40`; empty while nobody has."""
    changed: str = ""
    """Which figures are other ones since."""
    unopened: bool = False
    """It does not say so: with which figures the day was read does not open on this tablet."""
    may_seal: bool = False
    """This tablet seals what is to be opened in that shop."""
    closed: bool = False
    """The shop says that it is, on that day of the week."""
    ahead_until: str = ""
    """Up to which day `ahead` looks, where the next one is not open: `entro lunedì`."""
    changed_days: str = ""
    """Days before that are other ones than they were when they were read."""
    changed_day: str = ""
    """The newest of them, ISO 8601."""


def read(
    conn: "sa.Connection",
    *,
    asker: "Asker",
    store_id: str,
    day: date,
    now: int,
    today: date,
    device: str,
    wording: "Wording",
) -> DayRows:
    """`device` is this tablet's name: of itself it knows better what it owes; empty: another shop's."""
    from clienteling.basis.team import sight_of
    from clienteling.basis.values import Days

    key = key_of(conn, store_id, asker.store_id)
    rows = _rows(conn, store_id, day, now=now, today=today, device=device, key=key, wording=wording)
    return rows if sight_of(conn, asker, store_id, Days(day, day), today) else _without_sums(rows)


def _without_sums(rows: DayRows) -> DayRows:
    """Who came, what is to be done and what was asked for stand there; what it came to does not."""
    week = tuple(
        replace(one, visits=NOTHING, recognised=NOTHING, receipts=NOTHING, promises=NOTHING)
        for one in rows.week
    )
    return replace(rows, too_few=True, figures=(), hours=(), lost=(), week=week)


def _rows(
    conn: "sa.Connection",
    store_id: str,
    day: date,
    *,
    now: int,
    today: date,
    device: str,
    key: str,
    wording: "Wording",
) -> DayRows:
    import msgspec

    from clienteling.appointments.hours import day_bounds, next_open, says_closed
    from clienteling.appointments.queries import between, opening
    from clienteling.review import words
    from clienteling.review.queries import day_and_others
    from clienteling.tasks import queries as tasks

    found, days = day_and_others(conn, store_id, day, today, wording.time_zone, key=key)
    tablets = with_this_one(conn, found.tablets, device, now) if device else found.tablets
    seen = msgspec.structs.replace(found, tablets=tablets)
    week = opening(conn, store_id)
    ahead = next_open(week, day)
    open_tasks = tasks.due_by(conn, store_id, ahead, today, now)
    until = day_bounds(ahead, wording.time_zone)[1]
    return DayRows(
        heading=words.heading(day, today, wording),
        day=seen,
        closed=says_closed(week, day),
        figures=tuple(
            FigureRow(t.key, t.value, t.label, t.note, t.tone.value, t.formula)
            for t in words.four(seen, wording)
        ),
        decisions=tuple(
            sorted(
                _decisions(seen.still_open, open_tasks, day, today, wording), key=lambda one: not one.overdue
            )
        ),
        hours=tuple(HourRow(str(h.hour), h.hour, h.recognised, h.unknown) for h in seen.hours),
        visitors=tuple(visitor_rows(seen.visitors, wording)),
        lost=tuple(
            LostRow(one.reason.value or "none", words.reason(one.reason, wording), one.times)
            for one in seen.lost
        ),
        wanted=tuple(_wanted(seen, wording)),
        ahead=tuple(
            _ahead(
                between(conn, store_id, day_bounds(day, wording.time_zone)[1], until),
                [one for one in open_tasks if one.due_on and one.due_on > day.isoformat()],
                today,
                wording,
            )
        ),
        tablets=tuple(tablet_rows(seen.tablets, now, wording)),
        ahead_until="" if ahead == day + timedelta(days=1) else wording.by(ahead, today),
        week=tuple(_week(days, day, wording)),
        reviewed=words.reviewed(seen.reviewed, now, wording) if seen.reviewed else "",
        changed_days=words.changed_days(_changed(days, day), today, wording),
        changed_day=next((one.day.isoformat() for one in _changed(days, day)), ""),
        changed=words.changed(seen.reviewed.changed, wording) if seen.reviewed else "",
        unopened=seen.reviewed is not None and seen.reviewed.unopened,
        may_seal=key != "",
    )


def _decisions(
    promises: Sequence["PromiseView"],
    open_tasks: Sequence["TaskView"],
    day: date,
    today: date,
    wording: "Wording",
) -> Iterator[DecisionRow]:
    from clienteling.promises import words as of_promises
    from clienteling.review.handing import room_beside
    from clienteling.tasks import words as of_tasks

    for one in promises:
        said = (of_promises.when(one, today, wording), one.made_by_name and _by(one.made_by_name, wording))
        yield DecisionRow(
            key=one.id,
            customer_id=one.customer_id,
            what=of_promises.task(one, wording),
            words=" · ".join(part for part in said if part),
            overdue=one.overdue,
            sign="handshake",
            room=room_beside(one.what),
        )
    for task in open_tasks:
        if task.due_on is not None and task.due_on <= day.isoformat():
            yield DecisionRow(
                key=task.id,
                customer_id=task.customer_id,
                what=of_tasks.title(task, wording),
                words=of_tasks.reason(task, today, wording),
                overdue=task.overdue,
                sign="check-circle",
                room=room_beside(task.what),
                of_task=True,
            )


def _by(name: str, wording: "Wording") -> str:
    return wording.say("promised by {name}", name=name)


def _wanted(seen: "ShopDay", wording: "Wording") -> Iterator[WantedRow]:
    from clienteling.review import words

    for one in seen.wanted:
        key = one.variant_id or one.product_id
        yield WantedRow(key, words.wanted(one, wording), words.wanted_where(one, wording), one.picture)


def _ahead(
    appointments: Sequence["Appointment"], open_tasks: Sequence["TaskView"], today: date, wording: "Wording"
) -> Iterator[AheadRow]:
    from clienteling.tasks import words as of_tasks

    for one in appointments:
        title = " ".join(part for part in (wording.time(one.at), one.name) if part)
        whom = one.associate_name and wording.say("with {name}", name=one.associate_name)
        about = " · ".join(part for part in (one.title, whom) if part)
        yield AheadRow(one.id, one.customer_id, title, about, "calendar-blank")
    for task in open_tasks:
        yield AheadRow(
            task.id,
            task.customer_id,
            of_tasks.title(task, wording),
            of_tasks.reason(task, today, wording),
            "check-circle",
        )


def _changed(days: "Sequence[Counted]", day: date) -> "list[Counted]":
    """Those before it that are other ones than they were when somebody read them; the newest first."""
    return [one for one in reversed(days) if one.day < day and one.reviewed and one.reviewed.changed]


def _week(days: "Sequence[Counted]", day: date, wording: "Wording") -> Iterator[WeekRow]:
    from clienteling.review import words

    for one in days[-DAYS_OF_A_WEEK:]:
        figures = one.figures
        kept = wording.say("{kept} of {due}", kept=figures.promises_kept, due=figures.promises_due)
        yield WeekRow(
            key=one.day.isoformat(),
            name=f"{wording.weekday(one.day)[:3]} {one.day.day}",
            visits=str(figures.visits),
            recognised=f"{words.percent(figures.recognised, figures.visits)}%" if figures.visits else NOTHING,
            receipts=wording.money(figures.receipts.cents) if figures.receipts.count else NOTHING,
            promises=kept if figures.promises_due else NOTHING,
            chosen=one.day == day,
            read=one.reviewed is not None,
            changed=bool(one.reviewed and one.reviewed.changed),
        )


def team(conn: "sa.Connection", *, store_id: str) -> list[PersonRow]:
    from clienteling.staff.queries import associates

    return [PersonRow(one.id, one.full_name, one.initials) for one in associates(conn, store_id)]
