"""The many records of a page that need no merging: straight from their JSON to rows that the driver takes.

A record that says what its table asks for, in the columns' own types, and nothing besides is read into a
struct made for that table. Any other is left to the general way.
"""

from collections.abc import Collection as Some
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from sync.collection import Collection
from sync.device.driver import Values
from sync.device.told import stored
from sync.device.told.defaults import defaults
from sync.typed import NUL, type_in_json
from sync.wire import ToldRecord

_NULL = b"null"
_AS_THEY_COME = (bool, float)
"""The driver stores these as SQLAlchemy would have it."""
_dialect = sqlite.dialect()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the records of one collection."""

    _decoder: msgspec.json.Decoder[Any]
    _texts: tuple[int, ...]
    """Where in a row stand the columns that hold JSON as text."""

    def row(self, record: ToldRecord) -> Values | None:
        """What the columns (`stored.names`) are to hold, None where it takes more to know that."""
        if NUL in bytes(record.body):
            return None
        try:
            row = (record.id, *msgspec.structs.astuple(self._decoder.decode(record.body)))
            return _with_texts(row, self._texts) if self._texts else row
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None


@dataclass(frozen=True, slots=True)
class Sorted:
    """The records of one collection in a page."""

    plain: list[ToldRecord]
    rows: list[Values]
    """Of the plain ones, in their order."""
    others: list[ToldRecord]


def sort(collection: Collection, records: Iterable[ToldRecord], written: Some[str]) -> Sorted:
    """`written`: ids with an unanswered write."""
    reader = _reader(collection)
    if reader is None:
        return Sorted([], [], list(records))
    found = Sorted([], [], [])
    for record in records:
        row = reader.row(record) if record.plain and record.id not in written else None
        if row is None:
            found.others.append(record)
        else:
            found.plain.append(record)
            found.rows.append(row)
    return found


@lru_cache(maxsize=128)
def _reader(collection: Collection) -> Reader | None:
    names = stored.names(collection.table)[1:]
    types = [_type(collection.table.c[name]) for name in names]
    if None in types:
        return None
    default = defaults(collection.table)
    fields = [
        (f"at{at}", kind, _field(name, kind, default if name not in collection.watched else {}))
        for at, (name, kind) in enumerate(zip(names, types, strict=True))
    ]
    struct = msgspec.defstruct(collection.name, fields, kw_only=True, forbid_unknown_fields=True)
    return Reader(
        _decoder=msgspec.json.Decoder(struct),
        _texts=tuple(at for at, kind in enumerate(types, start=1) if kind is msgspec.Raw),
    )


def _type(column: sa.Column[Any]) -> Any:
    """As the column's values are in JSON; None where a value is not stored as it comes."""
    found = type_in_json(column, msgspec.Raw)
    if found is None or found is msgspec.Raw:
        return found
    if found not in _AS_THEY_COME and column.type.dialect_impl(_dialect).bind_processor(_dialect) is not None:
        return None
    return found | None if column.nullable else found


def _field(name: str, kind: Any, default: Mapping[str, Any]) -> Any:
    """Watched fields have no default: on whether a record names one depends what its value rests on."""
    if name not in default:
        return msgspec.field(name=name)
    value = default[name]
    return msgspec.field(
        name=name, default=msgspec.Raw(msgspec.json.encode(value)) if kind is msgspec.Raw else value
    )


def _with_texts(row: Values, texts: tuple[int, ...]) -> Values | None:
    values = list(row)
    for at in texts:
        body = bytes(row[at])
        if body == _NULL:
            return None
        values[at] = body.decode()
    return tuple(values)
