"""Rows that are to be there, whoever else puts them at the same moment."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
Row = Mapping[str, Any]


def put(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """By primary key: a row that is there gets these values."""
    if not rows:
        return
    insert = _INSERT[connection.dialect.name](table)
    keys = [column.name for column in table.primary_key.columns]
    values = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=values), list(rows))


def add(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """By primary key or any other constraint: a row that is there stays as it is."""
    if rows:
        insert = _INSERT[connection.dialect.name](table)
        connection.execute(insert.on_conflict_do_nothing(), list(rows))


def increase(connection: sa.Connection, table: sa.Table, rows: Sequence[Row], number: str) -> None:
    """By primary key: a row that is there has this number of it added, which may be negative."""
    if not rows:
        return
    insert = _INSERT[connection.dialect.name](table)
    keys = [column.name for column in table.primary_key.columns]
    grown = {number: table.c[number] + insert.excluded[number]}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=grown), list(rows))
