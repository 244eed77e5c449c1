"""Each thing that is done with a task, as one transaction with its receipt and its way back."""

from functools import partial
from typing import TYPE_CHECKING

from clienteling.tablet.record.saved_view_model import Receipt

if TYPE_CHECKING:
    from clienteling.staff.values import Author
    from clienteling.tasks.use_cases import Plan
    from clienteling.tasks.values import TaskOutcome
    from sync.writer import Writer


def task_made(writer: "Writer", *, plan: "Plan", author: "Author") -> Receipt:
    from clienteling.tasks import use_cases

    task_id = use_cases.make(writer, plan, author=author)
    return Receipt(
        kind="task",
        collection="task",
        record_id=task_id,
        undo=partial(use_cases.drop, task_id=task_id, author=author),
    )


def task_changed(writer: "Writer", *, task_id: str, plan: "Plan") -> Receipt:
    from clienteling.tasks import use_cases

    before = use_cases.change(writer, task_id, plan)
    return Receipt(
        kind="task_changed",
        collection="task",
        record_id=task_id,
        undo=partial(use_cases.change, task_id=task_id, plan=before),
    )


def task_done(writer: "Writer", *, task_id: str, outcome: "TaskOutcome", author: "Author") -> Receipt:
    from clienteling.tasks import use_cases

    use_cases.finish(writer, task_id, author=author, outcome=outcome)
    return Receipt(
        kind="task_done",
        collection="task",
        record_id=task_id,
        undo=partial(use_cases.reopen, task_id=task_id),
    )


def task_dropped(writer: "Writer", *, task_id: str, author: "Author") -> Receipt:
    from clienteling.tasks import use_cases

    use_cases.drop(writer, task_id, author=author)
    return Receipt(
        kind="task_dropped",
        collection="task",
        record_id=task_id,
        undo=partial(use_cases.reopen, task_id=task_id),
    )


def opened_again(writer: "Writer", *, collection: str, record_id: str, author: "Author") -> Receipt:
    """It was ticked off by mistake, or has to be done after all."""
    from clienteling.promises import use_cases as promises
    from clienteling.tasks import use_cases as tasks

    if collection == "task":
        tasks.reopen(writer, record_id)
        undo = partial(tasks.finish, task_id=record_id, author=author)
    else:
        promises.reopen(writer, record_id, author=author)
        undo = partial(promises.keep, promise_id=record_id, author=author)
    return Receipt(kind="opened_again", collection=collection, record_id=record_id, undo=undo)
