"""The typed rows of a replica: inserted or updated in place, so that triggers fire and row numbers stay."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import Insert, insert

from sync import columns
from sync.sqlite import attempt

R = TypeVar("R")
Row = dict[str, Any]
Values = tuple[Any, ...]
"""What the columns of a row hold, as the driver takes it; `id` first."""


def store(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> set[str]:
    """Insert or update; returns the ids of rows that the table does not take."""
    unfit: set[str] = set()
    for names, alike in _by_shape(rows).items():
        statement = upsert(table, names)

        def put(some: Sequence[Row], statement: Insert = statement) -> None:
            connection.execute(statement, some)

        unfit |= {row[columns.ID] for row in _refused(connection, alike, put)}
    return unfit


def store_values(connection: sa.Connection, statement: str, rows: Sequence[Values]) -> set[str]:
    """The same in the driver's own words."""

    def put(some: Sequence[Values]) -> None:
        connection.exec_driver_sql(statement, list(some))

    return {row[0] for row in _refused(connection, rows, put)}


def store_changed(
    connection: sa.Connection, table: sa.Table, names: Sequence[str], statement: str, rows: Sequence[Values]
) -> set[str]:
    """The same for few rows that may be here: only what differs is written, and only its indexes."""
    quote = connection.dialect.identifier_preparer.quote
    here = _here(connection, quote(table.name), [quote(name) for name in names], [row[0] for row in rows])
    new = [row for row in rows if row[0] not in here]
    unfit = store_values(connection, statement, new)
    changes: dict[tuple[int, ...], list[Values]] = {}
    for row in rows:
        before = here.get(row[0], row)
        differing = tuple(at for at, value in enumerate(row) if value != before[at])
        if differing:
            changes.setdefault(differing, []).append((*(row[at] for at in differing), row[0]))
    for differing, some in changes.items():
        sets = ", ".join(f"{quote(names[at])} = ?" for at in differing)
        update = f"UPDATE {quote(table.name)} SET {sets} WHERE {quote(columns.ID)} = ?"  # noqa: S608

        def put(part: Sequence[Values], update: str = update) -> None:
            connection.exec_driver_sql(update, list(part))

        unfit |= {values[-1] for values in _refused(connection, some, put)}
    return unfit


def _here(
    connection: sa.Connection, table: str, names: Sequence[str], record_ids: Sequence[str]
) -> dict[str, Values]:
    """The rows with these ids as they are stored."""
    places = ", ".join("?" * len(record_ids))
    query = f"SELECT {', '.join(names)} FROM {table} WHERE {columns.ID} IN ({places})"  # noqa: S608
    return {row[0]: tuple(row) for row in connection.exec_driver_sql(query, tuple(record_ids))}


@lru_cache(maxsize=512)
def upsert(table: sa.Table, names: tuple[str, ...]) -> Insert:
    """Insert a row with these columns, or replace them."""
    statement = insert(table).values({name: sa.bindparam(name) for name in names})
    fields = {name: statement.excluded[name] for name in names if name != columns.ID}
    if not fields:
        return statement.on_conflict_do_nothing([columns.ID])
    return statement.on_conflict_do_update([columns.ID], set_=fields)


def _refused(connection: sa.Connection, rows: Sequence[R], put: Callable[[Sequence[R]], None]) -> list[R]:
    """All at once; one by one where the table does not take them all."""
    if not rows or _takes(connection, rows, put):
        return []
    return [row for row in rows if not _takes(connection, [row], put)]


def _takes(connection: sa.Connection, rows: Sequence[R], put: Callable[[Sequence[R]], None]) -> bool:
    try:
        with attempt(connection):
            put(rows)
    except sa.exc.OperationalError:
        raise
    except sa.exc.StatementError:
        return False
    return True


def _by_shape(rows: Sequence[Row]) -> dict[tuple[str, ...], list[Row]]:
    shapes: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        shapes.setdefault(tuple(row), []).append(row)
    return shapes
