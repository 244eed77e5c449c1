from enum import StrEnum

import msgspec

from clienteling.hub.identity.matching.likeness import How, Thing


class Answer(StrEnum):
    """What a person said of two customers."""

    OPEN = ""
    LATER = "later"
    SAME = "same"
    DIFFERENT = "different"


ASKED = (Answer.OPEN, Answer.LATER)
"""Still to be decided."""


class Reason(msgspec.Struct, frozen=True):
    thing: Thing
    how: How


class ProbableMatch(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    one_id: str
    """The customer who was here first."""
    other_id: str
    probability: float
    """That they are one person, 0 to 1."""
    evidence: tuple[Reason, ...]
    """What speaks for it most, first; then what speaks against it."""
    answer: Answer = Answer.OPEN
