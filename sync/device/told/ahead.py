"""Pages fetched while earlier ones are applied: the hub and the network work beside this device's disk."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from sync.api import HubApi
from sync.device.state import Cursor
from sync.errors import SyncError
from sync.wire import Page

PAGE_RECORDS = 5_000
MOST_AHEAD = 4
"""Pages that wait to be applied: a few megabytes each."""


def pages(api: HubApi, cursor: Cursor, floor: int) -> Iterator[Page]:
    """From the cursor to where the feed ended when the first page was made; at least one page.

    `floor` is what the page from zero said, where this goes on from one.

    What a call raises is raised when the pages before it were taken. Nobody else may use `api` meanwhile.
    """
    first = _after(api, cursor, floor, None)
    yield first
    if first.complete:
        return
    way, worker = _Way(api, first, floor if cursor.seq else first.floor), ThreadPoolExecutor(1, "pages")
    coming = deque(worker.submit(way.next) for _ in range(MOST_AHEAD))
    try:
        while (page := coming.popleft().result()) is not None:
            coming.append(worker.submit(way.next))
            yield page
    finally:
        worker.shutdown(cancel_futures=True)


class _Way:
    """Through the feed, one call after the other."""

    def __init__(self, api: HubApi, first: Page, floor: int) -> None:
        self._api = api
        self._floor = floor
        self._upto = first.upto
        self._cursor: Cursor | None = Cursor(first.epoch, first.next)

    def next(self) -> Page | None:
        """None at the end, and after a call that failed."""
        cursor, self._cursor = self._cursor, None
        if cursor is None or cursor.seq >= self._upto:
            return None
        page = _after(self._api, cursor, self._floor, self._upto)
        self._cursor = Cursor(page.epoch, page.next)
        return page


def _after(api: HubApi, cursor: Cursor, floor: int, upto: int | None) -> Page:
    page = api.pull(cursor.epoch, cursor.seq, PAGE_RECORDS, floor)
    if page.next <= cursor.seq < (page.upto if upto is None else upto):
        raise SyncError("the hub's feed does not move on")
    return page
