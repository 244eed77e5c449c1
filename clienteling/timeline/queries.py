"""The timeline of every channel, a page at a time."""

from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec
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


class Stretch(msgspec.Struct, frozen=True):
    """A piece of a timeline, newest first."""

    entries: tuple[Entry, ...]
    end: Position | None = None
    """Where the next piece begins; None where nothing older follows."""


def stretch(
    conn: sa.Connection,
    whom: Whom,
    *,
    wording: Wording,
    associate_id: str,
    channel: Channel | None = None,
    before: Position | None = None,
    text: str = "",
    limit: int = 50,
) -> Stretch:
    """Of the next `limit` entries before a position those that hold the text, which may be none.

    Reading begins a little earlier than that: what belongs to an entry already shown is not told again.
    """
    she = her(conn, whom)
    start = before or NEWEST
    found = lines(
        conn,
        she.ids,
        associate_id,
        channel=channel,
        before=(start[0] + LONGEST_GAP, "") if before else NEWEST,
        at_once=limit + 1,
    )
    groups = (thread for thread in threads(found) if thread[0].position < start)
    read = list(islice(groups, limit))
    older = next(groups, None) is not None
    entries = _entries(conn, read, compose.Reader(she, associate_id, wording))
    wanted = folded(text).strip()
    return Stretch(
        tuple(e for e in entries if wanted in folded(f"{e.title} {e.subtitle}")),
        read[-1][0].position if older else None,
    )


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
    """The newest entries before a position, which is `(entry.at, entry.id)` of the last one shown."""
    she, at_once = her(conn, whom), _MANY if folded(text).strip() else limit
    entries: list[Entry] = []
    while len(entries) < limit:
        piece = stretch(
            conn,
            she,
            wording=wording,
            associate_id=associate_id,
            channel=channel,
            before=before,
            text=text,
            limit=at_once,
        )
        entries += piece.entries
        before = piece.end
        if before is None:
            break
    return entries[:limit]


def _entries(conn: sa.Connection, groups: list[Thread], reader: compose.Reader) -> Iterator[Entry]:
    """Names are looked up for all of them at a time."""
    product_ids, variant_ids = compose.mentioned(groups)
    context = compose.Context(
        products=named(conn, product_ids, variant_ids),
        bought=_bought(conn, reader.her, groups),
        reader=reader,
    )
    return (compose.entry(group, context) for group in groups)


def _bought(conn: sa.Connection, whom: Her, chunk: list[Thread]) -> Mapping[str, list[int]]:
    """The purchases in which what was put in a basket may have ended; none are read where nothing was."""
    put = [group[0].row.at for group in chunk if compose.is_event(group[0], EventKind.BASKET_ADDED)]
    if not put:
        return {}
    return times_bought(bought(receipts_between(conn, whom, min(put), max(put) + INTEREST_LASTS)))
