"""What is replicated: a table, its merge rule, who may write it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from sync.own_group import is_own, own_group


class Rule(StrEnum):
    """How two writes to one record become one state."""

    FACT = "fact"
    """Append-only; inserted if absent by id."""
    FIELDS = "fields"
    """Last writer wins per field by hybrid logical clock."""
    REFERENCE = "reference"
    """The hub writes, devices read."""
    SET = "set"
    """Elements that come and go; one added again while somebody else removed it stays."""
    REQUEST = "request"
    """A device asks, the hub decides; until then the device may take it back."""


Bound = Callable[[sa.Connection, Iterable[str]], Mapping[str, frozenset[str]]]
"""Groups → group → all those that are bound together with it, itself among them; others may be left out."""
Instants = Callable[[sa.Table], frozenset[str]]
"""The columns of a table (milliseconds since 1970 UTC) that a device may fill by its clock."""
CANCELLED = "cancelled"
"""What a device answers its own request with (rule REQUEST) to take it back."""


@dataclass(frozen=True, slots=True)
class Collection:
    """One replicated table.

    The table has a text primary key `id` (UUIDv7 unless the record has a natural key) and columns that
    JSON carries as they are: text, integer, float, boolean, JSON. Instants are integer milliseconds since
    1970 UTC, money is integer cents, dates are ISO 8601 text.
    """

    table: sa.Table
    rule: Rule
    watched: frozenset[str] = frozenset()
    """Fields (rule FIELDS) whose concurrent values are both kept for a person to decide."""
    blob: str | None = None
    """A column that holds the SHA-256 (hex) of a file which devices fetch and keep."""
    answer: str = ""
    """The column (rule REQUEST) that is empty until the hub has decided; CANCELLED when taken back."""
    answers: frozenset[str] = frozenset()
    """Further columns (rule REQUEST) that only the hub writes: when, why."""
    group: str = ""
    """The column that names the group (a person) to which a record belongs; "id" where the record is the
    group itself. Empty: its records are shared by all devices, as are those that name no group."""
    quiet: bool = False
    """Written by the program on its own account: no ledger of what people recorded shows it."""
    reader: str = ""
    """A column (rule REFERENCE) that names the one device which is told the record. It may be emptied: then
    the record goes over to its group, or to everybody. It never names another."""
    about: str = ""
    """A column (rule REFERENCE) that names the group which a record speaks of though all devices share it:
    it is erased with that group."""

    @property
    def name(self) -> str:
        return str(self.table.name)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(str(c.name) for c in self.table.columns)

    def group_of(self, record_id: str, fields: Mapping[str, Any]) -> str:
        """The group of a record with these fields, empty where it is shared by all devices."""
        device_id = fields.get(self.reader) if self.reader else ""
        return own_group(str(device_id)) if device_id else _named(self.group, record_id, fields)

    def erased_with(self, record_id: str, fields: Mapping[str, Any]) -> str:
        """The group that takes a record with these fields along when it is erased, empty where none does."""
        return _named(self.group or self.about, record_id, fields)

    @property
    def reserved(self) -> frozenset[str]:
        """Columns that a device leaves to the hub when it makes a record."""
        return self.answers | {self.answer} if self.answer else self.answers

    @property
    def written_by_devices(self) -> bool:
        return self.rule is not Rule.REFERENCE


def _alone(_connection: sa.Connection, _groups: Iterable[str]) -> Mapping[str, frozenset[str]]:
    return {}


def _no_instants(_table: sa.Table) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Registry:
    """The collections of one application, parents before children."""

    collections: tuple[Collection, ...]
    bound: Bound = _alone
    """Groups that the application has found to be one: held by the same scopes, and erased together."""
    instants: Instants = _no_instants
    """Put right in what waits, when the hub says that the device's clock was wrong."""
    by_name: Mapping[str, Collection] = field(init=False)
    with_files: tuple[str, ...] = field(init=False)
    """The names of the collections that name files."""

    def __post_init__(self) -> None:
        names = MappingProxyType({c.name: c for c in self.collections})
        object.__setattr__(self, "by_name", names)
        object.__setattr__(self, "with_files", tuple(c.name for c in self.collections if c.blob))

    def whole(self, connection: sa.Connection, groups: Iterable[str]) -> set[str]:
        """These groups, with all that are bound to them."""
        wanted = set(groups)
        return wanted.union(*self.bound(connection, wanted).values())

    def __iter__(self) -> Iterator[Collection]:
        return iter(self.collections)

    def __getitem__(self, name: str) -> Collection:
        return self.by_name[name]

    @property
    def grouped(self) -> tuple[Collection, ...]:
        """The collections whose records may belong to a group."""
        return tuple(c for c in self.collections if c.group)

    @property
    def quiet(self) -> frozenset[str]:
        """The names of the collections that no ledger shows."""
        return frozenset(c.name for c in self.collections if c.quiet)

    @property
    def erasable(self) -> tuple[Collection, ...]:
        """The collections whose records may be erased with a group."""
        return tuple(c for c in self.collections if c.group or c.about)

    def erased_with(self, name: str, record_id: str, fields: Mapping[str, Any]) -> str:
        """The group that a record is erased with; empty without one, or where its collection is not known."""
        collection = self.by_name.get(name)
        return collection.erased_with(record_id, fields) if collection is not None else ""

    def group_of(self, name: str, record_id: str, fields: Mapping[str, Any]) -> str:
        """The group of a record; empty where it is shared, or its collection is not known here."""
        collection = self.by_name.get(name)
        return collection.group_of(record_id, fields) if collection is not None else ""

    def get(self, name: str) -> Collection | None:
        """The collection of that name, None where this version does not know it."""
        return self.by_name.get(name)


def _named(column: str, record_id: str, fields: Mapping[str, Any]) -> str:
    value = record_id if column == "id" else fields.get(column)
    return value if column and isinstance(value, str) and not is_own(value) else ""
