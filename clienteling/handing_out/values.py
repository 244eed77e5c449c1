from enum import StrEnum
from typing import TypeAlias

import msgspec

from clienteling.clientbook.values import BookLine
from clienteling.insight.lapsing import Lapsing
from clienteling.tasks.values import TaskView


class Segment(StrEnum):
    """For whom there is something to be done."""

    WAITING = "waiting"
    """Of the shop's client book, those who wait for us or whose day is near."""
    BOOK = "book"
    LAPSING = "lapsing"
    DUE = "due"
    """What is to be done by today, or was before, and is there already: only whose it is changes."""
    TEAM = "team"
    """The people of the shop themselves: each gets one, about nobody."""


Because: TypeAlias = BookLine | Lapsing | TaskView | None


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One for whom a task may be handed out."""

    id: str
    """A customer, a task of `DUE`, or one of the team."""
    name: str
    because: Because = None
    keeper: str = ""
    """Who looks after her, or whose the task is already; empty: nobody in this shop."""
    busy: bool = False
    """Something is to be done about her already, or the task is somebody's."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one of the shop gets to do."""

    customer_id: str | None = None
    task_id: str | None = None
    """What is there already."""
    associate_id: str | None = None
    """None: whoever of the shop has time."""


class HandedOut(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed out, as it takes to take it back."""

    made: tuple[str, ...] = ()
    given: tuple[tuple[str, str | None, str | None], ...] = ()
    """Task, whose it was, whose it is now."""

    def __len__(self) -> int:
        return len(self.made) + len(self.given)
