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
    return (hint.kind.value, hint.source, hint.value)


def _customers(conn: sa.Connection, names: Iterable[Name]) -> dict[Name, str]:
    wanted = set(names)
    found: dict[Name, str] = {}
    for some in batches(sorted({value for _, _, value in wanted})):
        of = sa.select(
            identifier.c.kind, identifier.c.source, identifier.c.value, identifier.c.customer_id
        ).where(identifier.c.value.in_(some), identifier.c.verified, identifier.c.customer_id.is_not(None))
        found |= {(row.kind, row.source, row.value): row.customer_id for row in conn.execute(of)}
    return {name: found[name] for name in wanted & found.keys()}


def _strangers(conn: sa.Connection, devices: Iterable[Name]) -> dict[Name, str]:
    wanted = set(devices)
    found: dict[Name, str] = {}
    for some in batches(sorted({value for _, _, value in wanted})):
        of = sa.select(stranger.c.kind, stranger.c.source, stranger.c.value, stranger.c.stranger_id).where(
            stranger.c.value.in_(some), stranger.c.kind == IdentifierKind.ANONYMOUS
        )
        found |= {(row.kind, row.source, row.value): row.stranger_id for row in conn.execute(of)}
    return {name: found[name] for name in wanted & found.keys()}
