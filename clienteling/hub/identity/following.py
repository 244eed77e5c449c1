"""An e-mail or telephone that somebody corrects on a tablet: the names by which she is known follow it.

What stood there before is hers no more, whoever vouched for it: it was wrong, or it is somebody else's now.
The new one is known as typed, so that she is found by it, and joins nobody until a source vouches for it. So
is what somebody new says who is entered on a tablet.
"""

from collections.abc import Collection, Sequence

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity.hints import spelled
from clienteling.hub.privacy.tables import written_name
from clienteling.newcomers.tables import blank_code
from sync.batches import batches
from sync.clock import node_of
from sync.hub.databases.one_writer import NODE
from sync.hub.databases.upsert import put
from sync.hub.writer import HubWriter
from sync.record import state_of

_KINDS = {"email": IdentifierKind.EMAIL, "phone": IdentifierKind.PHONE}
_SAME = sa.and_(*(written_name.c[field] == customer.c[field] for field in _KINDS))


def changed(conn: sa.Connection, ids: Collection[str] | None = None) -> list[str]:
    """Whose e-mail or telephone differs from when her names were last brought after it."""
    query = (
        sa.select(customer.c.id)
        .outerjoin(written_name, written_name.c.customer_id == customer.c.id)
        .where(sa.or_(written_name.c.customer_id.is_(None), ~_SAME))
    )
    if ids is None:
        return list(conn.scalars(query))
    return [i for some in batches(sorted(ids)) for i in conn.scalars(query.where(customer.c.id.in_(some)))]


def follow(writer: HubWriter, ids: Sequence[str]) -> None:
    conn = writer.connection
    before = {row.customer_id: row for row in conn.execute(_of(written_name, "customer_id", ids))}
    now = {row.id: row for row in conn.execute(_of(customer, "id", ids))}
    entered = set(conn.scalars(sa.select(blank_code.c.id).where(blank_code.c.id.in_(now))))
    writer.prefetch([("customer", customer_id) for customer_id in before.keys() | entered])
    for customer_id, row in now.items():
        last = before.get(customer_id)
        if last is not None or customer_id in entered:
            for field, kind in _KINDS.items():
                was, stands = getattr(last, field, ""), getattr(row, field)
                if was != stands and _typed_on_a_tablet(writer, customer_id, field):
                    _replace(writer, customer_id, kind, was, stands)
    put(conn, written_name, [{"customer_id": i, "email": r.email, "phone": r.phone} for i, r in now.items()])


def forget(conn: sa.Connection, customer_id: str) -> None:
    conn.execute(written_name.delete().where(written_name.c.customer_id == customer_id))


def _of(table: sa.Table, column: str, ids: Sequence[str]) -> sa.Select:
    return sa.select(table).where(table.c[column].in_(ids))


def _typed_on_a_tablet(writer: HubWriter, customer_id: str, field: str) -> bool:
    """A source changes what it said itself, and brings its own names with it."""
    record = writer.find("customer", customer_id)
    return record is not None and not node_of(state_of(record).stamp(field)).startswith(NODE)


def _replace(writer: HubWriter, customer_id: str, kind: IdentifierKind, was: str, stands: str) -> None:
    hers = identifier.c.customer_id.in_(ids_of(writer.connection, customer_id))
    of_that_kind = sa.select(identifier.c.id, identifier.c.value).where(
        hers, identifier.c.kind == kind.value, identifier.c.source == ""
    )
    known = {row.value: row.id for row in writer.connection.execute(of_that_kind)}
    old, new = _spelled(kind, was), _spelled(kind, stands)
    if old in known and old != new:
        writer.remove("identifier", known[old])
    if new and new not in known:
        written = stands if stands != new else ""
        row = {"customer_id": customer_id, "kind": kind.value, "value": new, "written": written}
        writer.insert("identifier", {**row, "verified": False, "linked_at": writer.now})


def _spelled(kind: IdentifierKind, value: str) -> str:
    return spelled(Hint(kind, "", value)).value if value else ""
