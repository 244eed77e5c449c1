"""Connections to PostgreSQL that its server ends, at rest or at a statement that is just to be said."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event
from typing import Any
from unittest.mock import patch

import psycopg
import sqlalchemy as sa

from sync.hub.databases import together
from sync.hub.databases.seat import raw_of
from tests.postgresql import Cluster, lives


def end(server: Cluster, process: int) -> None:
    """As a restart does, or a server's caretaker; back when it has ended, so that whoever looks sees it."""
    with server.connect() as connection:
        connection.execute("SELECT pg_terminate_backend(%s)", [process])
    while lives(process):
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
    """A connection ends when that statement is said on it, or the commit comes: what waits is said with it.

    Yields what is set when that has happened.
    """
    numbers, happened = count(), Event()
    ask, say = together.ask, together.say

    def ends(its: psycopg.Connection) -> None:
        if next(numbers) == at:
            end(server, its.info.backend_pid)
            happened.set()

    def before(connection: sa.Connection, *_: object) -> None:
        ends(raw_of(connection))

    def asking(connection: sa.Connection, *words: Any) -> Any:
        ends(raw_of(connection))
        return ask(connection, *words)

    def saying(cursor: psycopg.Cursor, *words: Any) -> None:
        ends(cursor.connection)
        say(cursor, *words)

    events = "before_cursor_execute", "commit"
    for event in events:
        sa.event.listen(engine, event, before, insert=True)  # before what waits is said
    try:
        with patch.multiple(together, ask=asking, say=saying):
            yield happened
    finally:
        for event in events:
            sa.event.remove(engine, event, before)
