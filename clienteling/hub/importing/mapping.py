"""Which column is what: guessed, confirmed, and kept in a file so that next week asks nothing."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clienteling.hub.importing import guess
from clienteling.hub.importing.fields import FIELDS
from clienteling.hub.importing.opening import Opened
from clienteling.hub.importing.values import Dates, Kind, Unreadable
from clienteling.marking import msgid
from sync.private_file import write_private

_HEAD = """\
# How `clienteling hub import` reads the columns of these files: "heading" = "field", "" for not at all.
# Fields of each kind:
"""
DECIMALS = (",", ".")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of file is read."""

    kind: Kind
    columns: Mapping[str, str]
    """Heading → field, "" where it is not read."""
    decimal: str = ","
    dates: Dates = Dates.DAY_FIRST
    checked_emails: bool = False
    """The e-mail addresses are logins of the online shop: somebody has answered from there."""

    @property
    def read(self) -> dict[str, str]:
        return {heading: name for heading, name in self.columns.items() if name}


def guessed(opened: Opened, kind: Kind) -> Reading:
    found = guess.columns(kind, opened.headings)
    return Reading(
        kind=kind,
        columns={heading: found.get(heading, "") for heading in opened.headings},
        decimal=guess.decimal(opened, found),
        dates=guess.dates(opened, found),
    )


@dataclass(frozen=True, slots=True)
class MappingFile:
    path: Path
    readings: Mapping[Kind, Reading] = field(default_factory=dict)

    @property
    def headings(self) -> frozenset[str]:
        return frozenset(heading for reading in self.readings.values() for heading in reading.columns)

    def fitting(self, headings: Sequence[str], kind: Kind | None) -> Reading | None:
        """What was kept for a file with these headings; of that kind, or of the kind that fits best."""
        wanted = [kind] if kind else list(Kind)
        kept = [self.readings[one] for one in wanted if one in self.readings]
        there = set(headings)
        fitting = [reading for reading in kept if kind or reading.read.keys() <= there]
        return max(fitting, key=lambda reading: len(reading.columns.keys() & there), default=None)

    def keep(self, reading: Reading) -> "MappingFile":
        kept = MappingFile(self.path, {**self.readings, reading.kind: reading})
        write_private(self.path, "\n".join(_lines(kept)).encode())
        return kept


def read_mapping(path: Path) -> MappingFile:
    """Nothing is kept yet where there is no such file. Raises Unreadable, saying what to correct."""
    if not path.exists():
        return MappingFile(path)
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(msgid("The mapping file is not valid TOML: {error}."), error=error) from error
    return MappingFile(path, {_kind(name): _reading(_kind(name), part) for name, part in document.items()})


def _kind(name: str) -> Kind:
    if name not in set(Kind):
        raise Unreadable(
            msgid("The mapping file has a section [{name}]. It may be one of: {names}."),
            name=name,
            names=", ".join(Kind),
        )
    return Kind(name)


def _reading(kind: Kind, part: Any) -> Reading:
    part = part if isinstance(part, dict) else {}
    known = {one.name for one in FIELDS[kind]} | {""}
    columns = part.get("columns", {})
    for heading, name in columns.items():
        if name not in known:
            raise _wrong(kind, heading, name, sorted(known - {""}))
    decimal, dates = part.get("decimal", ","), part.get("dates", Dates.DAY_FIRST)
    if decimal not in DECIMALS:
        raise _wrong(kind, "decimal", decimal, DECIMALS)
    if dates not in set(Dates):
        raise _wrong(kind, "dates", dates, list(Dates))
    return Reading(kind, columns, decimal, Dates(dates), part.get("checked_emails", False) is True)


def _wrong(kind: Kind, key: str, value: object, may_be: Sequence[str]) -> Unreadable:
    return Unreadable(
        msgid("In [{kind}] of the mapping file, “{key}” is “{value}”. It may be: {names}."),
        kind=kind.value,
        key=key,
        value=value,
        names="  ".join(may_be),
    )


def _lines(kept: MappingFile) -> Iterator[str]:
    yield _HEAD.rstrip()
    for kind in kept.readings:
        yield f"#   {kind}: {', '.join(one.name for one in FIELDS[kind])}"
    for kind, reading in kept.readings.items():
        yield f"\n[{kind}]"
        yield f"decimal = {_quoted(reading.decimal)}"
        yield f"dates = {_quoted(reading.dates)}"
        if kind is Kind.CUSTOMERS:
            yield f"checked_emails = {str(reading.checked_emails).lower()}"
        yield f"\n[{kind}.columns]"
        yield from (f"{_quoted(heading)} = {_quoted(name)}" for heading, name in reading.columns.items())
    yield ""


def _quoted(text: str) -> str:
    """A basic string of TOML is one of JSON, but for the sign DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
