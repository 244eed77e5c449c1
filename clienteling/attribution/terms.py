"""A scheme and all that was ever laid down of it. Plain functions on values.

Terms are for whole months: what is above an amount is above it in a month. Whatever was said last counts from
its month on; what was said before stays, and counts for the months before. What was taken back counts
for none.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from clienteling.attribution.schemes import Scheme, month_before, next_month

MOST_MONTHS = 24
"""Of a scheme, looked through for those that nobody closed."""


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a scheme."""

    scheme: Scheme
    ended: bool = False
    """From its month on there is none."""
    at: int = 0
    by_id: str = ""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """A scheme from its first version to its newest."""

    laid: tuple[Laid, ...]
    """At least one, the newest first."""
    closed_until: str = ""
    """The last of its months that was closed; empty where none was."""

    @property
    def first_id(self) -> str:
        return self.newest.scheme.first_id

    @property
    def newest(self) -> Laid:
        return self.laid[0]

    @property
    def began(self) -> date:
        return date.fromisoformat(min(one.scheme.from_on for one in self.laid))

    @property
    def last_month(self) -> date | None:
        """Of one that ends."""
        return month_before(date.fromisoformat(self.newest.scheme.from_on)) if self.newest.ended else None

    def in_month(self, month: date) -> Scheme | None:
        """Its terms then; None before it began and after it ended."""
        said = month.isoformat()
        valid = next((one for one in self.laid if one.scheme.from_on <= said), None)
        return None if valid is None or valid.ended else valid.scheme

    def after(self, month: date) -> Laid | None:
        """What is laid down for a later month and says something else than this one's terms."""
        now, said = self.in_month(month), month.isoformat()
        later = [one for one in self.laid if one.scheme.from_on > said and self.stands(one)]
        found = min(later, key=lambda one: one.scheme.from_on, default=None)
        if now is None or found is None:
            return None
        return found if found.ended or not same(found.scheme, now) else None

    def stands(self, one: Laid) -> bool:
        """Nothing that was said later counts from its month on."""
        return next(each for each in self.laid if each.scheme.from_on <= one.scheme.from_on) is one


def same(one: Scheme, other: Scheme) -> bool:
    """In what they pay, and in their names."""
    return (one.name, one.per_mille, one.over_cents) == (other.name, other.per_mille, other.over_cents)


def may_begin(course: Course, today: date) -> Sequence[date]:
    """The months from which other terms may count: none that was closed, none before it began."""
    this = today.replace(day=1)
    near = (month_before(this), this, next_month(this))
    return [one for one in near if one >= course.began and one.isoformat() > course.closed_until]


def waiting(courses: Iterable[Course], closed: Iterable[tuple[str, str]], today: date) -> Sequence[date]:
    """Months that are over and that nobody closed, the oldest first. `closed`: schemes and their months."""
    done = set(closed)
    found = {
        month
        for course in courses
        for month in _months(course, today)
        if course.in_month(month) and (course.first_id, month.isoformat()) not in done
    }
    return sorted(found)


def _months(course: Course, today: date) -> Iterator[date]:
    month = month_before(today)
    for _ in range(MOST_MONTHS):
        if month < course.began:
            break
        yield month
        month = month_before(month)
