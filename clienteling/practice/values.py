"""What an exercise is made of. Sentences are message ids, said in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.practice.book import Book
from clienteling.practice.names import PropKind, ScenarioName


@dataclass(frozen=True)
class Prop:
    kind: PropKind
    words: str
    what: str = ""
    """Whose code, or which variant's label."""


Done = Callable[[sa.Connection], bool]
"""Whether the practice shop's records say so; nobody ticks a step off by hand."""


@dataclass(frozen=True)
class Step:
    key: str
    words: str
    how: str
    """Where on the screen it is done."""
    done: Done
    prop: Prop | None = None


@dataclass(frozen=True)
class Question:
    key: str
    words: str
    answers: tuple[str, ...]
    right: int
    because: str
    """Said after the answer, right or wrong."""


@dataclass(frozen=True)
class Scenario:
    name: ScenarioName
    title: str
    story: str
    icon: str
    minutes: int
    people: Callable[[Book], None]
    """Who is in the practice shop, and what happened before."""
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    offline: bool = False
    """It begins with the network down."""
