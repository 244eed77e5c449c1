"""What a manager hands on after reading the day: to one of the team, or to whoever has time.

Each gives the task's id and what it said before, None where it is a new one.
"""

from datetime import date

import msgspec

from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind
from clienteling.records import existing
from clienteling.staff.values import Author
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskKind
from clienteling.vocabulary import known
from sync.writer import Writer

Handed = tuple[str, Plan | None]
_BETWEEN = "; "
_BY_PROMISE = {
    PromiseKind.CALL: TaskKind.CALL,
    PromiseKind.HOLD: TaskKind.PREPARE,
    PromiseKind.ORDER: TaskKind.OTHER,
    PromiseKind.SEND: TaskKind.OTHER,
    PromiseKind.OTHER: TaskKind.OTHER,
}


def say(writer: Writer, words: str, whom: str | None, today: date, *, author: Author) -> Handed:
    plan = Plan(what=words, associate_id=whom, due_on=today)
    return tasks.make(writer, plan, author=author), None


def hand_task(writer: Writer, task_id: str, words: str, whom: str | None) -> Handed:
    """The task itself is now theirs: there are not two of it."""
    before = tasks.plan_of(writer, task_id)
    plan = msgspec.structs.replace(before, associate_id=whom, what=_with(before.what, words))
    tasks.change(writer, task_id, plan)
    return task_id, before


def hand_promise(
    writer: Writer, promise_id: str, words: str, whom: str | None, today: date, *, author: Author
) -> Handed:
    """A promise is the shop's; that somebody looks after it is a task about the same person and thing."""
    row = existing(writer.connection, promise, promise_id)
    plan = Plan(
        kind=_BY_PROMISE[known(PromiseKind, row.kind, PromiseKind.OTHER)],
        what=_with(row.what, words),
        customer_id=row.customer_id,
        product_id=row.product_id,
        variant_id=row.variant_id,
        due_on=max(today, date.fromisoformat(row.due_on)) if row.due_on else today,
        associate_id=whom,
    )
    return tasks.make(writer, plan, author=author), None


def room_beside(said: str) -> int:
    """How many characters may go with it."""
    return max(0, tasks.LONGEST - len(_BETWEEN) - len(said)) if said else tasks.LONGEST


def _with(said: str, words: str) -> str:
    return _BETWEEN.join(part for part in (said.strip(), words.strip()) if part)
