"""What SQLite was asked, whoever put it into words: its own account, with the values in their places."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa


@contextmanager
def heard(engine: sa.Engine) -> Iterator[list[str]]:
    """The queries of each connection that is taken within the block."""
    said: list[str] = []
    taken: list[Any] = []

    def note(statement: str) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            said.append(statement)

    def listen(connection: Any, *_: object) -> None:
        taken.append(connection)
        connection.set_trace_callback(note)

    sa.event.listen(engine, "checkout", listen)
    try:
        yield said
    finally:
        sa.event.remove(engine, "checkout", listen)
        for connection in taken:
            connection.set_trace_callback(None)


def plans(engine: sa.Engine, said: Sequence[str]) -> list[str]:
    """How each is answered, step by step."""
    with engine.connect() as conn:
        asked = [raw for one in said for raw in conn.exec_driver_sql(f"explain query plan {one}")]
    return [step[3] for step in asked]


def scans(steps: Sequence[str]) -> set[str]:
    """Those that walk through a whole table."""
    return {step for step in steps if step.startswith("SCAN ") and "CONSTANT" not in step}
