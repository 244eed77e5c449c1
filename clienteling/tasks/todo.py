"""What a shop has to do: its promises and its tasks on one page, in the order of the days."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import msgspec
import sqlalchemy as sa

from clienteling.promises import queries as promises
from clienteling.promises.values import PromiseView
from clienteling.tasks import queries as tasks
from clienteling.tasks.values import TaskView

MOST_DONE = 60
DAY_MS = 86_400_000
DONE_LATELY = 7 * DAY_MS

Duty: TypeAlias = PromiseView | TaskView


class Due(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    UPCOMING = "upcoming"
    SOME_DAY = "some_day"
    """No day was named."""


class Todo(msgspec.Struct, frozen=True):
    open: tuple[Duty, ...] = ()
    done: tuple[Duty, ...] = ()
    """Of the last days, the newest first."""


def todo(conn: sa.Connection, store_id: str, today: date, now: int) -> Todo:
    since = now - DONE_LATELY
    return Todo(
        open=in_order((*promises.open_in(conn, store_id, today), *tasks.open_in(conn, store_id, today, now))),
        done=newest_first(
            (
                *promises.kept_since(conn, store_id, since, today, MOST_DONE),
                *tasks.done_since(conn, store_id, since, today, MOST_DONE),
            )
        )[:MOST_DONE],
    )


def due_now(conn: sa.Connection, store_id: str, today: date, now: int) -> tuple[Duty, ...]:
    """What is to be done by today."""
    return in_order((*promises.due(conn, store_id, today), *tasks.due(conn, store_id, today, now)))


def in_order(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """By the day; on one day promises first: she was given somebody's word."""
    return tuple(sorted(duties, key=_order))


def newest_first(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(duties, key=lambda duty: (duty.closed_at, duty.id), reverse=True))


def due(duty: Duty, today: date) -> Due:
    if duty.due_on is None:
        return Due.SOME_DAY
    if duty.due_on == today.isoformat():
        return Due.TODAY
    return Due.OVERDUE if duty.due_on < today.isoformat() else Due.UPCOMING


def is_mine(duty: Duty, associate_id: str) -> bool:
    """A promise is whose word it was, or who took it over; a task whose it was made, the team's nobody's."""
    if isinstance(duty, TaskView):
        return duty.associate_id == associate_id
    return (duty.made_by if duty.taken_by is None else duty.taken_by) == associate_id


def mine(duties: Sequence[Duty], associate_id: str) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties if is_mine(duty, associate_id))


def _order(duty: Duty) -> tuple[bool, str, bool, int, str]:
    return duty.due_on is None, duty.due_on or "", isinstance(duty, TaskView), duty.made_at, duty.id
