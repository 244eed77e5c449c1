"""Whether a column holds one of many texts: bound as one value, however many they are."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def among(connection: sa.Connection, column: sa.ColumnElement[str], texts: Sequence[str]) -> Any:
    """A condition. A list of single values would be made anew, and read anew, for each number of them."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.literal(list(texts), postgresql.ARRAY(sa.Text)))
    listed = sa.func.json_each(msgspec.json.encode(texts).decode()).table_valued("value")
    return column.in_(sa.select(listed.c.value))
