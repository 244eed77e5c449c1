"""A shop's day as a table for a spreadsheet."""

from collections.abc import Iterator, Sequence

from clienteling import spreadsheet
from clienteling.review import words
from clienteling.review.values import Figures, ShopDay
from clienteling.spreadsheet import Cell, decimal
from clienteling.wording import Wording


def csv_of(day: ShopDay, shop_name: str, wording: Wording, *, sums: bool = True) -> str:
    """Without `sums` where too few work there for one."""
    return spreadsheet.csv_of(_rows(day, shop_name, wording, sums=sums))


def _rows(day: ShopDay, shop_name: str, wording: Wording, *, sums: bool) -> Iterator[Sequence[Cell]]:
    say = wording.say
    yield say("shop"), shop_name
    yield say("day"), day.day.isoformat()
    yield ()
    if sums:
        yield from _sums(day, wording)
    else:
        yield (words.too_few(wording),)
    yield ()
    yield say("not bought"), say("times"), say("here"), say("elsewhere")
    for one in day.wanted:
        yield words.wanted(one, wording), one.times, one.here, one.elsewhere


def _sums(day: ShopDay, wording: Wording) -> Iterator[Sequence[Cell]]:
    say = wording.say
    yield say("figure"), say("this day"), say("a week before")
    for (name, now), (_, before) in zip(
        _figures(day.figures, wording), _figures(day.week_before, wording), strict=True
    ):
        yield name, now, before
    yield ()
    yield say("why not bought"), say("times")
    for lost in day.lost:
        yield words.reason(lost.reason, wording), lost.times


def _figures(figures: Figures, wording: Wording) -> Iterator[tuple[str, Cell]]:
    say = wording.say
    yield say("visits"), figures.visits
    yield say("identified visits"), figures.recognised
    yield say("interactions"), figures.interactions
    yield say("receipts"), figures.receipts.count
    yield say("sold, euro"), decimal(figures.receipts.cents / 100, wording)
    yield say("pieces"), figures.receipts.pieces
    yield say("sold to identified customers, euro"), decimal(figures.recognised_receipts.cents / 100, wording)
    yield say("pieces brought back"), figures.returned_pieces
    yield say("lost sales"), figures.lost
    yield say("promises for this day"), figures.promises_due
    yield say("promises kept"), figures.promises_kept
