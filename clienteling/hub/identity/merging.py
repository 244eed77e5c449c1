"""Two customer records that are one person's are joined, and taken apart again; both leave a trace.

Nothing is copied or moved. An alias says which record stands for somebody, every read follows it, and to
take two apart is to take the alias away. The hub alone writes aliases, one transaction at a time, and keeps
them flat: each names the record that stands for her now, so there are neither chains nor rings to follow.
"""

from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.customers.aliases import Her, her
from clienteling.customers.tables import customer, customer_alias
from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.hub.identity import joinings
from clienteling.hub.identity.joinings import Deed, Joining
from sync.hub.writer import HubWriter

ALONE = "identity"
"""Where several hub processes share a database: one at a time says who is who."""


def merge(writer: HubWriter, older: str, younger: str, *, by: str, evidence: str) -> bool:
    """From now on `younger` (any id of hers) is the person of `older`, whose record stands for her.

    False where they are one already. Raises UnknownRecord where one of them is not here, or not any more.
    """
    _turn(writer, older, younger)
    stays, joins = her(writer.connection, older), her(writer.connection, younger)
    if stays.id == joins.id:
        return False
    for one in (stays, joins):
        _check_here(writer.connection, one)
    for alias_id in joins.ids[1:]:
        writer.update("customer_alias", alias_id, {"customer_id": stays.id})
    writer.insert(
        "customer_alias",
        {
            "id": joins.id,
            "customer_id": stays.id,
            "joined_to": older,
            "merged_at": writer.now,
            "merged_by": by,
            "evidence": evidence,
        },
    )
    _note(writer, Deed.MERGED, (older, joins.id), by, evidence)
    writer.judge([*stays.ids, *joins.ids])
    return True


def unmerge(writer: HubWriter, alias_id: str, *, by: str, evidence: str = "") -> Her:
    """This record stands for itself again, and for those that were joined to it. Gives back who it is now.

    Raises InvalidRecord where it is nobody's alias.
    """
    _turn(writer, alias_id)
    before = her(writer.connection, alias_id)
    rows = {row.id: row for row in _aliases(writer.connection, before.id)}
    if alias_id not in rows:
        raise InvalidRecord("id", "this record was not joined to another")
    hers = _below(alias_id, {i: row.joined_to for i, row in rows.items()})
    writer.remove("customer_alias", alias_id)
    for other_id in hers - {alias_id}:
        writer.update("customer_alias", other_id, {"customer_id": alias_id})
    _note(writer, Deed.UNMERGED, (rows[alias_id].joined_to, alias_id), by, evidence)
    writer.judge(before.ids)
    return her(writer.connection, alias_id)


def elder(one: Her, other: Her, provisional: frozenset[str]) -> tuple[Her, Her]:
    """Which record is to stand: never one that a tablet made for want of the real one, else the older.

    Ids begin with their time, so every process says the same.
    """
    first, second = sorted((one, other), key=lambda who: (who.id in provisional, who.id))
    return first, second


def _turn(writer: HubWriter, *ids: str) -> None:
    """Nobody else joins or erases any of them until this ends."""
    writer.alone(ALONE)
    writer.take_turns(ids)


def _check_here(conn: sa.Connection, who: Her) -> None:
    if conn.execute(sa.select(customer.c.id).where(customer.c.id == who.id)).first() is None:
        raise UnknownRecord("customer", who.id)


def _aliases(conn: sa.Connection, stands_id: str) -> Iterable[sa.Row]:
    query = sa.select(customer_alias.c.id, customer_alias.c.joined_to)
    return conn.execute(query.where(customer_alias.c.customer_id == stands_id)).all()


def _below(alias_id: str, joined_to: dict[str, str]) -> set[str]:
    """This one, and those that were joined to it, to those, and so on."""
    found = {alias_id}
    while new := {i for i, to in joined_to.items() if to in found and i not in found}:
        found |= new
    return found


def _note(writer: HubWriter, deed: Deed, pair: tuple[str, str], by: str, evidence: str) -> None:
    older, younger = pair
    one = Joining(deed=deed, older_id=older, younger_id=younger, at=writer.now, by=by, evidence=evidence)
    joinings.note(writer.connection, one)
