"""Excel workbooks (.xlsx), read row by row; a cell becomes the text that a person would write for it."""

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from clienteling.hub.importing.values import SourceRow, Unreadable
from clienteling.marking import msgid

if TYPE_CHECKING:
    from openpyxl import Workbook

SHARED_STRINGS = "xl/sharedStrings.xml"
MOST_SHARED = 256 << 20
MOST_UNPACKED = 4 << 30
"""Bytes. A workbook is packed; a hostile one unpacks to more than the machine has."""
EXACT = 10**15
"""Beyond it a spreadsheet rounds whole numbers."""
_BROKEN = (zipfile.BadZipFile, ParseError, KeyError, ValueError, EOFError)


@dataclass(frozen=True, slots=True)
class Sheet:
    path: Path
    name: str

    def rows(self) -> Iterator[SourceRow]:
        book = _book(self.path)
        try:
            sheet = book[self.name]
            sheet.reset_dimensions()  # what a file says of its own size may be wrong
            for number, row in enumerate(sheet.iter_rows(), 1):
                yield SourceRow(number, tuple(map(_text, row)))
        except _BROKEN as error:
            raise Unreadable(BROKEN) from error
        finally:
            book.close()


BROKEN = msgid("This workbook is damaged. Open it in Excel, save it again and import that.")


def visible_sheets(path: Path) -> list[str]:
    """Names, in their order. Raises Unreadable."""
    book = _book(path)
    try:
        return [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    finally:
        book.close()


def _book(path: Path) -> "Workbook":
    from openpyxl import load_workbook

    # it warns of what it leaves aside, such as drop-down lists
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    try:
        _check_size(path)
        return load_workbook(path, read_only=True, data_only=True)
    except _BROKEN as error:
        raise Unreadable(BROKEN) from error


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        sizes = {info.filename: info.file_size for info in packed.infolist()}
    if sum(sizes.values()) > MOST_UNPACKED or sizes.get(SHARED_STRINGS, 0) > MOST_SHARED:
        raise Unreadable(msgid("This workbook is too large. Save the sheet as CSV and import that."))


def _text(cell: Any) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value, cell.number_format or "")
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _number(value: float, pattern: str) -> str:
    """Zeros that the cell shows before a number belong to it: 00123 is not 123."""
    if not abs(value) < EXACT:
        return f"{value:.14E}"
    if value != int(value):
        return repr(value)
    digits = str(int(value))
    return digits.zfill(len(pattern)) if pattern and not pattern.strip("0") else digits
