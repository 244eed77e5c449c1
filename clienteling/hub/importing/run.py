"""A file is taken in small transactions: cut off at any moment, it goes on when it is imported again."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import assert_never

from clienteling.hub.importing.customers import Customers
from clienteling.hub.importing.entries import entries
from clienteling.hub.importing.mapping import Reading
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.importing.opening import Opened
from clienteling.hub.importing.orders import Orders
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.products import Products
from clienteling.hub.importing.seen import Seen
from clienteling.hub.importing.staff import FirstPin, Staff
from clienteling.hub.importing.stock import Stock
from clienteling.hub.importing.stores import Stores
from clienteling.hub.importing.taking import Import, Taker
from clienteling.hub.importing.values import Entry, Fate, Figures, Kind, Outcome, SourceRow, Unfit
from sync.hub.store import HubStore

AT_ONCE = 100
LARGEST = 1 << 22
"""Signs in one transaction: rows may hold long notes."""
STEP_ASIDE_S = 0.002
"""Between two transactions, so that whoever waits to write does: the lock itself keeps no queue."""

Reject = Callable[[Sequence[SourceRow], Unfit], None]
Progress = Callable[[int], None]
"""Called with the number of the row that was reached."""
Told = Callable[[FirstPin], None]
_Read = Entry | tuple[SourceRow, Unfit]


def import_file(
    store: HubStore,
    opened: Opened,
    reading: Reading,
    *,
    source: str,
    shop: str,
    language: str,
    keyed: Keyed,
    reject: Reject,
    progress: Progress,
    first_pin: Told,
) -> Figures:
    """Raises HubRefused where the disk is full; what was taken until then stays."""
    figures = Figures()
    pins: list[FirstPin] = []
    with closing(Seen()) as seen:
        work = Import(
            reading=reading,
            file=opened.path.name,
            written_at=round(opened.path.stat().st_mtime * 1000),
            source=source,
            shop=shop,
            language=language,
            seen=seen,
            figures=figures,
            keyed=keyed,
        )
        taker = _taker(work, pins.append)
        for batch in _batches(entries(opened, reading)):
            _take(store, taker, batch, figures, reject)
            for pin in pins:
                first_pin(pin)
            pins.clear()
            progress(_last_row(batch))
            time.sleep(STEP_ASIDE_S)
    return figures


def _take(store: HubStore, taker: Taker, batch: Sequence[_Read], figures: Figures, reject: Reject) -> None:
    good = [one for one in batch if isinstance(one, Entry)]
    with store.write() as writer:
        pen = Pen(writer)
        outcomes = taker.take(pen, good)
        pen.flush()
    became = iter(outcomes)
    in_their_order = ((one.rows, next(became)) if isinstance(one, Entry) else one for one in batch)
    _count(in_their_order, figures, reject)


def _count(
    results: Iterable[tuple[SourceRow | Sequence[SourceRow], Outcome]], figures: Figures, reject: Reject
) -> None:
    for rows, outcome in results:
        if isinstance(outcome, Fate):
            figures.fates[outcome] += 1
        else:
            figures.fates[Fate.REJECTED] += 1
            reject([rows] if isinstance(rows, SourceRow) else rows, outcome)


def _taker(work: Import, told: Told) -> Taker:
    match work.reading.kind:
        case Kind.STORES:
            return Stores(work)
        case Kind.STAFF:
            return Staff(work, told)
        case Kind.PRODUCTS:
            return Products(work)
        case Kind.STOCK:
            return Stock(work)
        case Kind.CUSTOMERS:
            return Customers(work)
        case Kind.ORDERS:
            return Orders(work)
        case _:
            assert_never(work.reading.kind)


def _batches(read: Iterator[_Read]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    size = 0
    for one in read:
        batch.append(one)
        size += sum(len(cell) for row in _rows(one) for cell in row.cells)
        if len(batch) >= AT_ONCE or size >= LARGEST:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _rows(one: _Read) -> Sequence[SourceRow]:
    return one.rows if isinstance(one, Entry) else one[:1]


def _last_row(batch: Sequence[_Read]) -> int:
    return _rows(batch[-1])[-1].number
