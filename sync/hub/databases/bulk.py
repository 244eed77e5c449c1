"""Many rows into a table at once, with as little between them and the driver as the database allows."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from sync.hub.databases.said import run_many
from sync.row_statement import RowStatement, Values, inserting

Row = dict[str, Any]


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Rows with the same columns. Raises IntegrityError as the table does."""
    names = tuple(rows[0])
    statement = _statement(connection, table, names)
    if statement is None:
        connection.execute(table.insert(), list(rows))
    else:
        _run(connection, statement, map(itemgetter(*statement.order), rows))


def insert_rows(
    connection: sa.Connection, table: sa.Table, names: tuple[str, ...], rows: Sequence[Values]
) -> None:
    """The same for what stands in the order of `names`."""
    statement = _statement(connection, table, names) if rows else None
    if statement is not None:
        places = [names.index(name) for name in statement.order]
        _run(connection, statement, map(itemgetter(*places), rows) if statement.order != names else rows)
    elif rows:
        connection.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])


def _statement(connection: sa.Connection, table: sa.Table, names: tuple[str, ...]) -> RowStatement | None:
    """None where the driver is not spoken to directly; of one column it would be no tuple that is picked."""
    return inserting(connection.dialect, table, names) if len(names) > 1 else None


def _run(connection: sa.Connection, statement: RowStatement, rows: Iterable[Values]) -> None:
    made = map(statement.processed, rows) if statement.processes else rows
    run_many(connection, statement.text, list(made))
