from collections.abc import Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import her, ids_of, standing
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity.hints import ADDRESSES
from sync.hub.writer import HubWriter

MOST_PEOPLE = 4
"""So many may share an address or a telephone: a family. One with more is a reception's, or the shop's own
for whoever has none, and says nothing of who somebody is."""
MOST_DEVICES = 100
"""Of one person that are remembered within `DEVICES_MS`, browsers and baskets without a login among them.

More are a machine's doing, and every tablet would have to hold them.
"""
DEVICES_MS = 30 * 86_400_000
_MOST_ROWS = 50


class Owner(msgspec.Struct, frozen=True):
    """Somebody who goes by a name, as the identifier has her: the id may be an alias."""

    customer_id: str
    stands_id: str
    verified: bool
    full_name: str = ""


class KnownNames:
    """The identifiers of our customers, looked up and added to within one transaction.

    An identifier without customer is a shared device: known, and nobody's. `written` has the spellings of the
    source, where they are others than those by which names are compared.
    """

    def __init__(self, writer: HubWriter, written: Mapping[Hint, str] | None = None) -> None:
        self._writer = writer
        self._written = written or {}

    def owner(self, hint: Hint) -> str | None:
        row = self._row(hint)
        return row.customer_id if row else None

    def owners(self, hint: Hint) -> list[Owner]:
        """Everybody who goes by it, vouched for or not; each person once."""
        rows = [row for row in self._rows(hint, _MOST_ROWS) if row.customer_id]
        stands = standing(self._writer.connection, {row.customer_id for row in rows})
        names = self._names(stands.values())
        found: dict[str, Owner] = {}
        for row in sorted(rows, key=lambda row: not row.verified):
            owner = stands[row.customer_id]
            found.setdefault(owner, Owner(row.customer_id, owner, row.verified, names.get(owner, "")))
        return list(found.values())

    def holds(self, hint: Hint) -> bool:
        return self._row(hint) is not None

    def free(self, hints: Iterable[Hint]) -> list[Hint]:
        return [hint for hint in hints if not self.holds(hint)]

    def same_person(self, one: str | None, other: str | None) -> bool:
        if one == other or one is None or other is None:
            return one == other
        return her(self._writer.connection, one).id == her(self._writer.connection, other).id

    def full_name(self, customer_id: str) -> str:
        stands_id = her(self._writer.connection, customer_id).id
        return self._names([stands_id]).get(stands_id, "")

    def has_other(self, customer_id: str, hint: Hint) -> bool:
        """Whether she is already known to that account by another name of that kind."""
        found = sa.select(identifier.c.id).where(
            identifier.c.customer_id.in_(ids_of(self._writer.connection, customer_id)),
            identifier.c.kind == hint.kind,
            identifier.c.source == hint.source,
            identifier.c.value != hint.value,
        )
        return self._writer.connection.execute(found).first() is not None

    def link(self, customer_id: str, hints: Iterable[Hint]) -> None:
        for hint in dict.fromkeys(hints):
            if hint.kind in ADDRESSES:
                self._link_address(customer_id, hint)
            elif not self.holds(hint) and not self._is_one_too_many(customer_id, hint):
                self._add(hint, customer_id)

    def share(self, hint: Hint) -> None:
        row = self._row(hint)
        if row is None:
            self._add(hint, None)
        else:
            self._writer.update("identifier", row.id, {"customer_id": None, "verified": False})

    def _link_address(self, customer_id: str, hint: Hint) -> None:
        """Others may go by it too; who only typed it before is vouched for now."""
        ids = ids_of(self._writer.connection, customer_id)
        mine = self._rows(hint, None, ids)
        if not mine:
            self._add(hint, customer_id)
        elif hint.verified and not any(row.verified for row in mine):
            self._writer.update("identifier", mine[0].id, {"verified": True})

    def _add(self, hint: Hint, customer_id: str | None) -> None:
        self._writer.insert(
            "identifier",
            {
                "customer_id": customer_id,
                "kind": hint.kind,
                "source": hint.source,
                "value": hint.value,
                "written": self._written.get(hint, ""),
                "verified": customer_id is not None and hint.verified,
                "linked_at": self._writer.now,
            },
        )

    def _is_one_too_many(self, customer_id: str, hint: Hint) -> bool:
        if hint.kind is not IdentifierKind.ANONYMOUS:
            return False
        hers = sa.select(sa.func.count()).where(
            identifier.c.customer_id == customer_id,
            identifier.c.kind == hint.kind,
            identifier.c.linked_at > self._writer.now - DEVICES_MS,
        )
        return (self._writer.connection.scalar(hers) or 0) >= MOST_DEVICES

    def _row(self, hint: Hint) -> sa.Row | None:
        """Only what somebody vouched for: an address typed at the till may be misspelt.

        A guest vouches for hers, at the source where she typed it.
        """
        rows = self._rows(hint, _MOST_ROWS)
        return next((r for r in rows if r.verified or r.customer_id is None or not hint.verified), None)

    def _rows(
        self, hint: Hint, most: int | None, customer_ids: Sequence[str] | None = None
    ) -> Sequence[sa.Row]:
        query = sa.select(identifier.c.id, identifier.c.customer_id, identifier.c.verified).where(
            identifier.c.kind == hint.kind,
            identifier.c.source == hint.source,
            identifier.c.value == hint.value,
        )
        if customer_ids is not None:
            query = query.where(identifier.c.customer_id.in_(customer_ids))
        query = query.order_by(identifier.c.linked_at, identifier.c.id).limit(most)
        return self._writer.connection.execute(query).all()

    def _names(self, customer_ids: Iterable[str]) -> dict[str, str]:
        query = sa.select(customer.c.id, customer.c.given_name, customer.c.family_name)
        rows = self._writer.connection.execute(query.where(customer.c.id.in_(sorted(set(customer_ids)))))
        return {row.id: f"{row.given_name} {row.family_name}".strip() for row in rows}
