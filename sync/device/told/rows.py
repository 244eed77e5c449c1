"""The typed rows of a replica: inserted or updated in place, so that triggers fire and row numbers stay.

What the table does not take of many rows is found by trying them one by one; doing again what was done of
them already changes nothing.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import Insert, insert

from sync import columns
from sync.batches import batches
from sync.device import driver
from sync.device.driver import Values
from sync.device.told import stored

R = TypeVar("R")
Row = dict[str, Any]


def store(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> set[str]:
    """Insert or update; returns the ids of rows that the table does not take."""
    unfit: set[str] = set()
    for names, alike in _by_shape(rows).items():
        put = partial(connection.execute, _upsert(table, names))
        unfit |= {row[columns.ID] for row in _refused(alike, put)}
    return unfit


def store_values(connection: sa.Connection, table: sa.Table, rows: Sequence[Values]) -> set[str]:
    """The same of whole rows (`stored.names`) in the driver's own words."""
    put = partial(driver.run_each, connection, stored.upsert(table))
    return {row[0] for row in _refused(rows, put)}


def store_changed(connection: sa.Connection, table: sa.Table, rows: Sequence[Values]) -> set[str]:
    """The same for few rows that may be here: only what differs is written, and only its indexes."""
    ids = [row[0] for row in rows]
    here = {row[0]: row for some in batches(ids) for row in stored.rows(connection, table, some)}
    unfit = store_values(connection, table, [row for row in rows if row[0] not in here])
    changes: dict[tuple[int, ...], list[Values]] = {}
    for row in rows:
        before = here.get(row[0], row)
        differing = tuple(at for at, value in enumerate(row) if value != before[at])
        if differing:
            changes.setdefault(differing, []).append((*(row[at] for at in differing), row[0]))
    names = stored.names(table)
    for differing, some in changes.items():
        update = stored.update(table, tuple(names[at] for at in differing))
        unfit |= {values[-1] for values in _refused(some, partial(driver.run_each, connection, update))}
    return unfit


@lru_cache(maxsize=512)
def _upsert(table: sa.Table, names: tuple[str, ...]) -> Insert:
    """Insert a row with these columns, or replace them."""
    statement = insert(table).values({name: sa.bindparam(name) for name in names})
    fields = {name: statement.excluded[name] for name in names if name != columns.ID}
    if not fields:
        return statement.on_conflict_do_nothing([columns.ID])
    return statement.on_conflict_do_update([columns.ID], set_=fields)


def _refused(rows: Sequence[R], put: Callable[[Sequence[R]], object]) -> list[R]:
    """All at once; one by one where the table does not take them all."""
    if not rows or _takes(rows, put):
        return []
    return [row for row in rows if not _takes([row], put)]


def _takes(rows: Sequence[R], put: Callable[[Sequence[R]], object]) -> bool:
    """Whatever ends the whole transaction, such as a full disk, is raised."""
    try:
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
