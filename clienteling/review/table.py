"""A shop's day as a table that a spreadsheet opens as it is meant, in Italy too.

Semicolons between, a comma before the cents in Italian, a byte order mark in front. A cell that a spreadsheet
would take for a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from clienteling.review import words
from clienteling.review.values import Figures, ShopDay
from clienteling.wording import Wording

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int


def csv_of(day: ShopDay, shop_name: str, wording: Wording) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in _rows(day, shop_name, wording):
        writer.writerow([safe(cell) for cell in row])
    return BYTE_ORDER_MARK + out.getvalue()


def _rows(day: ShopDay, shop_name: str, wording: Wording) -> Iterator[Sequence[Cell]]:
    say = wording.say
    yield say("shop"), shop_name
    yield say("day"), day.day.isoformat()
    yield ()
    yield say("figure"), say("this day"), say("a week before")
    for (name, now), (_, before) in zip(
        _figures(day.figures, wording), _figures(day.week_before, wording), strict=True
    ):
        yield name, now, before
    yield ()
    yield say("why not bought"), say("times")
    for lost in day.lost:
        yield words.reason(lost.reason, wording), lost.times
    yield ()
    yield say("not bought"), say("times"), say("here"), say("elsewhere")
    for one in day.wanted:
        yield words.wanted(one, wording), one.times, one.here, one.elsewhere


def _figures(figures: Figures, wording: Wording) -> Iterator[tuple[str, Cell]]:
    say = wording.say
    yield say("visits"), figures.visits
    yield say("recognised visits"), figures.recognised
    yield say("interactions"), figures.interactions
    yield say("receipts"), figures.receipts.count
    yield say("sold, euro"), _amount(figures.receipts.cents, wording)
    yield say("pieces"), figures.receipts.pieces
    yield say("sold to recognised customers, euro"), _amount(figures.recognised_receipts.cents, wording)
    yield say("pieces brought back"), figures.returned_pieces
    yield say("lost sales"), figures.lost
    yield say("promises for this day"), figures.promises_due
    yield say("promises kept"), figures.promises_kept


def _amount(cents: int, wording: Wording) -> str:
    return f"{cents / 100:.2f}".replace(".", "," if wording.language == "it" else ".")


def safe(cell: Cell) -> Cell:
    """As a spreadsheet shows it, and never reckons with it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
