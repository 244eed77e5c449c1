"""What a column's values are in JSON, so that a table's records are checked while they are read."""

from typing import Annotated, Any

import msgspec
import sqlalchemy as sa

NUL = b"\\u0000"
"""As JSON has to write it: no column of text carries it."""

_INTEGER = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_SMALL_INTEGER = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]
_TYPES: tuple[tuple[type, Any], ...] = (
    (sa.Boolean, bool),
    (sa.BigInteger, _INTEGER),
    (sa.Integer, _SMALL_INTEGER),
    (sa.Float, float),
    (sa.String, str),
)


def type_in_json(column: sa.Column[Any], document: Any) -> Any:
    """The type of what is not null, `document` where the column holds JSON itself. None: not known."""
    if isinstance(column.type, sa.JSON):
        return document
    return next((kind for sort, kind in _TYPES if isinstance(column.type, sort)), None)
