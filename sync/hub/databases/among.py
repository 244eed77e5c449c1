"""Whether a column holds one of many texts: bound as one value, however many they are."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def among(kind: str, column: sa.ColumnElement[str], name: str) -> Any:
    """A condition with the parameter `name`, in a database of that kind.

    A list of single values would be made anew, and read anew, for each number of them.
    """
    if kind == "postgresql":
        return column == sa.any_(sa.bindparam(name, type_=postgresql.ARRAY(sa.Text)))
    listed = sa.func.json_each(sa.bindparam(name, type_=sa.Text)).table_valued("value")
    return column.in_(sa.select(listed.c.value))


def bound(connection: sa.Connection, texts: Sequence[str]) -> object:
    """What the parameter is to hold."""
    if connection.dialect.name == "postgresql":
        return list(texts)
    return msgspec.json.encode(texts).decode()
