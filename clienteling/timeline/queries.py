"""The timeline of every channel, a page at a time."""

from collections.abc import Iterator, Mapping
from itertools import islice

import sqlalchemy as sa

from clienteling.baskets.queries import bought, receipts_between
from clienteling.baskets.rules import last_bought
from clienteling.catalog.products import named
from clienteling.folding import folded
from clienteling.timeline import compose
from clienteling.timeline.lines import NEWEST, Position, lines
from clienteling.timeline.threads import LONGEST_GAP, Thread, threads
from clienteling.timeline.values import Entry, EventKind
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

_MANY = 500
"""Rows and entries at a time where most of them will not be shown."""


def page(
    conn: sa.Connection,
    customer_id: str,
    *,
    wording: Wording,
    associate_id: str,
    channel: Channel | None = None,
    before: Position | None = None,
    text: str = "",
    limit: int = 50,
) -> list[Entry]:
    """The newest entries before a position, which is `(entry.at, entry.id)` of the last one shown.

    Reading begins a little earlier than that: what belongs to an entry already shown is not told again.
    """
    start, wanted = before or NEWEST, folded(text).strip()
    found = lines(
        conn,
        customer_id,
        associate_id,
        channel=channel,
        before=(start[0] + LONGEST_GAP, "") if before else NEWEST,
        at_once=_MANY if wanted else limit + 1,
    )
    groups = (thread for thread in threads(found) if thread[0].position < start)
    reader = compose.Reader(customer_id, associate_id, wording)
    entries = _entries(conn, groups, _MANY if wanted else limit, reader)
    return list(islice((e for e in entries if wanted in folded(f"{e.title} {e.subtitle}")), limit))


def _entries(
    conn: sa.Connection, groups: Iterator[Thread], at_once: int, reader: compose.Reader
) -> Iterator[Entry]:
    """Names are looked up for many entries at a time."""
    purchases = _Purchases(conn, reader.customer_id)
    while chunk := list(islice(groups, at_once)):
        product_ids, variant_ids = compose.mentioned(chunk)
        context = compose.Context(
            products=named(conn, product_ids, variant_ids),
            bought=purchases.back_to(_first_basket(chunk)),
            reader=reader,
        )
        for group in chunk:
            yield compose.entry(group, context)


class _Purchases:
    """Product → when it was bought last, read no further back than somebody asks."""

    def __init__(self, conn: sa.Connection, customer_id: str) -> None:
        self._conn = conn
        self._customer_id = customer_id
        self._known_from = NEWEST[0]
        self._bought: dict[str, int] = {}

    def back_to(self, start: int) -> Mapping[str, int]:
        if start < self._known_from:
            found = receipts_between(self._conn, self._customer_id, start, self._known_from)
            self._bought = {**last_bought(reversed(list(bought(found)))), **self._bought}
            self._known_from = start
        return self._bought


def _first_basket(chunk: list[Thread]) -> int:
    """The end of what was put in a basket is to be told: whether it was bought later."""
    baskets = (group[0] for group in chunk if compose.is_event(group[0], EventKind.BASKET_ADDED))
    return min((line.row.at for line in baskets), default=NEWEST[0])
