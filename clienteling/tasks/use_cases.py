from datetime import date

import msgspec

from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord, TooLong
from clienteling.records import existing
from clienteling.staff.values import Author
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskKind, TaskOutcome, TaskState
from sync.writer import Writer

LONGEST = 400


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done, as an associate says it."""

    kind: TaskKind = TaskKind.OTHER
    what: str = ""
    customer_id: str | None = None
    product_id: str | None = None
    variant_id: str | None = None
    due_on: date | None = None
    associate_id: str | None = None
    """Whose it is; None: whoever of the shop has time."""


def make(writer: Writer, plan: Plan, *, author: Author) -> str:
    if plan.customer_id is not None:
        existing(writer.connection, customer, plan.customer_id)
    return writer.insert(
        "task",
        {
            **_said(plan),
            "customer_id": plan.customer_id,
            "store_id": author.store_id,
            "state": TaskState.OPEN.value,
            "made_at": writer.now,
            "made_by": author.associate_id,
            "because": {},
        },
    )


def change(writer: Writer, task_id: str, plan: Plan) -> Plan:
    """Say it otherwise, for another day, or give it to somebody else. Returns what it said before."""
    before = plan_of(writer, task_id)
    writer.update("task", task_id, _said(plan))
    return before


def plan_of(writer: Writer, task_id: str) -> Plan:
    row = existing(writer.connection, task, task_id)
    return Plan(
        kind=TaskKind(row.kind),
        what=row.what,
        customer_id=row.customer_id,
        product_id=row.product_id,
        variant_id=row.variant_id,
        due_on=date.fromisoformat(row.due_on) if row.due_on else None,
        associate_id=row.associate_id,
    )


def finish(writer: Writer, task_id: str, *, author: Author, outcome: TaskOutcome = TaskOutcome.NONE) -> None:
    _close(writer, task_id, TaskState.DONE, author, outcome)


def drop(writer: Writer, task_id: str, *, author: Author) -> None:
    """It need not be done any more."""
    _close(writer, task_id, TaskState.DROPPED, author, TaskOutcome.NONE)


def reopen(writer: Writer, task_id: str) -> None:
    """Undoes finishing and dropping."""
    existing(writer.connection, task, task_id)
    values = {"state": TaskState.OPEN.value, "closed_at": None, "closed_by": None, "outcome": ""}
    writer.update("task", task_id, values)


def _close(writer: Writer, task_id: str, state: TaskState, author: Author, outcome: TaskOutcome) -> None:
    existing(writer.connection, task, task_id)
    writer.update(
        "task",
        task_id,
        {
            "state": state.value,
            "closed_at": writer.now,
            "closed_by": author.associate_id,
            "outcome": outcome.value,
        },
    )


def _said(plan: Plan) -> dict[str, str | None]:
    words = " ".join(plan.what.split())
    _check(plan, words)
    return {
        "kind": plan.kind.value,
        "what": words,
        "product_id": plan.product_id,
        "variant_id": plan.variant_id,
        "due_on": plan.due_on.isoformat() if plan.due_on else None,
        "associate_id": plan.associate_id,
    }


def _check(plan: Plan, what: str) -> None:
    says_something = what or plan.product_id or plan.variant_id
    if not says_something and (plan.customer_id is None or plan.kind in {TaskKind.OTHER, TaskKind.PREPARE}):
        raise InvalidRecord("what", "the task must say something")
    if len(what) > LONGEST:
        raise TooLong("what", LONGEST)
