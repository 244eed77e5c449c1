from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.customers.tables import identifier
from clienteling.hub.connectors.heard import Hint
from sync.writer import Writer


class KnownNames:
    """The identifiers of our customers, looked up and added to within one transaction.

    An identifier without customer is a shared device: known, and nobody's.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def owner(self, hint: Hint) -> str | None:
        row = self._row(hint)
        return row.customer_id if row else None

    def holds(self, hint: Hint) -> bool:
        return self._row(hint) is not None

    def free(self, hints: Iterable[Hint]) -> list[Hint]:
        return [hint for hint in hints if not self.holds(hint)]

    def has_other(self, customer_id: str, hint: Hint) -> bool:
        """Whether she is already known to that account by another name of that kind."""
        found = sa.select(identifier.c.id).where(
            identifier.c.customer_id == customer_id,
            identifier.c.kind == hint.kind,
            identifier.c.source == hint.source,
            identifier.c.value != hint.value,
        )
        return self._writer.connection.execute(found).first() is not None

    def link(self, customer_id: str, hints: Iterable[Hint]) -> None:
        for hint in self.free(dict.fromkeys(hints)):
            self._add(hint, customer_id)

    def share(self, hint: Hint) -> None:
        row = self._row(hint)
        if row is None:
            self._add(hint, None)
        else:
            self._writer.update("identifier", row.id, {"customer_id": None, "verified": False})

    def _add(self, hint: Hint, customer_id: str | None) -> None:
        self._writer.insert(
            "identifier",
            {
                "customer_id": customer_id,
                "kind": hint.kind,
                "source": hint.source,
                "value": hint.value,
                "verified": customer_id is not None,
                "linked_at": self._writer.now,
            },
        )

    def _row(self, hint: Hint) -> sa.Row[tuple[str, str | None]] | None:
        """Only what somebody vouched for: an address typed at the till may be misspelt."""
        found = sa.select(identifier.c.id, identifier.c.customer_id).where(
            identifier.c.kind == hint.kind,
            identifier.c.source == hint.source,
            identifier.c.value == hint.value,
            identifier.c.verified | identifier.c.customer_id.is_(None),
        )
        return self._writer.connection.execute(found).first()
