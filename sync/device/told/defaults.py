"""What a column holds when a record does not name it, so that a pulled row is always whole."""

from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from sync import columns


def defaults(connection: sa.Connection, table: sa.Table) -> dict[str, Any]:
    """Column → value, for all but those that every record must name."""
    texts = _texts(table)
    given = [sa.literal_column(text, table.c[name].type).label(name) for name, text in texts.items()]
    values = dict(connection.execute(sa.select(*given)).mappings().one()) if given else {}
    nullable = {c.name: None for c in table.columns if c.nullable and c.name not in texts}
    return nullable | values


@lru_cache(maxsize=128)
def _texts(table: sa.Table) -> dict[str, str]:
    compiler = sqlite.dialect().ddl_compiler(sqlite.dialect(), None)
    texts = {c.name: compiler.get_column_default_string(c) for c in table.columns if c.name != columns.ID}
    return {name: text for name, text in texts.items() if text is not None}
