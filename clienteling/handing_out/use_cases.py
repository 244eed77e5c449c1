"""Handing out what is to be done to several at once, in one transaction, and taking it back."""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from clienteling.handing_out.values import HandedOut, Share
from clienteling.staff.values import Author
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.tables import task
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskState
from sync.writer import Writer


def hand_out(writer: Writer, shares: Iterable[Share], plan: Plan, *, author: Author) -> HandedOut:
    """`plan` says what is to be done and by when; what is there already only changes hands.

    What somebody has finished meanwhile stays hers.
    """
    made: list[str] = []
    given: list[tuple[str, str | None, str | None]] = []
    for share in shares:
        if share.task_id is None:
            made.append(tasks.make(writer, _for(plan, share), author=author))
        elif (there := _open(writer.connection, share.task_id)) is not None:
            writer.update("task", share.task_id, {"associate_id": share.associate_id})
            given.append((share.task_id, there.associate_id, share.associate_id))
    return HandedOut(made=tuple(made), given=tuple(given))


def take_back(writer: Writer, handed: HandedOut, *, author: Author) -> None:
    """As it was before, but for what somebody has done, or given to somebody else, meanwhile."""
    for task_id in handed.made:
        if _open(writer.connection, task_id) is not None:
            tasks.drop(writer, task_id, author=author)
    for task_id, before, now in handed.given:
        there = _open(writer.connection, task_id)
        if there is not None and there.associate_id == now:
            writer.update("task", task_id, {"associate_id": before})


def _for(plan: Plan, share: Share) -> Plan:
    return msgspec.structs.replace(plan, customer_id=share.customer_id, associate_id=share.associate_id)


def _open(conn: sa.Connection, task_id: str) -> sa.Row | None:
    query = sa.select(task.c.associate_id).where(task.c.id == task_id, task.c.state == TaskState.OPEN.value)
    return conn.execute(query).first()
