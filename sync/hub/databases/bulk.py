"""Many rows into a table at once, with as little between them and the driver as the database allows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from sync.hub.databases.said import run_many

Row = dict[str, Any]
Values = tuple[Any, ...]
_Process = Callable[[Any], Any]
_AS_THEY_COME = (sa.LargeBinary, sa.Boolean, sa.Float)
"""The driver stores these as SQLAlchemy would have it."""


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Rows with the same columns. Raises IntegrityError as the table does."""
    names = tuple(rows[0])
    prepared = _prepared(connection.dialect, table, names)
    if prepared is None:
        connection.execute(table.insert(), list(rows))
    else:
        prepared.run(connection, map(itemgetter(*prepared.order), rows))


def insert_rows(
    connection: sa.Connection, table: sa.Table, names: tuple[str, ...], rows: Sequence[Values]
) -> None:
    """The same for what stands in the order of `names`."""
    prepared = _prepared(connection.dialect, table, names) if rows else None
    if prepared is not None:
        places = [names.index(name) for name in prepared.order]
        prepared.run(connection, map(itemgetter(*places), rows) if prepared.order != names else rows)
    elif rows:
        connection.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])


@dataclass(frozen=True, slots=True)
class _Prepared:
    statement: str
    order: tuple[str, ...]
    """The columns, as the statement names them."""
    processes: tuple[tuple[int, _Process], ...]
    """For the columns that are not stored as they come."""

    def run(self, connection: sa.Connection, rows: Iterable[Values]) -> None:
        values = [_processed(row, self.processes) for row in rows] if self.processes else list(rows)
        run_many(connection, self.statement, values)


@lru_cache(maxsize=512)
def _prepared(dialect: sa.Dialect, table: sa.Table, names: tuple[str, ...]) -> _Prepared | None:
    """None where the driver is not spoken to directly."""
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
    return _Prepared(str(compiled), order, tuple((at, do) for at, do in processes if do is not None))


def _processed(row: Sequence[Any], processes: Sequence[tuple[int, _Process]]) -> tuple[Any, ...]:
    values = list(row)
    for at, process in processes:
        values[at] = process(values[at])
    return tuple(values)
