"""The timeline of every channel, a page at a time."""

import unicodedata
from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa

from clienteling.baskets.queries import bought, receipts
from clienteling.baskets.rules import last_bought
from clienteling.catalog.products import named
from clienteling.timeline import compose
from clienteling.timeline.lines import NEWEST, Position, lines
from clienteling.timeline.threads import LONGEST_GAP, Thread, threads
from clienteling.timeline.values import Entry, EventKind
from clienteling.vocabulary import Channel
from clienteling.wording import Wording


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
    start = before or NEWEST
    found = lines(
        conn,
        customer_id,
        associate_id,
        channel=channel,
        before=(start[0] + LONGEST_GAP, "") if before else NEWEST,
        at_once=limit + 1,
    )
    groups = (thread for thread in threads(found) if thread[0].position < start)
    wanted = _folded(text)
    reader = compose.Reader(customer_id, associate_id, wording)
    entries = _entries(conn, groups, limit, reader)
    return list(islice((e for e in entries if wanted in _folded(f"{e.title} {e.subtitle}")), limit))


def _entries(
    conn: sa.Connection,
    groups: Iterator[Thread],
    at_once: int,
    reader: compose.Reader,
) -> Iterator[Entry]:
    """Names are looked up for as many entries at a time as a page is long."""
    while chunk := list(islice(groups, at_once)):
        product_ids, variant_ids = compose.mentioned(chunk)
        context = compose.Context(
            products=named(conn, product_ids, variant_ids),
            bought=_bought(conn, reader.customer_id, chunk),
            reader=reader,
        )
        for group in chunk:
            yield compose.entry(group, context)


def _bought(conn: sa.Connection, customer_id: str, chunk: list[Thread]) -> dict[str, int]:
    """Only asked for where something was put in a basket, whose end is to be told."""
    if not any(compose.is_event(group[0], EventKind.BASKET_ADDED) for group in chunk):
        return {}
    found = receipts(conn, customer_id)
    return last_bought(reversed(list(bought(found))))


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold().strip()
