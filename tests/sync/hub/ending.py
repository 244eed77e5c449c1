"""Connections to PostgreSQL that its server ends, at rest or at a statement that is just to be said."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event

import sqlalchemy as sa

from sync.hub.databases.seat import raw_of
from tests.postgresql import Cluster


def end(server: Cluster, process: int) -> None:
    """As a restart does, or a server's caretaker; back when it has ended."""
    with server.connect() as connection:
        connection.execute("SELECT pg_terminate_backend(%s)", [process])
        while connection.execute("SELECT FROM pg_stat_activity WHERE pid = %s", [process]).fetchone():
            pass


def end_all(server: Cluster, engine: sa.Engine) -> None:
    """Those of one database."""
    with server.connect() as connection:
        on_it = "SELECT pid FROM pg_stat_activity WHERE datname = %s"
        processes = connection.execute(on_it, [engine.url.database]).fetchall()
    for (process,) in processes:
        end(server, process)


def process_of(connection: sa.Connection) -> int:
    return raw_of(connection).info.backend_pid


@contextmanager
def ended(server: Cluster, engine: sa.Engine, at: int) -> Iterator[Event]:
    """A connection ends when that statement is said on it, or the commit comes behind the last one.

    Yields what is set when that has happened.
    """
    numbers, happened = count(), Event()

    def before(connection: sa.Connection, *_: object) -> None:
        if next(numbers) == at:
            end(server, process_of(connection))
            happened.set()

    events = "before_cursor_execute", "commit"
    for event in events:
        sa.event.listen(engine, event, before)
    try:
        yield happened
    finally:
        for event in events:
            sa.event.remove(engine, event, before)
