"""As whose sum a shop's days are told: a team's as its own, those of too few people together or not."""

import hashlib
from collections.abc import Mapping

import msgspec
import sqlalchemy as sa

from clienteling.basis.queries import crews, least_people
from clienteling.basis.rules import blocks
from clienteling.basis.values import Crew

_DIGITS = 32


class Sum(msgspec.Struct, frozen=True):
    key: str
    """`kpi_day.store_id`: the shop's own, where it is one."""
    stores: frozenset[str]


def read(conn: sa.Connection) -> list[Sum]:
    """By who works where now. No shop is in two of them; some may be in none."""
    return sums_of(crews(conn), least_people(conn))


def sums_of(people: Mapping[str, Crew], least: int) -> list[Sum]:
    return [Sum(key_of(block), block) for block in blocks(people, least)]


def key_of(block: frozenset[str]) -> str:
    """Other shops together are another sum: nothing is read of them as if it were the same."""
    if len(block) == 1:
        return next(iter(block))
    return "together-" + hashlib.sha256("\n".join(sorted(block)).encode()).hexdigest()[:_DIGITS]
