"""What is to be done for her, promised or put down, as rows."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from clienteling.promises.values import PromiseView
from clienteling.tablet.record.writing import promise_kept
from clienteling.tablet.todo.writing import task_done
from clienteling.tasks.values import TaskOutcome, TaskView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from clienteling.staff.values import Author
    from clienteling.tablet.record.saved_view_model import Receipt
    from clienteling.tasks.todo import Duty
    from clienteling.wording import Wording
    from sync.writer import Writer


@dataclass(frozen=True)
class DutyRow:
    key: str
    collection: str
    """`promise` or `task`."""
    customer_id: str
    sign: str
    """By which icon it is known."""
    task: str
    due: str
    """`entro sabato`, `fino a sabato` for what is held; empty when no day was named."""
    due_today: bool
    overdue: bool
    why: str
    """Who promised it, or why it is to be done."""


def duty_row(duty: "Duty", today: date, wording: "Wording") -> DutyRow:
    if isinstance(duty, TaskView):
        return _task_row(duty, today, wording)
    return _promise_row(duty, today, wording)


def duty_rows(duties: "Iterable[Duty]", today: date, wording: "Wording") -> list[DutyRow]:
    return [duty_row(duty, today, wording) for duty in duties]


def done(row: DutyRow, author: "Author") -> "Callable[[Writer], Receipt]":
    """What its one tap writes."""
    if row.collection == "task":
        return partial(task_done, task_id=row.key, outcome=TaskOutcome.NONE, author=author)
    return partial(promise_kept, promise_id=row.key, author=author)


def _promise_row(promise: PromiseView, today: date, wording: "Wording") -> DutyRow:
    from clienteling.promises import words

    by = promise.made_by_name
    return DutyRow(
        key=promise.id,
        collection="promise",
        customer_id=promise.customer_id,
        sign=f"promise_{promise.kind.value}",
        task=words.task(promise, wording),
        due=words.when(promise, today, wording),
        due_today=promise.due_on == today.isoformat(),
        overdue=promise.overdue,
        why=wording.say("promised by {name}", name=by) if by else "",
    )


def _task_row(task: TaskView, today: date, wording: "Wording") -> DutyRow:
    from clienteling.tasks import words

    return DutyRow(
        key=task.id,
        collection="task",
        customer_id=task.customer_id,
        sign=task.rule.value or task.kind.value,
        task=words.title(task, wording),
        due=words.when(task, today, wording),
        due_today=task.due_on == today.isoformat(),
        overdue=task.overdue,
        why=words.reason(task, today, wording),
    )
