"""The timeline of every channel, a page at a time."""

from collections.abc import Iterator, Mapping
from itertools import islice

import sqlalchemy as sa

from clienteling.baskets.queries import bought, receipts_between
from clienteling.baskets.rules import INTEREST_LASTS, times_bought
from clienteling.catalog.products import named
from clienteling.customers.aliases import Her, Whom, her
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
    whom: Whom,
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
    she = her(conn, whom)
    start, wanted = before or NEWEST, folded(text).strip()
    found = lines(
        conn,
        she.ids,
        associate_id,
        channel=channel,
        before=(start[0] + LONGEST_GAP, "") if before else NEWEST,
        at_once=_MANY if wanted else limit + 1,
    )
    groups = (thread for thread in threads(found) if thread[0].position < start)
    reader = compose.Reader(she, associate_id, wording)
    entries = _entries(conn, groups, _MANY if wanted else limit, reader)
    return list(islice((e for e in entries if wanted in folded(f"{e.title} {e.subtitle}")), limit))


def _entries(
    conn: sa.Connection, groups: Iterator[Thread], at_once: int, reader: compose.Reader
) -> Iterator[Entry]:
    """Names are looked up for many entries at a time."""
    while chunk := list(islice(groups, at_once)):
        product_ids, variant_ids = compose.mentioned(chunk)
        context = compose.Context(
            products=named(conn, product_ids, variant_ids),
            bought=_bought(conn, reader.her, chunk),
            reader=reader,
        )
        for group in chunk:
            yield compose.entry(group, context)


def _bought(conn: sa.Connection, whom: Her, chunk: list[Thread]) -> Mapping[str, list[int]]:
    """The purchases in which what was put in a basket may have ended; none are read where nothing was."""
    put = [group[0].row.at for group in chunk if compose.is_event(group[0], EventKind.BASKET_ADDED)]
    if not put:
        return {}
    return times_bought(bought(receipts_between(conn, whom, min(put), max(put) + INTEREST_LASTS)))
