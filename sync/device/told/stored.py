"""The typed rows as they are stored, read in the driver's own words."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from sync import columns
from sync.device import driver
from sync.device.driver import Values

quote = sqlite.dialect().identifier_preparer.quote


@lru_cache(maxsize=128)
def names(table: sa.Table) -> tuple[str, ...]:
    """The columns of such a row: `id`, then the others in the table's order."""
    return (columns.ID, *(str(c.name) for c in table.columns if c.name != columns.ID))


@lru_cache(maxsize=128)
def select(table: sa.Table) -> str:
    """Every row; a condition may follow."""
    return f"SELECT {', '.join(map(quote, names(table)))} FROM {quote(table.name)}"  # noqa: S608 (names of tables)


@lru_cache(maxsize=128)
def select_one(table: sa.Table, name: str) -> str:
    """One column of the row whose id follows."""
    return f"SELECT {quote(name)} FROM {quote(table.name)} WHERE id = ?"  # noqa: S608 (the same)


@lru_cache(maxsize=512)
def update(table: sa.Table, fields: tuple[str, ...]) -> str:
    """Set these fields of the row whose id comes last."""
    sets = ", ".join(f"{quote(name)} = ?" for name in fields)
    return f"UPDATE {quote(table.name)} SET {sets} WHERE id = ?"  # noqa: S608 (the same)


@lru_cache(maxsize=128)
def upsert(table: sa.Table) -> str:
    """Insert a row, or replace all that it says."""
    here = names(table)
    places = ", ".join("?" * len(here))
    sets = ", ".join(f"{quote(name)} = excluded.{quote(name)}" for name in here[1:])
    done = f"UPDATE SET {sets}" if sets else "NOTHING"
    listed = ", ".join(map(quote, here))
    row = f"{quote(table.name)} ({listed}) VALUES ({places})"
    return f"INSERT INTO {row} ON CONFLICT (id) DO {done}"


def rows(connection: sa.Connection, table: sa.Table, record_ids: Sequence[str]) -> list[Values]:
    """Those with these ids, no more than one statement binds (`batches`)."""
    places = ", ".join("?" * len(record_ids))
    return driver.rows(connection, f"{select(table)} WHERE id IN ({places})", record_ids)


def value(connection: sa.Connection, table: sa.Table, name: str, record_id: str) -> Any:
    """None too where there is no such row."""
    return driver.value(connection, select_one(table, name), (record_id,))
