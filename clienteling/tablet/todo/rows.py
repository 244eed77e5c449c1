"""What there is to do, as rows under the headings of their days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tasks.values import TaskView

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.promises.values import PromiseView
    from clienteling.tasks.todo import Duty, Todo
    from clienteling.wording import Wording


@dataclass(frozen=True)
class TodoRow:
    key: str
    """Of a row in whichever list: `task/…` or `promise/…`."""
    collection: str
    record_id: str
    customer_id: str
    sign: str
    """By which icon it is known: a TaskKind, a TaskRule, or `promise_` and a PromiseKind."""
    title: str
    why: str
    whose: str
    """Empty where it is whoever's of the shop."""
    due: str
    """When, in words, where the heading above does not say it; of what was done, at what time."""
    section: str
    overdue: bool
    done: bool
    outcome: str


@dataclass(frozen=True)
class Reader:
    """On which day it is read, and in which language."""

    today: date
    wording: "Wording"


def read_todo(conn: "sa.Connection", *, store_id: str, now: int, wording: "Wording") -> "Todo":
    from clienteling.tasks.todo import todo

    return todo(conn, store_id, wording.day_of(now), now)


def count_late(conn: "sa.Connection", *, store_id: str, now: int, wording: "Wording") -> int:
    from clienteling.tasks.todo import due_now

    return sum(duty.overdue for duty in due_now(conn, store_id, wording.day_of(now), now))


def open_rows(duties: Iterable["Duty"], reader: Reader) -> list[TodoRow]:
    return [_row(duty, reader, heading(duty, reader), _late_since(duty, reader)) for duty in duties]


def done_rows(duties: Iterable["Duty"], reader: Reader) -> list[TodoRow]:
    wording = reader.wording
    return [
        _row(
            duty,
            reader,
            _capital(_day(wording.day_of(duty.closed_at), reader)),
            wording.time(duty.closed_at),
            done=True,
        )
        for duty in duties
    ]


def heading(duty: "Duty", reader: Reader) -> str:
    """`Scadute`, `Oggi`, `Domani`, `Sabato 28 novembre`, `Senza data`."""
    from clienteling.tasks.todo import Due, due

    wording = reader.wording
    match due(duty, reader.today):
        case Due.OVERDUE:
            return wording.say("Overdue")
        case Due.SOME_DAY:
            return wording.say("No day set")
        case Due.TODAY | Due.UPCOMING:
            return _capital(_day(date.fromisoformat(duty.due_on or ""), reader))


def _row(duty: "Duty", reader: Reader, section: str, due: str, *, done: bool = False) -> TodoRow:
    is_task = isinstance(duty, TaskView)
    collection = "task" if is_task else "promise"
    said = _task(duty, reader) if isinstance(duty, TaskView) else _promise(duty, reader)
    return TodoRow(
        key=f"{collection}/{duty.id}",
        collection=collection,
        record_id=duty.id,
        customer_id=duty.customer_id,
        sign=said.sign,
        title=said.title,
        why=said.why,
        whose=said.whose,
        due=due,
        section=section,
        overdue=duty.overdue,
        done=done,
        outcome=said.outcome,
    )


@dataclass(frozen=True)
class _Said:
    sign: str
    title: str
    why: str
    whose: str
    outcome: str = ""


def _task(task: TaskView, reader: Reader) -> _Said:
    from clienteling.tasks import words

    return _Said(
        sign=task.rule.value or task.kind.value,
        title=words.title(task, reader.wording),
        why=words.reason(task, reader.today, reader.wording),
        whose=task.associate_name,
        outcome=words.outcome(task.outcome, reader.wording),
    )


def _promise(promise: "PromiseView", reader: Reader) -> _Said:
    from clienteling.promises import words

    wording = reader.wording
    by = promise.made_by_name
    return _Said(
        sign=f"promise_{promise.kind.value}",
        title=words.task(promise, wording),
        why=wording.say("promised by {name}", name=by) if by else wording.say("promised"),
        whose=by if promise.made_by else "",
    )


def _late_since(duty: "Duty", reader: Reader) -> str:
    if not duty.overdue or not duty.due_on:
        return ""
    return reader.wording.short_date(date.fromisoformat(duty.due_on), reader.today)


def _day(day: date, reader: Reader) -> str:
    wording = reader.wording
    match (day - reader.today).days:
        case -1:
            return wording.say("yesterday")
        case 0:
            return wording.say("today")
        case 1:
            return wording.say("tomorrow")
    return f"{wording.weekday(day)} {wording.long_date(day, reader.today)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
