"""Statements that store one row after another: compiled once, then said in the driver's own words.

To build such a statement anew, to look up how it was compiled and to bind its values takes SQLAlchemy many
times what SQLite takes to store the row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from sync import columns

Values = tuple[Any, ...]
_Process = Callable[[Any], Any]
_AS_THEY_COME = (sa.LargeBinary, sa.Boolean, sa.Float)
"""The driver stores these as SQLAlchemy would have it."""
_KEY = "key_of_row"


@dataclass(frozen=True, slots=True)
class RowStatement:
    """For rows with the same columns, each as the driver takes it."""

    text: str
    order: tuple[str, ...]
    """The columns, as the statement names them; of an update the row's id comes behind them."""
    processes: tuple[tuple[int, _Process], ...]
    """For the columns that are not stored as they come."""

    def values(self, row: Mapping[str, Any], *behind: Any) -> Values:
        return self.processed((*[row[name] for name in self.order], *behind))

    def processed(self, values: Values) -> Values:
        """The same for values in the statement's order."""
        if not self.processes:
            return values
        ready = list(values)
        for at, process in self.processes:
            ready[at] = process(ready[at])
        return tuple(ready)


@lru_cache(maxsize=512)
def inserting(dialect: sa.Dialect, table: sa.Table, names: tuple[str, ...]) -> RowStatement | None:
    """None where it takes SQLAlchemy: a column is filled by this program, or values travel by name."""
    given = any(column.default is not None and column.name not in names for column in table.columns)
    if given or not dialect.positional:
        return None
    return _compiled(dialect, table, table.insert().values(_bound(names)))


@lru_cache(maxsize=512)
def updating(dialect: sa.Dialect, table: sa.Table, names: tuple[str, ...]) -> RowStatement | None:
    """The same for a row that is there, found by its id."""
    given = any(column.onupdate is not None and column.name not in names for column in table.columns)
    if given or not dialect.positional:
        return None
    here = table.c[columns.ID] == sa.bindparam(_KEY)
    return _compiled(dialect, table, table.update().where(here).values(_bound(names)))


def _bound(names: Sequence[str]) -> dict[str, sa.BindParameter[Any]]:
    return {name: sa.bindparam(name) for name in names}


def _compiled(dialect: sa.Dialect, table: sa.Table, statement: sa.Insert | sa.Update) -> RowStatement:
    compiled = statement.compile(dialect=dialect)
    order = tuple(name for name in compiled.positiontup or () if name != _KEY)
    kinds = [table.c[name].type for name in order]
    processes = [
        (at, kind.dialect_impl(dialect).bind_processor(dialect))
        for at, kind in enumerate(kinds)
        if not isinstance(kind, _AS_THEY_COME)
    ]
    return RowStatement(str(compiled), order, tuple((at, do) for at, do in processes if do is not None))
