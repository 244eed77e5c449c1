"""The rows of a file as entries: cells by field; the rows of one order together."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from clienteling.hub.importing.mapping import Reading
from clienteling.hub.importing.opening import Opened
from clienteling.hub.importing.values import Entry, Kind, SourceRow, Unfit
from clienteling.marking import msgid

MOST_LINES = 1_000
"""Of one order."""
_TOO_WIDE = msgid(
    "This row has more cells than there are headings. Put cells that hold the delimiter in quotes."
)


def entries(opened: Opened, reading: Reading) -> Iterator[Entry | tuple[SourceRow, Unfit]]:
    """Each thing that the file tells of, or a row that cannot be read with the reason."""
    lines = _lines(opened, reading)
    if reading.kind is not Kind.ORDERS:
        for row, said in lines:
            yield (row, said) if isinstance(said, Unfit) else Entry((row,), (said,))
        return
    yield from _orders(lines)


Line = tuple[SourceRow, dict[str, str] | Unfit]


def _lines(opened: Opened, reading: Reading) -> Iterator[Line]:
    places = [(opened.headings.index(heading), name) for heading, name in reading.read.items()]
    width = len(opened.headings)
    for row in opened.rows():
        if row.problem:
            yield row, row.problem
        elif any(cell.strip() for cell in row.cells[width:]):
            yield row, Unfit(_TOO_WIDE)
        else:
            said: dict[str, str] = {}
            for place, name in places:
                if place < len(row.cells) and name not in said and (cell := row.cells[place].strip()):
                    said[name] = cell
            yield row, said


def _orders(lines: Iterable[Line]) -> Iterator[Entry | tuple[SourceRow, Unfit]]:
    """Rows of one number that follow each other; what only the first of them says holds for all."""
    number = ""
    counted = 0

    def key(line: Line) -> tuple[str, int]:
        nonlocal number, counted
        _, said = line
        own = "" if isinstance(said, Unfit) else said.get("order_number", "")
        counted += 1
        if isinstance(said, Unfit) or not (own or number):
            number = ""
            return "", counted
        if own and own != number:
            number, counted = own, 0
        return number, counted // MOST_LINES if number else counted

    for (name, _), group in groupby(lines, key):
        members = list(group)
        if name:
            said = [line for _, line in members if not isinstance(line, Unfit)]
            yield Entry(tuple(row for row, _ in members), ({**said[0]}, *said[1:]))
            continue
        for row, line in members:
            yield (row, line) if isinstance(line, Unfit) else Entry((row,), (line,))
