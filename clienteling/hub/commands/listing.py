"""A list on a terminal: a table where that is wide enough, otherwise one record below the other.

An id is typed where another command asks for it: it is never cut.
"""

from collections.abc import Collection, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Column, Table

Rows = Sequence[Sequence[str]]
_APART = 2
_ENDLESS = 10_000


def terminal(*, errors: bool = False) -> Console:
    """Prints words as they are: what a customer or an article is called may look like rich's own signs."""
    return Console(stderr=errors, markup=False, emoji=False)


def show(headings: Sequence[str], rows: Rows, whole: Collection[int] = (0,)) -> None:
    """`whole`: the places of the columns in which no line is broken: those of ids, above all."""
    console = terminal()
    columns = [Column(heading, no_wrap=place in whole) for place, heading in enumerate(headings)]
    table = Table(*columns)
    for row in rows:
        table.add_row(*row)
    if _least_width(table, console) <= console.width:
        console.print(table)
        return
    for row in rows:
        console.print(Padding(_below_each_other(headings, row), (0, 0, 1, 0)))


def _least_width(table: Table, console: Console) -> int:
    """So wide that no word is broken; rich says of it no more than what the terminal has."""
    return console.measure(table, options=console.options.update_width(_ENDLESS)).minimum


def _below_each_other(headings: Sequence[str], row: Sequence[str]) -> Table:
    grid = Table.grid(Column(style="dim"), Column(overflow="fold"), padding=(0, _APART))
    for heading, words in zip(headings, row, strict=True):
        if words:
            grid.add_row(heading, words)
    return grid
