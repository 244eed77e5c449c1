"""Statements for what runs with every push and every bell: built and compiled once, then only said.

What SQLAlchemy needs to build a statement, look it up and wrap its rows is a multiple of what SQLite needs to
run it, and as much again as PostgreSQL's driver does. Both are spoken to through the driver's own connection
(`together.py`: PostgreSQL in as few ways there and back as can be). Rows come as the driver gives them: a
boolean of SQLite's is 0 or 1.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from sync.sqlite import named, raw

Values = tuple[Any, ...]
Statement = sa.sql.expression.Executable
Make = Callable[[str], Statement]
"""From the name of the database's kind."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    text: str
    order: tuple[str, ...] | None
    """The parameters in the statement's order, None where the driver takes them by name."""
    constants: dict[str, Any]
    """What the dialect put in by itself."""

    def values(self, given: dict[str, Any]) -> Any:
        known = {**self.constants, **given} if self.constants else given
        return known if self.order is None else tuple([known[name] for name in self.order])


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """`make` says the statement with a `sa.bindparam` for each value, and no value in itself."""

    make: Make
    _compiled: dict[str, _Compiled] = field(default_factory=dict)

    def rows(self, connection: sa.Connection, **values: Any) -> Sequence[Values]:
        """All that the statement finds."""
        return _run(connection, self._for(connection.dialect), values).fetchall()

    def value(self, connection: sa.Connection, **values: Any) -> Any:
        """The first column of the first row, None where there is no row."""
        found = _run(connection, self._for(connection.dialect), values).fetchone()
        return found[0] if found is not None else None

    def run(self, connection: sa.Connection, **values: Any) -> None:
        """One that finds nothing. On PostgreSQL it is done at the latest with the commit."""
        compiled = self._for(connection.dialect)
        if connection.dialect.name == "sqlite":
            _run(connection, compiled, values)
        else:
            _together().tell(connection, compiled.text, [compiled.values(values)])

    def _for(self, dialect: sa.Dialect) -> _Compiled:
        found = self._compiled.get(dialect.name)
        if found is None:
            compiled = self.make(dialect.name).compile(dialect=dialect)
            order = tuple(compiled.positiontup or ()) if dialect.positional else None
            constants = {name: value for name, value in compiled.params.items() if value is not None}
            found = self._compiled[dialect.name] = _Compiled(str(compiled), order, constants)
        return found


def said(statement: Statement) -> Said:
    """One that is the same for every database."""
    return Said(lambda _: statement)


def run_many(connection: sa.Connection, statement: str, rows: Sequence[Values]) -> None:
    """One that the dialect has compiled, for each of the rows."""
    if connection.dialect.name != "sqlite":
        _together().tell(connection, statement, rows)
        return
    try:
        raw(connection).executemany(statement, rows)
    except connection.dialect.loaded_dbapi.Error as error:
        raise named(connection, statement, error) from error


def _run(connection: sa.Connection, compiled: _Compiled, values: dict[str, Any]) -> Any:
    """A cursor."""
    bound = compiled.values(values)
    if connection.dialect.name != "sqlite":
        return _together().ask(connection, compiled.text, bound)
    try:
        return raw(connection).execute(compiled.text, bound)
    except connection.dialect.loaded_dbapi.Error as error:
        raise named(connection, compiled.text, error) from error


def _together() -> ModuleType:
    """Whose driver only those need whose hub is on PostgreSQL."""
    from sync.hub.databases import together

    return together
