"""Pushed facts that say what their table asks for and nothing besides: from JSON straight to their rows.

A struct made for the table checks all values while they are read. Whatever it does not take, and every write
that is more than a new fact, goes the general way: what is refused here is no worse than slower.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from sync import columns
from sync.clock import is_stamp
from sync.collection import Collection, Registry, Rule
from sync.own_group import is_own
from sync.typed import NUL, type_in_json
from sync.wire import Count, Fields, PushedRecord

_PLAIN_ID = re.compile(r"[0-9A-Za-z_.:-]{1,200}")


class Came(msgspec.Struct, frozen=True, gc=False):
    """A `PushedRecord` whose fields are not read yet."""

    dseq: Count
    collection: str
    id: str
    stamp: str
    body: msgspec.Raw = msgspec.field(name="fields")
    seen: dict[str, dict[str, str]] | msgspec.UnsetType = msgspec.UNSET
    new: bool = False


class NewFact(msgspec.Struct, frozen=True, gc=False):
    """A fact with what its row is to hold. Whether it is new, and nobody was erased, is still to be seen."""

    dseq: int
    collection: str
    id: str
    stamp: str
    group: str
    fields: msgspec.Struct | msgspec.Raw
    """As they are told, or as the hub has written them already."""
    names: tuple[str, ...]
    """The columns of its row, `id` first."""
    values: tuple[Any, ...]
    new: bool

    def pushed(self) -> PushedRecord:
        """The same for the general way."""
        return PushedRecord(
            dseq=self.dseq,
            collection=self.collection,
            id=self.id,
            fields=msgspec.to_builtins(self.fields),
            stamp=self.stamp,
            new=self.new,
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the facts of one collection."""

    names: tuple[str, ...]
    group: int | None
    """Where in `names` stands the column that names a fact's group."""
    decoder: msgspec.json.Decoder[Any]

    def read(self, came: Came) -> NewFact | None:
        """None where it takes more to know what the write means."""
        body = bytes(came.body)
        if came.seen or not _PLAIN_ID.fullmatch(came.id) or not is_stamp(came.stamp):
            return None
        if b"\\" in body and NUL in body:
            return None
        if body.count(b"[") + body.count(b"{") > columns.DEEPEST:
            return None
        try:
            fields = self.decoder.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        names, values = self.names, (came.id, *msgspec.structs.astuple(fields))
        group = values[self.group] if self.group is not None else ""
        if msgspec.UNSET in values:
            given = [
                (name, value) for name, value in zip(names, values, strict=True) if value is not msgspec.UNSET
            ]
            names, values = tuple(name for name, _ in given), tuple(value for _, value in given)
        hers = group if isinstance(group, str) and not is_own(group) else ""
        return NewFact(came.dseq, came.collection, came.id, came.stamp, hers, fields, names, values, came.new)


Readers = Mapping[str, Reader]
NO_READERS: Readers = {}


def readers(registry: Registry) -> Readers:
    """By the names of the collections that have one."""
    found = {collection.name: _reader(collection) for collection in registry if collection.rule is Rule.FACT}
    return {name: reader for name, reader in found.items() if reader is not None}


def _reader(collection: Collection) -> Reader | None:
    """None where a column is of a type of its own, or is filled by this program."""
    table = collection.table
    filled = [column for column in table.columns if column.name != columns.ID]
    types = [type_in_json(column, list[Any] | Fields) for column in filled]
    names = (columns.ID, *(str(column.name) for column in filled))
    if None in types or any(column.default is not None for column in filled):
        return None
    if collection.group and collection.group not in names:
        return None
    required = columns.required(table)
    fields: list[Any] = []
    for at, (column, kind) in enumerate(zip(filled, types, strict=True)):
        known = kind | None if column.nullable else kind
        default = msgspec.field(name=str(column.name))
        optional = msgspec.field(name=str(column.name), default=msgspec.UNSET)
        must = column.name in required
        fields.append(
            (f"at{at}", known if must else known | msgspec.UnsetType, default if must else optional)
        )
    struct = msgspec.defstruct(
        collection.name, fields, kw_only=True, forbid_unknown_fields=True, frozen=True, gc=False
    )
    place = names.index(collection.group) if collection.group else None
    return Reader(names, place, msgspec.json.Decoder(struct))
