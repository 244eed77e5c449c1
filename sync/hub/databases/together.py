"""Statements to PostgreSQL in psycopg's own words, with as few ways there and back as they need.

What asks for no answer waits for what does, or for the commit, and goes there together with it; the first
question of a transaction takes its beginning along. On a busy machine each way is two waits: until the server
has its turn, and until this process has it again. A push of one record would go there twelve times.

Errors are what SQLAlchemy would make of them; that of a statement that waited comes with what it went with.
Within a part of a transaction that may be undone by itself nothing waits.
"""

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
import sqlalchemy as sa

from sync.sqlite import raw

Waiting = tuple[str, Sequence[Any]]
"""A statement and the values for each time that it is said."""
WAITING = "sync_waiting"
"""In a connection's `info`."""


def ask(connection: sa.Connection, statement: str, values: Any) -> psycopg.Cursor:
    """What the statement finds, all of it here."""
    its, waiting = raw(connection), _taken(connection)
    cursor = its.cursor()
    if waiting or _begins(its):
        _send_all(connection, waiting, lambda: cursor.execute(statement, values))
        return cursor
    try:
        return cursor.execute(statement, values)
    except psycopg.Error as error:
        raise _named(connection, statement, error) from error


def tell(connection: sa.Connection, statement: str, rows: Sequence[Any]) -> None:
    """A statement that finds nothing, once for each of the rows. It may be that it waits."""
    if not rows:
        return
    if raw(connection).autocommit or connection.in_nested_transaction():
        _send_all(connection, [(statement, rows)])
    else:
        connection.info.setdefault(WAITING, []).append((statement, rows))


def go(connection: sa.Connection, *_: object) -> None:
    """Nothing waits any more: SQLAlchemy has something to say by itself."""
    waiting = _taken(connection)
    if waiting:
        _send_all(connection, waiting)


def commit(connection: sa.Connection) -> None:
    """With what waits. There is nothing left to do for SQLAlchemy's own commit."""
    waiting = _taken(connection)
    if waiting:
        _send_all(connection, waiting, raw(connection).commit)


def forget(connection: sa.Connection) -> None:
    """The transaction is undone. Of a connection that is lost whoever takes the next one forgets it."""
    if not connection.invalidated:
        _taken(connection)


def without_values(error: BaseException, named: sa.exc.StatementError | None = None) -> None:
    """PostgreSQL's details quote what people are called, which does not belong into logs."""
    said = getattr(getattr(error, "diag", None), "message_primary", None)
    if not said:
        return
    error.args = (said,)
    if named is not None:
        named.args = (f"({type(error).__name__}) {said}",)


def _taken(connection: sa.Connection) -> list[Waiting]:
    return connection.info.pop(WAITING, [])


def _begins(its: psycopg.Connection) -> bool:
    return not its.autocommit and its.pgconn.transaction_status == psycopg.pq.TransactionStatus.IDLE


def _send_all(
    connection: sa.Connection, waiting: Sequence[Waiting], last: Callable[[], object] | None = None
) -> None:
    """There and back once."""
    its = raw(connection)
    try:
        _send(its, waiting, last)
    except psycopg.Error as error:
        raise _named(connection, waiting[0][0] if waiting else "BEGIN", error) from error


def _send(its: psycopg.Connection, waiting: Sequence[Waiting], last: Callable[[], object] | None) -> None:
    """Raises the first that went wrong; what was behind it was not done, and psycopg need not log that."""
    first: psycopg.Error | None = None
    pipeline = its.pipeline()
    pipeline.__enter__()
    try:
        for statement, rows in waiting:
            say(its.cursor(), statement, rows)
        if last is not None:
            last()
    except psycopg.Error as error:
        first = error
    finally:
        try:
            pipeline.__exit__(None, None, None)
        except psycopg.Error as error:
            first = first or error
    if first is not None:
        raise first


def say(cursor: psycopg.Cursor, statement: str, rows: Sequence[Any]) -> None:
    """Once for each of the rows."""
    if len(rows) == 1:
        cursor.execute(statement, rows[0])
    else:
        cursor.executemany(statement, rows)


def _named(connection: sa.Connection, statement: str, error: psycopg.Error) -> BaseException:
    its = raw(connection)
    gone = its.closed or its.broken
    named = sa.exc.DBAPIError.instance(
        statement, (), error, psycopg.Error, hide_parameters=True, connection_invalidated=gone
    )
    without_values(error, named if isinstance(named, sa.exc.StatementError) else None)
    if gone:
        connection.invalidate(error)
    return named
