"""A file of any make, opened: where its headings stand, and the rows below them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from clienteling.hub.importing import workbook
from clienteling.hub.importing.cells import plain
from clienteling.hub.importing.fields import all_headings
from clienteling.hub.importing.text_file import TextFile, open_text
from clienteling.hub.importing.values import SourceRow, Unreadable
from clienteling.hub.importing.workbook import Sheet
from clienteling.marking import msgid

SEARCHED = 30
"""Rows above which the headings must stand; titles, logos and empty rows may come first."""
SAMPLED = 500
LOOKED_AT = 200
"""Signs of a cell by which is guessed what its column is; the rest of a long note is not held for that."""
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^]]*\]")


@dataclass(frozen=True, slots=True)
class Opened:
    path: Path
    source: TextFile | Sheet
    headings: tuple[str, ...]
    heading_row: int
    sample: tuple[SourceRow, ...]
    """The first rows below the headings."""
    other_sheets: tuple[str, ...] = ()

    @property
    def rows_about(self) -> int | None:
        """About how many there are, for the progress; None where only reading them would tell."""
        return self.source.lines() if isinstance(self.source, TextFile) else None

    def rows(self) -> Iterator[SourceRow]:
        return (row for row in self.source.rows() if row.number > self.heading_row and not row.is_blank)


def open_file(path: Path, encoding: str = "", sheet: str = "", known: Iterable[str] = ()) -> Opened:
    """`known` are headings that a mapping file names. Raises Unreadable, OSError, LookupError (encoding)."""
    with path.open("rb") as file:
        begin = file.read(1024)
    if not begin.strip():
        raise Unreadable(msgid("This file is empty."))
    if begin.startswith(_OLE):
        raise Unreadable(
            msgid("This is an old or a locked Excel file. Save it as .xlsx without a password, or as CSV.")
        )
    if begin.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        raise Unreadable(
            msgid("This is a web page, not a table. Open it in Excel and save it as .xlsx or CSV.")
        )
    headings = all_headings() | {plain(heading) for heading in known}
    if begin.startswith(_ZIP):
        return _open_workbook(path, sheet, headings)
    return _below_headings(path, open_text(path, encoding), headings)


def as_heading(cell: str) -> str:
    """As it is compared: “Data di nascita (gg/mm/aaaa)” is “data di nascita”."""
    return plain(_PARENTHESES.sub(" ", cell))


def _open_workbook(path: Path, wanted: str, known: frozenset[str]) -> Opened:
    names = workbook.visible_sheets(path)
    if wanted and wanted not in names:
        raise Unreadable(
            msgid("There is no sheet “{sheet}”. The sheets are: {sheets}."),
            sheet=wanted,
            sheets=", ".join(names),
        )
    problem = Unreadable(msgid("This workbook has no sheet that can be seen."))
    for name in [wanted] if wanted else names:
        try:
            opened = _below_headings(path, Sheet(path, name), known)
        except Unreadable as error:
            problem = error
            continue
        others = tuple(other for other in names if other != name)
        return Opened(path, opened.source, opened.headings, opened.heading_row, opened.sample, others)
    raise problem


def _below_headings(path: Path, source: TextFile | Sheet, known: frozenset[str]) -> Opened:
    rows = source.rows()
    try:
        first = list(islice(rows, SEARCHED))
        place = _place(first, known)
        below = chain(first[place + 1 :], islice(rows, SAMPLED))
        sample = tuple(_begun(row) for row in below if not row.is_blank)
    finally:
        rows.close()
    return Opened(path, source, _headings(first, place), first[place].number, sample)


def _begun(row: SourceRow) -> SourceRow:
    return replace(row, cells=tuple(cell[:LOOKED_AT] for cell in row.cells))


def _place(first: Sequence[SourceRow], known: frozenset[str]) -> int:
    scores = [sum(as_heading(cell) in known for cell in _spanning(first, row)) for row in range(len(first))]
    best = max(scores, default=0)
    if best == 0:
        shown = next((row for row in first if not row.is_blank), SourceRow(0, ()))
        raise Unreadable(
            msgid(
                "No heading of this file is known. It begins: {cells}. Give its columns headings such as"
                " Nome, Cognome, Email, EAN, Prezzo; or name them in a mapping file."
            ),
            cells=" | ".join(cell.strip()[:30] for cell in shown.cells[:8] if cell.strip()) or "-",
        )
    return scores.index(best)


def _spanning(first: Sequence[SourceRow], place: int) -> list[str]:
    """Where a heading spans two rows, the upper one holds it."""
    cells = [" ".join(cell.split()) for cell in first[place].cells]
    above = first[place - 1].cells if place else ()
    for column, upper in enumerate(above[: len(cells)]):
        cells[column] = cells[column] or " ".join(upper.split())
    return cells


def _headings(first: Sequence[SourceRow], place: int) -> tuple[str, ...]:
    """Two columns never have one name."""
    cells = _spanning(first, place)
    while cells and not cells[-1]:
        cells.pop()
    named: list[str] = []
    for column, cell in enumerate(cells, 1):
        name = cell or f"({column})"
        again = sum(other == name or other.startswith(f"{name} [") for other in named)
        named.append(f"{name} [{again + 1}]" if again else name)
    return tuple(named)
