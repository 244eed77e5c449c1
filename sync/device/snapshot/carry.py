"""What is a device's own goes along into a fresh replica: every table that the hub does not fill.

Of a record with a write that the hub has not taken, the old row stands, and it counts as not held: so the
comparison at the end of the pass fetches what the hub says of it and lays the write over that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.collection import Registry
from sync.device import outbox, schema, state
from sync.device.state import Fact
from sync.device.told import held

FRESH = (Fact.EPOCH.value, Fact.CURSOR.value)
"""What the fresh replica says of itself."""
VOID = (*FRESH, Fact.AUDITED.value, Fact.SWEEP.value)
"""What the old one said of what it held."""
_NAMES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
_TRIGGERS = "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
_WRITES = re.compile(r"""\b(?:into|update(?:\s+or\s+\w+)?|delete\s+from)\s+["'`\[]?(\w+)""", re.IGNORECASE)
_COLUMNS = "SELECT name FROM pragma_table_info(?)"


@dataclass(frozen=True, slots=True)
class _Both:
    """One table in the fresh file, and in the replica's that is attached as `old`."""

    fresh: sa.TableClause
    old: sa.TableClause

    @staticmethod
    def named(connection: sa.Connection, name: str) -> "_Both":
        names = connection.exec_driver_sql(_COLUMNS, (name,)).scalars().all()
        main, old = (sa.table(name, *map(sa.column, names), schema=each) for each in ("main", "old"))
        return _Both(main, old)

    def carry(self, connection: sa.Connection, **key: str) -> None:
        """The old rows with these values instead of the fresh ones; of all, where none are given.

        A row whose unique place is taken by somebody else's is left to the hub's verdict.
        """
        connection.execute(self.fresh.delete().where(*(self.fresh.c[n] == v for n, v in key.items())))
        rows = sa.select(self.old).where(*(self.old.c[n] == v for n, v in key.items()))
        names = list(self.fresh.c.keys())
        connection.execute(insert(self.fresh).prefix_with("OR IGNORE").from_select(names, rows))


def carry_blobs(connection: sa.Connection) -> None:
    """The files that are here. They never change, so this may be done early and again."""
    blob = _Both.named(connection, schema.blob.name)
    missing = sa.select(blob.old).where(blob.old.c.digest.not_in(sa.select(blob.fresh.c.digest)))
    connection.execute(blob.fresh.insert().from_select(list(blob.fresh.c.keys()), missing))


def carry_own(connection: sa.Connection, registry: Registry) -> None:
    for name in _own_tables(connection, registry):
        _Both.named(connection, name).carry(connection)
    _carry_facts(connection)
    for name, record_ids in _unconfirmed(connection, registry):
        table, beside = _Both.named(connection, name), _Both.named(connection, schema.record.name)
        for record_id in record_ids:
            table.carry(connection, id=record_id)
            beside.carry(connection, collection=name, record_id=record_id)
        held.drop(connection, name, record_ids)


def _own_tables(connection: sa.Connection, registry: Registry) -> list[str]:
    """Neither what the hub told, nor what follows from it: what triggers on those tables write."""
    told = {c.name for c in registry} | {table.name for table in schema.TOLD}
    others = told | {schema.state.name, schema.blob.name} | _written_by_triggers(connection, told)
    names = connection.exec_driver_sql(_NAMES).scalars().all()
    return [name for name in names if name not in others and not name.startswith("sqlite_")]


def _written_by_triggers(connection: sa.Connection, told: set[str]) -> set[str]:
    """Such as an index for searching. A virtual table is no table of its own anyway."""
    triggers = connection.exec_driver_sql(_TRIGGERS).all()
    return {name for table, sql in triggers if table in told for name in _WRITES.findall(sql)}


def _carry_facts(connection: sa.Connection) -> None:
    newest = state.get(connection, Fact.LAST_STAMP)
    facts = _Both.named(connection, schema.state.name)
    own = sa.select(facts.old).where(facts.old.c.name.not_in(VOID))
    connection.execute(facts.fresh.delete().where(facts.fresh.c.name.not_in(FRESH)))
    connection.execute(facts.fresh.insert().from_select(list(facts.fresh.c.keys()), own))
    state.put(connection, Fact.LAST_STAMP, max(newest, state.get(connection, Fact.LAST_STAMP)))


def _unconfirmed(connection: sa.Connection, registry: Registry) -> Iterator[tuple[str, list[str]]]:
    keys = outbox.unconfirmed(connection)
    for name in sorted({name for name, _ in keys}):
        if registry.get(name) is not None:
            yield name, sorted(record_id for own, record_id in keys if own == name)
