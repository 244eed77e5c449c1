"""SQL in the driver's own words within a transaction, for what runs with every change that comes or goes.

A statement that SQLAlchemy says costs twenty to a hundred microseconds before SQLite sees it, which takes two
to ten to run it; and each one said here holds the write lock for that much less. What goes wrong is raised as
SQLAlchemy raises it. Values are as SQLite stores them: a boolean is 0 or 1, JSON is text.
"""

from collections.abc import Sequence
from typing import Any, NoReturn

import sqlalchemy as sa

from sync.errors import ReplicaUnusable
from sync.sqlite import is_damaged, named, raw

Values = tuple[Any, ...]
"""What the columns of a row hold, as the driver takes and gives it."""


def rows(connection: sa.Connection, statement: str, values: Sequence[Any] = ()) -> list[Values]:
    """All that the statement finds."""
    try:
        return raw(connection).execute(statement, values).fetchall()
    except connection.dialect.loaded_dbapi.Error as error:
        _raise(connection, statement, error)


def value(connection: sa.Connection, statement: str, values: Sequence[Any] = ()) -> Any:
    """The first column of the first row, None where there is no row."""
    found = rows(connection, statement, values)
    return found[0][0] if found else None


def run(connection: sa.Connection, statement: str, values: Sequence[Any] = ()) -> int:
    """How many rows it changed."""
    try:
        return raw(connection).execute(statement, values).rowcount
    except connection.dialect.loaded_dbapi.Error as error:
        _raise(connection, statement, error)


def run_each(connection: sa.Connection, statement: str, many: Sequence[Values]) -> None:
    """Once for each of them. When it fails, what came before the one that failed is done."""
    if not many:
        return  # to make the statement ready takes as long as to store a row
    try:
        raw(connection).executemany(statement, many)
    except connection.dialect.loaded_dbapi.Error as error:
        _raise(connection, statement, error)


def name_damage(error: BaseException) -> None:
    """Raises ReplicaUnusable where that is what the database says."""
    if is_damaged(error):
        text = "the database does not open: its key is another one, or the file is damaged"
        raise ReplicaUnusable(text) from error


def _raise(connection: sa.Connection, statement: str, error: Exception) -> NoReturn:
    name_damage(error)
    raise named(connection, statement, error) from error
