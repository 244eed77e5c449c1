"""CSV as it comes: any delimiter, UTF-8 or what Italian Excel writes, also both in one file."""

import codecs
import csv
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from clienteling.hub.importing.values import SourceRow, Unfit, Unreadable
from clienteling.marking import msgid

DELIMITERS = ";,\t|"
LONGEST_LINE = 1 << 20
MOST_LINES = 200
"""Of one row: beyond that a quotation mark was opened and never closed."""
LOOKED_AT = 1 << 16
SHOWN = 1_000
"""Signs of a line that is too long."""
WESTERN = "cp1252"
"""What Windows programs write in western Europe when they do not write UTF-8."""
_SEPARATOR = "sep="
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class TextFile:
    path: Path
    encoding: str
    delimiter: str

    def rows(self) -> Iterator[SourceRow]:
        with _opened(self.path, self.encoding) as file:
            lines = _Lines(file)
            number = 0
            while True:
                row = self._next(lines, number + 1)
                if row is None:
                    return
                number = row.number
                yield row

    def lines(self) -> int:
        with self.path.open("rb") as file:
            return sum(len(piece.splitlines()) for piece in iter(lambda: file.read(LONGEST_LINE), b""))

    def _next(self, lines: "_Lines", number: int) -> SourceRow | None:
        lines.begin_row()
        try:
            cells = next(csv.reader(lines, delimiter=self.delimiter, strict=True), None)
        except _TooLong as long:
            return SourceRow(number, tuple(long.begin.split(self.delimiter)), Unfit(_TOO_LONG))
        except (csv.Error, _NeverEnds):
            first = lines.only_first()
            return SourceRow(number, tuple(first.rstrip("\r\n").split(self.delimiter)), Unfit(_BAD_QUOTES))
        if cells is None:
            return None
        try:
            return SourceRow(number, tuple(map(_mended, cells)))
        except UnicodeDecodeError:
            broken = tuple(cell.encode("utf-8", "surrogateescape").decode("latin-1") for cell in cells)
            return SourceRow(number, broken, Unfit(_BAD_LETTERS))


_BAD_QUOTES = msgid('The quotation marks do not match. Check the " signs of this row.')
_TOO_LONG = msgid("This row is longer than 1 MB. Check whether the file is damaged.")
_BAD_LETTERS = msgid("Some letters cannot be read. Save the file again as “CSV UTF-8”.")


def open_text(path: Path, encoding: str = "") -> TextFile:
    """Finds out what nobody said. Raises Unreadable, and LookupError for a made-up encoding."""
    with path.open("rb") as file:
        begin = file.read(LOOKED_AT)
    chosen = encoding or _encoding(begin)
    with _opened(path, chosen) as text:
        first = text.readline(LONGEST_LINE)
        if first.strip().lower().startswith(_SEPARATOR):
            return TextFile(path, chosen, first.strip()[len(_SEPARATOR) :] or ";")
        return TextFile(path, chosen, _delimiter(first + text.read(LOOKED_AT)))


def _opened(path: Path, encoding: str) -> TextIO:
    """Bytes that are no UTF-8 are kept, and read as Windows writes them, cell by cell."""
    lasting = encoding == "utf-8"
    codec = "utf-8-sig" if lasting else encoding
    return path.open(encoding=codec, errors="surrogateescape" if lasting else "replace", newline="")


def _encoding(begin: bytes) -> str:
    if begin.startswith(_UTF_16):
        return "utf-16"
    if b"\0" not in begin:
        return "utf-8"
    if begin[1::2].count(0) > len(begin) // 4:
        return "utf-16-le"
    raise Unreadable(msgid("This is neither a text file nor an Excel workbook. Save it as .xlsx or CSV."))


def _mended(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode(WESTERN)
    return cell


def _delimiter(begin: str) -> str:
    """The sign by which most rows have the same number of cells, the most cells where two do equally."""
    lines = begin.splitlines(keepends=True)[:50]
    return max(DELIMITERS, key=lambda sign: _regularity(lines, sign))


def _regularity(lines: list[str], sign: str) -> tuple[int, int]:
    csv.field_size_limit(LONGEST_LINE)
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if any(row))
    except csv.Error:
        return (0, 0)
    split = [(times, width) for width, times in widths.items() if width > 1]
    return max(split, default=(0, 0))


class _NeverEnds(Exception):
    pass


class _TooLong(Exception):
    def __init__(self, begin: str) -> None:
        super().__init__()
        self.begin = begin


class _Lines:
    """The file's lines. Those of a row that never ends can be given back, but for the first."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self._row: list[str] = []
        self._untouched = True

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._row) >= MOST_LINES:
            raise _NeverEnds
        line = self._back.popleft() if self._back else self._file.readline(LONGEST_LINE)
        if self._untouched and line.strip().lower().startswith(_SEPARATOR):
            line = self._file.readline(LONGEST_LINE)
        self._untouched = False
        if not line:
            raise StopIteration
        if len(line) >= LONGEST_LINE and not line.endswith(("\n", "\r")):
            line = self._left_out(line)
            if not self._row:
                raise _TooLong(line)
        self._row.append(line)
        return line

    def _left_out(self, line: str) -> str:
        """How a line begins that is too long; the rest of it is passed over."""
        rest = line
        while rest and not rest.endswith(("\n", "\r")):
            rest = self._file.readline(LONGEST_LINE)
        return line[:SHOWN] + "\n"

    def begin_row(self) -> None:
        self._row = []

    def only_first(self) -> str:
        self._back.extendleft(reversed(self._row[1:]))
        return self._row[0]
