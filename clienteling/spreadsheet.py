"""A table that a spreadsheet opens as it is meant, in Italy too.

Semicolons between, a comma before the decimals in Italian, a byte order mark in front.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from clienteling.wording import Wording

BYTE_ORDER_MARK = "\ufeff"
Cell = str | int
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What OWASP lists under CSV injection (CWE-1236): the full-width signs are read as the others in Asia."""
_AMOUNT = re.compile(r"-\d+([.,]\d+)?")


def csv_of(rows: Iterable[Sequence[Cell]]) -> str:
    """With the ends of lines that the format asks for, and no cell that would be reckoned with."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [safe(cell) for cell in row] for row in rows
    )
    return BYTE_ORDER_MARK + out.getvalue()


def safe(cell: Cell) -> Cell:
    """What a spreadsheet would take for a formula begins with an apostrophe; `-3,50` is an amount."""
    risky = isinstance(cell, str) and cell.startswith(_FORMULA) and not _AMOUNT.fullmatch(cell)
    return f"'{cell}" if risky else cell


def decimal(value: float, wording: Wording) -> str:
    """With two places, bare: as a spreadsheet counts with it."""
    return f"{value:.2f}".replace(".", "," if wording.language == "it" else ".")
