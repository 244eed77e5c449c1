"""Who comes again: names that are known and say nothing new, answered without asking the identity anew.

Most of what a site sends is of devices and logins that were joined long ago. Only where every name of an item
is a sure one of the same customer, or its one device a stranger's, is it answered here.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clienteling.customers.tables import identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.identity.tables import stranger
from clienteling.hub.identity.who import Known, Stranger, Whose
from sync.batches import batches

_SURE = frozenset({IdentifierKind.USER, IdentifierKind.PAGE_SCOPED, IdentifierKind.ANONYMOUS})
"""Addresses and telephones may be a family's: the identity weighs them each time."""
Name = tuple[str, str, str]
_VALUES = sa.bindparam("values", expanding=True)
_OWNERS = sa.select(
    identifier.c.kind, identifier.c.source, identifier.c.value, identifier.c.customer_id
).where(identifier.c.value.in_(_VALUES), identifier.c.verified, identifier.c.customer_id.is_not(None))
_STRANGERS = sa.select(stranger.c.kind, stranger.c.source, stranger.c.value, stranger.c.stranger_id).where(
    stranger.c.value.in_(_VALUES), stranger.c.kind == IdentifierKind.ANONYMOUS.value
)


class Regulars:
    def __init__(self, conn: sa.Connection, coming: Sequence[Heard]) -> None:
        names = {_name(hint) for heard in coming if _plain(heard) for hint in heard.hints}
        self._customers = _customers(conn, names)
        devices = {name for name in names if name[0] == IdentifierKind.ANONYMOUS}
        self._strangers = _strangers(conn, devices - self._customers.keys())

    def whose(self, heard: Heard) -> Whose | None:
        if not _plain(heard):
            return None
        owners = {self._customers.get(_name(hint)) for hint in heard.hints}
        owner = owners.pop()
        if owner is not None and not owners:
            return Known(owner)
        alone = self._strangers.get(_name(heard.hints[0])) if len(heard.hints) == 1 else None
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


def _plain(heard: Heard) -> bool:
    """It only says that somebody did something."""
    return (
        bool(heard.hints)
        and all(hint.kind in _SURE and hint.verified for hint in heard.hints)
        and not (heard.same or heard.ref or heard.profile or heard.founds)
    )


def _name(hint: Hint) -> Name:
    return (hint.kind, hint.source, hint.value)


def _customers(conn: sa.Connection, names: Iterable[Name]) -> dict[Name, str]:
    """Who goes by each of these for sure."""
    return _found(conn, _OWNERS, set(names))


def _strangers(conn: sa.Connection, devices: Iterable[Name]) -> dict[Name, str]:
    return _found(conn, _STRANGERS, set(devices))


def _found(conn: sa.Connection, query: sa.Select, wanted: set[Name]) -> dict[Name, str]:
    found: dict[Name, str] = {}
    for some in batches(sorted({value for _, _, value in wanted})):
        rows = conn.execute(query, {"values": some}).all()
        found |= {name: of for kind, source, value, of in rows if (name := (kind, source, value)) in wanted}
    return found
