"""Queries for what somebody waits for: compiled once, then asked in the driver's own words.

Whatever SQLAlchemy does each time to look up what it compiled, to bind values and to wrap rows costs several
times what SQLite needs to find them. PostgreSQL, which only the hub has, is left to SQLAlchemy.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import sqlalchemy as sa

from sync.sqlite import raw

Row: TypeAlias = Any
"""Its values by name and in order, as the query's columns have them."""
Values = Mapping[str, Any]

_LONGEST = 256
"""Longer lists are left to SQLAlchemy: nobody waits for them."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """For lists of some lengths."""

    text: str
    order: tuple[str, ...]
    """The name of each value, in the statement's order."""
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """Name of a list → the names of its values."""

    def bound(self, values: dict[str, Any]) -> list[Any]:
        for name, names in self.lists:
            values.update(zip(names, values[name], strict=True))
        return [values[name] for name in self.order]


class _Compiled:
    """One query for one driver of SQLite's."""

    def __init__(self, query: sa.Select, dialect: sa.Dialect) -> None:
        self._compiled = query.compile(dialect=dialect)
        self._constants = {name: value for name, value in self._compiled.params.items() if value is not None}
        lists = [name for bind, name in self._compiled.bind_names.items() if bind.expanding]
        self._lists = lists
        self._given = [name for name in lists if name not in self._constants]
        self._statements: dict[tuple[int, ...], _Statement] = {}
        columns = query.selected_columns
        names = columns.keys()
        self._row = namedtuple("Row", names, rename=True)  # type: ignore[bad-class-definition]  # noqa: PYI024 - the query's
        types = [column.type.dialect_impl(dialect) for column in columns]
        found = [(place, type_.result_processor(dialect, None)) for place, type_ in enumerate(types)]
        self._processed = [(place, process) for place, process in found if process is not None]

    def ask(self, given: Values) -> tuple[str, list[Any]] | None:
        """The statement and its values; None where a list is too long."""
        values = {**self._constants, **given}
        for name in self._given:
            values[name] = _rounded(values[name])
        lengths = tuple([len(values[name]) for name in self._given])
        if max(lengths, default=0) > _LONGEST:
            return None
        statement = self._statements.get(lengths)
        if statement is None:
            statement = self._statements[lengths] = self._expanded(values)
        return statement.text, statement.bound(values)

    def _expanded(self, values: dict[str, Any]) -> _Statement:
        state = self._compiled.construct_expanded_state(values)
        lists = tuple((name, tuple(state.parameter_expansion[name])) for name in self._lists)
        return _Statement(state.statement, tuple(state.positiontup or ()), lists)

    def rows(self, found: Sequence[tuple[Any, ...]]) -> list[Row]:
        if not self._processed:
            return list(map(self._row._make, found))
        return [self._row._make(self._told(values)) for values in found]

    def _told(self, values: tuple[Any, ...]) -> list[Any]:
        told = list(values)
        for place, process in self._processed:
            told[place] = process(told[place])
        return told


@dataclass(frozen=True, eq=False)
class Prepared:
    """A query with a `sa.bindparam` for each value that changes; one that expands takes a sequence."""

    query: sa.Select
    _compiled: dict[str, _Compiled] = field(default_factory=dict)

    def rows(self, conn: sa.Connection, values: Values | None = None) -> Sequence[Row]:
        """All that it finds. What goes wrong is raised as SQLAlchemy raises it."""
        given = values or {}
        if conn.dialect.name != "sqlite":
            return conn.execute(self.query, given).all()
        compiled = self._for(conn.dialect)
        asked = compiled.ask(given)
        if asked is None:
            return conn.execute(self.query, given).all()
        try:
            found = raw(conn).execute(*asked).fetchall()
        except conn.dialect.loaded_dbapi.Error:
            return conn.execute(self.query, given).all()  # it fails again, and is named
        return compiled.rows(found)

    def first(self, conn: sa.Connection, values: Values | None = None) -> Row | None:
        """Of a query that finds one at most."""
        return next(iter(self.rows(conn, values)), None)

    def _for(self, dialect: sa.Dialect) -> _Compiled:
        found = self._compiled.get(dialect.driver)
        if found is None:
            found = self._compiled[dialect.driver] = _Compiled(self.query, dialect)
        return found


def said(conn: sa.Connection, statement: str, values: Sequence[Any] = ()) -> Sequence[Row]:
    """What a statement finds that is SQLite's own, as the driver gives it."""
    try:
        return raw(conn).execute(statement, values).fetchall()
    except conn.dialect.loaded_dbapi.Error:
        return conn.exec_driver_sql(statement, tuple(values)).all()


def _rounded(texts: Sequence[str]) -> Sequence[str]:
    """The last one repeated up to the next power of two: few lengths, and few statements to keep."""
    wanted = 1 << (len(texts) - 1).bit_length() if texts else 0
    return texts if wanted == len(texts) else [*texts, *[texts[-1]] * (wanted - len(texts))]
