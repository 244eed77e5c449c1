"""Many rows into a table at once, with as little between them and the driver as the database allows."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

Row = dict[str, Any]
_Process = Callable[[Any], Any]
_AS_THEY_COME = (sa.LargeBinary, sa.Boolean, sa.Float)
"""The driver stores these as SQLAlchemy would have it."""


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Rows with the same columns. Raises IntegrityError as the table does."""
    names = tuple(rows[0])
    prepared = _prepared(connection.dialect, table, names) if len(rows) > 1 else None
    if prepared is None:
        connection.execute(table.insert(), list(rows))
        return
    statement, order, processes = prepared
    values = map(itemgetter(*order), rows)
    connection.exec_driver_sql(
        statement, [_processed(row, processes) for row in values] if processes else list(values)
    )


@lru_cache(maxsize=512)
def _prepared(
    dialect: sa.Dialect, table: sa.Table, names: tuple[str, ...]
) -> tuple[str, tuple[str, ...], tuple[tuple[int, _Process], ...]] | None:
    """The statement, the columns in its order, and which of them are not stored as they come."""
    given = any(column.default is not None and column.name not in names for column in table.columns)
    if not dialect.positional or len(names) == 1 or given:
        return None
    compiled = table.insert().values({name: sa.bindparam(name) for name in names}).compile(dialect=dialect)
    order = tuple(compiled.positiontup or ())
    kinds = [table.c[name].type for name in order]
    processes = [
        (at, kind.dialect_impl(dialect).bind_processor(dialect))
        for at, kind in enumerate(kinds)
        if not isinstance(kind, _AS_THEY_COME)
    ]
    return str(compiled), order, tuple((at, process) for at, process in processes if process is not None)


def _processed(row: Sequence[Any], processes: Sequence[tuple[int, _Process]]) -> tuple[Any, ...]:
    values = list(row)
    for at, process in processes:
        values[at] = process(values[at])
    return tuple(values)
