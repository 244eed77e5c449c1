"""How far a pass is, as it is reported while it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    HELLO = "hello"
    PUSH = "push"
    SNAPSHOT = "snapshot"
    PULL = "pull"
    CHECK = "check"
    BLOBS = "blobs"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a phase is. The unit is the phase's own: writes, bytes, feed positions, files."""

    phase: Phase
    done: int = 0
    total: int = 0


Report = Callable[[Progress], None]
