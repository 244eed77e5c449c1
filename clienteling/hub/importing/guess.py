"""What a file is about and what its columns are, from its headings; a person confirms it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from clienteling.hub.importing.cells import plain
from clienteling.hub.importing.fields import FILE_NAMES, NEEDED, SIGNS, meanings
from clienteling.hub.importing.opening import Opened, as_heading
from clienteling.hub.importing.text_file import TextFile
from clienteling.hub.importing.values import Dates, Kind

MONEY = frozenset({"price", "total"})
DAYS = frozenset({"at", "birthday", "since", "consent_on", "counted_at"})
FEWEST = 2
"""Of one known heading nobody can tell what the rest is."""
OF_PEOPLE = (Kind.STAFF, Kind.CUSTOMERS, Kind.ORDERS)
"""Things have no family names."""
SEVERAL = frozenset({"phone", "email"})
"""Fields for which a second column stands in where the first one is empty."""
_SHOPIFY_LINE, _SHOPIFY_ORDER = "lineitem name", "name"
_MONTHS = 12
_PARTS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


def columns(kind: Kind, headings: Sequence[str]) -> dict[str, str]:
    """Heading → field, of those that are known; in the order in which their cells are asked."""
    known = meanings(kind)
    found: dict[str, str] = {}
    plains = {heading: as_heading(heading) for heading in headings}
    if kind is Kind.ORDERS and _SHOPIFY_LINE in plains.values():
        found |= {heading: "order_number" for heading, words in plains.items() if words == _SHOPIFY_ORDER}
    for heading, words in plains.items():
        if heading in found:
            continue
        free = [name for name in known.get(words, ()) if name not in found.values() or name in SEVERAL]
        if free:
            found[heading] = free[0]
    return found


def kind(path: Path, headings: Sequence[str]) -> Kind | None:
    """The likeliest of those to which nothing is lacking; None where there is none."""
    people = "family_name" in columns(Kind.CUSTOMERS, headings).values()
    may_be = OF_PEOPLE if people else Kind
    found = {one: set(columns(one, headings).values()) for one in may_be}
    complete = [one for one, fields in found.items() if len(fields) >= FEWEST and not lacking(one, fields)]
    return max(complete, key=lambda one: _score(one, path, headings), default=None)


def lacking(of: Kind, fields: Iterable[str]) -> list[frozenset[str]]:
    """Sets of fields of which the file has none."""
    there = set(fields)
    return [needed for needed in NEEDED[of] if not needed & there]


def _score(of: Kind, path: Path, headings: Sequence[str]) -> int:
    found = set(columns(of, headings).values())
    called = plain(path.stem)
    named = any(word in called for word in FILE_NAMES[of])
    return len(found) + 2 * len(found & SIGNS[of]) + (4 if named else 0)


def decimal(opened: Opened, of: Mapping[str, str]) -> str:
    """The sign before the cents: what the prices show, or what goes with the delimiter."""
    if not isinstance(opened.source, TextFile):
        return "."
    for text in _cells(opened, of, MONEY):
        cents = re.search(r"([.,])\d{1,2}\D*$", text)
        if cents:
            return cents[1]
    return "." if opened.source.delimiter == "," else ","


def dates(opened: Opened, of: Mapping[str, str]) -> Dates:
    for text in _cells(opened, of, DAYS):
        parts = _PARTS.match(text.strip())
        if parts and int(parts[1]) > _MONTHS:
            return Dates.DAY_FIRST
        if parts and int(parts[2]) > _MONTHS:
            return Dates.MONTH_FIRST
    return Dates.DAY_FIRST


def _cells(opened: Opened, of: Mapping[str, str], fields: frozenset[str]) -> Iterable[str]:
    places = [place for place, heading in enumerate(opened.headings) if of.get(heading) in fields]
    for row in opened.sample:
        yield from (row.cells[place] for place in places if place < len(row.cells))
