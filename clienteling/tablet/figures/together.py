"""Which shops are added up, and which of them may stand beside each other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from clienteling.basis.values import Asker, Days
    from clienteling.kpi.values import Stretch


class Shop(msgspec.Struct, frozen=True):
    key: str
    name: str


class Apart(msgspec.Struct, frozen=True):
    """One of several shops, by itself."""

    shop: Shop
    now: "Stretch | None" = None
    """None where so few work that it would be about one of them."""
    before: "Stretch | None" = None


class Together(msgspec.Struct, frozen=True, kw_only=True):
    shops: tuple[Shop, ...] = ()
    """Those that are added up; none where nothing may be seen."""
    sums: tuple[str, ...] = ()
    """Under which names their days are told: a team's by its own, the others' together."""
    alone: frozenset[str] = frozenset()
    """Of them, those that are shown by themselves."""
    left_out: tuple[Shop, ...] = ()
    """Where too few work, alone and with those with which they would be added up."""


def together(
    conn: "sa.Connection", *, asker: "Asker", shops: Sequence[Shop], days: "Days", today: "date"
) -> Together:
    """Of the shops that were asked for; nothing where `asker` may not see one of them."""
    from clienteling.basis import queries, rules
    from clienteling.basis.values import Team
    from clienteling.kpi.sums import key_of

    crews, least = queries.crews(conn), queries.least_people(conn)
    blocks = rules.summed_up([one.key for one in shops], crews, least)
    taken = frozenset[str]().union(*blocks)
    people = sum(crews[key].people for key in taken)
    seen = [rules.may_see(asker, Team(one.key, people), days, today, (), least=least) for one in shops]
    if not taken or not all(seen):
        return Together()
    return Together(
        shops=tuple(one for one in shops if one.key in taken),
        sums=tuple(key_of(block) for block in blocks),
        alone=frozenset(key for key in taken if crews[key].people >= least),
        left_out=tuple(one for one in shops if one.key not in taken),
    )
