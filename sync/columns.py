"""Whether a value is one that its column carries. Checked before the database sees it, alike on both ends."""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from sync.collection import Collection

ID = "id"
LONGEST_ID = 200
DEEPEST = 50
"""Levels of lists and objects within one value."""
_NUL = "\0"
"""No database but SQLite carries it in a text."""
_INTEGERS = range(-(2**63), 2**63)
_SMALL_INTEGERS = range(-(2**31), 2**31)
"""Of a column that is no BigInteger: all that PostgreSQL takes."""


_CLOSER = (str, int, float)
"""Types of which a column does not carry every value."""


def refusal(collection: Collection, fields: Mapping[str, Any], *, whole: bool) -> str | None:
    """Why these fields cannot be stored, None when they can. A `whole` record has all that it must have."""
    if ID in fields:
        return "id is not a field"
    kinds = _kinds(collection.table)
    for name, value in fields.items():
        kind = type(value)
        plain = name not in kinds or (kind in kinds[name] and (kind not in _CLOSER or _is_plain(value)))
        if not plain and not _carries(collection.table.columns[name], value):
            return f"{name}: not a value of its column"
        if (kind is list or kind is dict) and _is_deep(value):
            return f"{name}: nested too deeply"
    missing = sorted(required(collection.table) - fields.keys()) if whole else []
    return f"missing: {', '.join(missing)}" if missing else None


def known(collection: Collection, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that this version has columns for, which carry them."""
    kinds, columns = _kinds(collection.table), collection.table.columns
    return {
        name: value
        for name, value in fields.items()
        if name in kinds
        and ((type(value) in kinds[name] and _is_plain(value)) or _carries(columns[name], value))
    }


def all_known(collection: Collection, fields: Mapping[str, Any]) -> bool:
    """Whether this version has columns for all of them."""
    return fields.keys() <= _kinds(collection.table).keys()


def unknown(collection: Collection, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The others."""
    here = known(collection, fields)
    if len(here) == len(fields):
        return {}
    return {name: value for name, value in fields.items() if name not in here}


def usable_id(record_id: object) -> bool:
    if not isinstance(record_id, str) or _NUL in record_id:
        return False
    return 0 < len(record_id) <= LONGEST_ID and _encodes(record_id)


@lru_cache(maxsize=128)
def required(table: sa.Table) -> frozenset[str]:
    """The columns that every record must name."""
    return frozenset(
        c.name
        for c in table.columns
        if not c.nullable and c.server_default is None and c.default is None and not c.primary_key
    )


@lru_cache(maxsize=128)
def _kinds(table: sa.Table) -> dict[str, frozenset[type]]:
    """The plain types that a column takes without a closer look."""
    plain = {
        sa.JSON: {list, dict},
        sa.Boolean: {bool},
        sa.BigInteger: {int},
        sa.Float: {float},
        sa.String: {str},
    }
    return {
        str(column.name): frozenset(
            t for kind, types in plain.items() if isinstance(column.type, kind) for t in types
        )
        for column in table.columns
    }


def _is_plain(value: object) -> bool:
    """Of the type of its column: whether nothing more is to be looked at."""
    if type(value) is str:
        return value.isascii() and _NUL not in value
    if type(value) is float:
        return math.isfinite(value)
    return type(value) is not int or value in _INTEGERS


def _carries(column: sa.Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(value, bool):
        return isinstance(kind, sa.Boolean | sa.JSON)
    if isinstance(value, int):
        small = isinstance(kind, sa.Integer) and not isinstance(kind, sa.BigInteger)
        range_ = _SMALL_INTEGERS if small else _INTEGERS
        return isinstance(kind, sa.Integer | sa.Float | sa.JSON) and value in range_
    if isinstance(value, float):
        return isinstance(kind, sa.Float | sa.JSON) and math.isfinite(value)
    if isinstance(value, str):
        return _encodes(value) and (isinstance(kind, sa.JSON) or _is_text(kind, value))
    return isinstance(kind, sa.JSON)


def _is_text(kind: sa.types.TypeEngine[Any], value: str) -> bool:
    return isinstance(kind, sa.String) and _NUL not in value


def _is_deep(value: list[Any] | dict[str, Any], left: int = DEEPEST) -> bool:
    """Whoever reads it calls itself once for each level."""
    parts = value.values() if isinstance(value, dict) else value
    deeper = [part for part in parts if type(part) is list or type(part) is dict]
    return bool(deeper) and (not left or any(_is_deep(part, left - 1) for part in deeper))


def _encodes(text: str) -> bool:
    """UTF-8 without NUL, which PostgreSQL does not keep."""
    if "\0" in text:
        return False
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
