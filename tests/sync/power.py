"""The power goes at a chosen moment of a database's work: what was not committed is gone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any
from unittest.mock import patch

import sqlalchemy as sa

from sync.device import driver


class PowerCut(Exception):
    """The process is no more. Whoever catches this starts it again."""


class Moment(StrEnum):
    STATEMENT = "before a statement"
    COMMIT = "before a commit"
    COMMITTED = "after a commit"


class Supply:
    """Counts the moments as they pass, and goes at the one that it was told: `going` may kill for real."""

    def __init__(
        self, moment: Moment | None = None, at: int = 0, going: Callable[[], None] | None = None
    ) -> None:
        self._moment = moment
        self._at = at
        self._going = going
        self._gone = False
        self.passed = dict.fromkeys(Moment, 0)

    @property
    def went(self) -> bool:
        return self._gone

    def passes(self, moment: Moment) -> None:
        if not self._gone:
            self.passed[moment] += 1
            self._gone = moment is self._moment and self.passed[moment] == self._at
        if self._gone:
            if self._going is not None:
                self._going()
            raise PowerCut(f"{moment} {self._at}")


@contextmanager
def supplied(engine: sa.Engine, supply: Supply) -> Iterator[Supply]:
    """Within the block every statement and commit of the engine passes by the supply."""

    def before_statement(*_: Any) -> None:
        supply.passes(Moment.STATEMENT)

    commit = engine.dialect.do_commit

    def committing(connection: Any) -> None:
        supply.passes(Moment.COMMIT)
        commit(connection)
        supply.passes(Moment.COMMITTED)

    def passing(said: Callable[..., Any]) -> Callable[..., Any]:
        def statement(connection: sa.Connection, *words: Any) -> Any:
            if connection.engine is engine:
                supply.passes(Moment.STATEMENT)
            return said(connection, *words)

        return statement

    sa.event.listen(engine, "before_cursor_execute", before_statement)
    engine.dialect.do_commit = committing
    directly = {"rows": passing(driver.rows), "run_each": passing(driver.run_each)}
    try:
        with patch.multiple(driver, **directly):
            yield supply
    finally:
        engine.dialect.do_commit = commit
        sa.event.remove(engine, "before_cursor_execute", before_statement)
