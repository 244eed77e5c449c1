"""Who comes again: names that are known and say nothing new, answered without asking the identity anew.

Most of what a site sends is of devices and logins that were joined long ago. Only where every name of an item
is a sure one of the same customer, or its one device a stranger's, is it answered here.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import msgspec
import sqlalchemy as sa

from clienteling.customers.tables import identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.identity.tables import stranger
from clienteling.hub.identity.who import Known, Stranger, Whose
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said

_SURE = frozenset({IdentifierKind.USER, IdentifierKind.PAGE_SCOPED, IdentifierKind.ANONYMOUS})
"""Addresses and telephones may be a family's: the identity weighs them each time."""
Names = tuple[Hint, ...]
_OWNERS = Said(
    lambda kind: (
        sa.select(identifier.c.kind, identifier.c.source, identifier.c.value, identifier.c.customer_id)
        .where(among(kind, identifier.c.value, "values"))
        .where(identifier.c.verified, identifier.c.customer_id.is_not(None))
    )
)
_STRANGERS = Said(
    lambda kind: sa.select(stranger.c.value, stranger.c.stranger_id).where(
        stranger.c.kind == IdentifierKind.ANONYMOUS.value,
        stranger.c.source == sa.bindparam("source"),
        among(kind, stranger.c.value, "values"),
    )
)
"""Of one source: its names are found by the key, among however many visitors."""


MOST_KEPT = 20_000


class Regulars:
    """What is known of customers' names stays known as long as nobody else writes."""

    def __init__(self) -> None:
        self._customers: dict[Hint, str | None] = {}
        self._strangers: dict[Hint, str] = {}

    def look_up(self, conn: sa.Connection, names: AbstractSet[Hint]) -> None:
        """`names` are all those that will be asked for, in this transaction."""
        if len(self._customers) > MOST_KEPT:
            self._customers = {}
        fresh = names - self._customers.keys()
        self._customers |= dict.fromkeys(fresh)
        self._customers |= _customers(conn, fresh)
        strange = (name for name in names if self._customers[name] is None)
        self._strangers = _strangers(conn, [n for n in strange if n.kind is IdentifierKind.ANONYMOUS])

    def whose(self, names: Names) -> Whose | None:
        """`names` as `sure` has them."""
        owners = [self._customers.get(name) for name in names]
        if not owners:
            return None
        if owners[0] is not None and owners.count(owners[0]) == len(owners):
            return Known(owners[0])
        alone = self._strangers.get(names[0]) if len(names) == 1 else None
        return Stranger(alone) if alone is not None else None

    def learn(self, heard: Heard, whose: Whose | None) -> None:
        """The identity has just been asked, and may have changed what it knew of these names."""
        for hint in heard.hints:
            self._customers.pop(_name(hint), None)
            self._strangers.pop(_name(hint), None)
        only_device = len(heard.hints) == 1 and heard.hints[0].kind is IdentifierKind.ANONYMOUS
        if isinstance(whose, Stranger):
            if only_device:
                self._strangers[_name(heard.hints[0])] = whose.stranger_id
            else:
                self._strangers = {}  # several may have become one
        elif isinstance(whose, Known) and whose.were_strangers:
            gone = whose.were_strangers
            self._strangers = {name: one for name, one in self._strangers.items() if one not in gone}


def sure(heard: Heard) -> Names:
    """Its names, where it only says that somebody did something and each of them is a sure one."""
    if heard.profile is not None or heard.same or heard.ref or heard.founds:
        return ()
    for hint in heard.hints:
        if not hint.verified or hint.kind not in _SURE:
            return ()
    return heard.hints


def _name(hint: Hint) -> Hint:
    return hint if hint.verified else msgspec.structs.replace(hint, verified=True)


def _customers(conn: sa.Connection, names: AbstractSet[Hint]) -> dict[Hint, str]:
    """Who goes by each of these for sure."""
    values = bound(conn, sorted({name.value for name in names}))
    rows = _OWNERS.rows(conn, values=values) if names else ()
    return {name: of for kind, source, value, of in rows if (name := Hint(kind, source, value)) in names}


def _strangers(conn: sa.Connection, devices: Iterable[Hint]) -> dict[Hint, str]:
    by_source: dict[str, list[str]] = {}
    for device in devices:
        by_source.setdefault(device.source, []).append(device.value)
    return {
        Hint(IdentifierKind.ANONYMOUS, source, value): of
        for source, values in by_source.items()
        for value, of in _STRANGERS.rows(conn, source=source, values=bound(conn, values))
    }
