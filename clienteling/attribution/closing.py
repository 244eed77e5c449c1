"""A shop's schemes and the months that were closed of them, as they are read."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
import sqlalchemy as sa

from clienteling.attribution.courses import courses_of
from clienteling.attribution.queries import influenced_in, still_here
from clienteling.attribution.schemes import MONTHS_BACK, Scheme, Statement, begins, next_month, stated
from clienteling.attribution.sealed import opened
from clienteling.attribution.tables import incentive_statement
from clienteling.attribution.terms import Course, waiting
from clienteling.attribution.values import Influenced
from clienteling.records import uncorrected
from clienteling.staff.queries import people_of

_STORE = sa.bindparam("in_store", type_=sa.Text)
_CLOSED = (
    sa.select(incentive_statement)
    .where(incentive_statement.c.store_id == _STORE, uncorrected(incentive_statement))
    .order_by(incentive_statement.c.month_on, incentive_statement.c.at, incentive_statement.c.id)
)


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """A month that was closed. Where two managers did it at once, the first counts."""

    id: str
    statement: Statement
    at: int
    by_id: str = ""
    again_by: tuple[str, ...] = ()
    """Who closed it once more, not knowing: that counts for nothing."""
    sealed: bool = False
    """What each gets is read on the tablets of that shop, and this is none."""


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """A month of a scheme: as it was closed, or as it stands so far."""

    statement: Statement
    closed: Closed | None = None
    over: bool = False
    """The month has ended, and so it may be closed."""
    sealed: bool = False
    """It rests on what is read on the tablets of that shop alone: here it says nothing."""


class Months(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop's page of one month says of its schemes."""

    rows: tuple[Month, ...] = ()
    """Those that ran then, and those of which that month was closed."""
    found: tuple[Influenced, ...] = ()
    """What the shop's contacts led to in it, the newest first."""
    courses: tuple[Course, ...] = ()
    waiting: tuple[date, ...] = ()
    """Months, also others, that are over and not closed; the oldest first."""


def months(conn: sa.Connection, store_id: str, month: date, today: date, key: str = "") -> Months:
    """`key`: hex, what the tablets of that shop open with what a closed month says of each."""
    first, after = begins(month), next_month(month)
    closed = closed_of(conn, store_id, key)
    known = [(one.statement.scheme.first_id, one.statement.month) for one in closed]
    courses = courses_of(conn, store_id, known)
    schemes = [scheme for one in courses if (scheme := one.in_month(first)) is not None]
    before = {one.first_id: _before(closed, one, first) for one in schemes}
    earlier = {first_id: [one.statement for one in some] for first_id, some in before.items()}
    oldest = min((date.fromisoformat(s.month) for some in earlier.values() for s in some), default=first)
    open_ones = [one for one in schemes if _of_month(closed, one, first) is None]
    since = oldest if open_ones else first
    found = influenced_in(conn, store_id, since, after)
    here = still_here(conn, _sales(s for one in open_ones for s in earlier[one.first_id]))
    people = len(people_of(conn, store_id))
    rows = []
    for scheme in schemes:
        done = _of_month(closed, scheme, first)
        statement = (
            done.statement
            if done
            else stated(scheme, first, found, earlier[scheme.first_id], here=here, people=people)
        )
        sealed = done.sealed if done else any(one.sealed for one in before[scheme.first_id])
        rows.append(Month(statement=statement, closed=done, over=after <= today, sealed=sealed))
    rows += [
        Month(statement=one.statement, closed=one, over=True, sealed=one.sealed)
        for one in _ended(closed, schemes, first)
    ]
    return Months(
        rows=tuple(rows),
        found=tuple(one for one in found if one.on >= first.isoformat()),
        courses=courses,
        waiting=tuple(waiting(courses, known, today)),
    )


def closed_of(conn: sa.Connection, store_id: str, key: str = "") -> list[Closed]:
    """All of them, the oldest month first."""
    found: dict[tuple[str, str], Closed] = {}
    for row in conn.execute(_CLOSED, {"in_store": store_id}):
        which = row.scheme_id, row.month_on
        if which in found:
            again = (*found[which].again_by, row.associate_id or "")
            found[which] = msgspec.structs.replace(found[which], again_by=again)
            continue
        kept = opened(row.statement, key)
        if kept is not None:
            found[which] = Closed(
                id=row.id,
                statement=kept.statement,
                at=row.at or 0,
                by_id=row.associate_id or "",
                sealed=kept.sealed,
            )
    return list(found.values())


def _before(closed: Iterable[Closed], scheme: Scheme, month: date) -> Sequence[Closed]:
    mine = [one for one in closed if one.statement.scheme.first_id == scheme.first_id]
    return [one for one in mine if one.statement.month < month.isoformat()][-MONTHS_BACK:]


def _of_month(closed: Iterable[Closed], scheme: Scheme, month: date) -> Closed | None:
    said = scheme.first_id, month.isoformat()
    return next((one for one in closed if (one.statement.scheme.first_id, one.statement.month) == said), None)


def _ended(closed: Iterable[Closed], schemes: Iterable[Scheme], month: date) -> list[Closed]:
    """What was closed of schemes that are no more."""
    standing = {one.first_id for one in schemes}
    this_month = (one for one in closed if one.statement.month == month.isoformat())
    return [one for one in this_month if one.statement.scheme.first_id not in standing]


def _sales(statements: Iterable[Statement]) -> Iterable[str]:
    for statement in statements:
        yield from (line.sale_id for line in statement.lines)
        yield from (one.sale_id for one in statement.changed)
