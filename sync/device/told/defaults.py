"""What a column holds when a record does not name it, so that a pulled row is always whole."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from sync import columns
from sync.dialect import loaded


@lru_cache(maxsize=128)
def defaults(table: sa.Table) -> Mapping[str, Any]:
    """Column → value, for all but those that every record must name."""
    compiler = sqlite.dialect().ddl_compiler(sqlite.dialect(), None)
    texts = {c.name: compiler.get_column_default_string(c) for c in table.columns if c.name != columns.ID}
    given = {name: _value(table.c[name], text) for name, text in texts.items() if text is not None}
    nullable = {c.name: None for c in table.columns if c.nullable and c.name not in given}
    return MappingProxyType(nullable | given)


def _value(column: sa.Column[Any], text: str) -> Any:
    """Of a constant: one that is another each time would not be the same on two devices."""
    (value,) = loaded().connect(":memory:").execute(f"SELECT {text}").fetchone()
    if isinstance(column.type, sa.JSON):
        return msgspec.json.decode(value)
    return bool(value) if isinstance(column.type, sa.Boolean) else value
