"""Whose figures may be seen by whom, and on what ground."""

from datetime import date
from enum import StrEnum

import msgspec

from clienteling.staff.values import Role

LEAST_PEOPLE = 3
"""Fewer people than these are no team: their sum would be a figure about one of them."""


class Days(msgspec.Struct, frozen=True):
    """Days of a shop's calendar, both ends among them."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("days run forward")


class Asker(msgspec.Struct, frozen=True):
    """Who would like to see."""

    associate_id: str
    role: Role
    store_id: str
    shops: frozenset[str] = frozenset()
    """Those that an area manager answers for."""


class Person(msgspec.Struct, frozen=True):
    """One associate's figures, from what was recorded in one shop."""

    associate_id: str
    store_id: str


class Team(msgspec.Struct, frozen=True):
    """One sum over so many people of a shop."""

    store_id: str
    people: int


Whom = Person | Team


class Crew(msgspec.Struct, frozen=True):
    """How many work in a shop, and in which area it lies."""

    people: int
    area: str = ""
    """Empty: in none."""


class LegalBasis(msgspec.Struct, frozen=True, kw_only=True):
    """What allows figures per person: the agreement or authorisation of article 4, law 300 of 1970."""

    id: str
    document: str
    """Its reference: what it is, of when, where it is kept."""
    days: Days
    """The days whose figures it opens."""
    store_id: str | None = None
    """None: every shop of the chain."""
    people: frozenset[str] = frozenset()
    """Ids of the associates whom it is about; empty: everybody of the shop."""
    recorded_at: int = 0
    recorded_by: str = ""
    """Id of the associate who put it down."""


class Ground(StrEnum):
    """Why something may be seen, or why not."""

    OWN = "own"
    TEAM = "team"
    BASIS = "basis"
    TOO_FEW = "too_few"
    """Not a team: it would be a figure about a person."""
    NO_BASIS = "no_basis"
    """No legal basis covers each of those days."""
    TOO_SOON = "too_soon"
    """Of today or of a day to come: nobody is watched while she works."""
    NOT_YOURS = "not_yours"
    """Somebody of another shop, or who does not lead this one."""


ALLOWED = frozenset({Ground.OWN, Ground.TEAM, Ground.BASIS})


class Sight(msgspec.Struct, frozen=True):
    """An answer; true where it may be seen."""

    ground: Ground
    bases: tuple[str, ...] = ()
    """Ids of those that allow it, the earliest first: with them the look is written down."""

    def __bool__(self) -> bool:
        return self.ground in ALLOWED


class What(StrEnum):
    """Which of somebody's figures were looked at."""

    FIGURES = "figures"
    INCENTIVES = "incentives"


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody looked at a person's figures."""

    id: str
    at: int
    by_name: str
    days: Days
    what: What
    documents: tuple[str, ...] = ()
    """References of what allowed it."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A legal basis as a page lists it."""

    basis: LegalBasis
    by_name: str = ""
    names: tuple[str, ...] = ()
    """Of the people whom it is about; empty: everybody."""
