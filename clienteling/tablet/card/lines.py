"""A piece of her timeline, read and put into rows off the UI thread."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clienteling.tablet.card.thread import ThreadRow, shown_state, thread_rows
from clienteling.timeline.queries import Stretch, stretch
from clienteling.timeline.values import EntryKind
from sync.device.ledger import states

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.customers.aliases import Whom
    from clienteling.staff.values import Author
    from clienteling.timeline.lines import Position
    from clienteling.timeline.values import Entry
    from clienteling.vocabulary import Channel
    from clienteling.wording import Wording
    from sync.device.replica import Replica

_SETTLED = frozenset({"", "confirmed"})


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads, when, in which words."""

    author: "Author"
    wording: "Wording"
    now: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """Which piece of it: all that was asked for, from where, how many entries to look at."""

    channel: "Channel | None" = None
    text: str = ""
    """Only entries that say this."""
    before: "Position | None" = None
    limit: int


@dataclass(frozen=True)
class Lines:
    rows: tuple[ThreadRow, ...] = ()
    end: "Position | None" = None
    """Where older ones begin; None where there are none."""


def read_lines(
    replica: "Replica", whom: "Whom", reader: Reader, part: Part, wanted: Callable[[], bool]
) -> Lines | None:
    """None where nobody waits for it any more by the time it is its turn."""
    if not wanted():
        return None
    with replica.read() as conn:
        found = stretch(
            conn,
            whom,
            wording=reader.wording,
            associate_id=reader.author.associate_id,
            channel=part.channel,
            before=part.before,
            text=part.text,
            limit=part.limit,
        )
        return in_rows(conn, found, reader)


def in_rows(conn: "sa.Connection", found: Stretch, reader: Reader) -> Lines:
    rows = thread_rows(found.entries, _states(conn, found.entries), reader.now, reader.wording)
    return Lines(tuple(rows), found.end)


def unsettled(rows: Iterable[ThreadRow]) -> tuple[ThreadRow, ...]:
    """Those whose record is still on its way to the hub."""
    return tuple(row for row in rows if row.state_here not in _SETTLED)


def read_states(replica: "Replica", rows: Sequence[ThreadRow]) -> Mapping[str, ThreadRow]:
    """Key → the same row as it stands now."""
    with replica.read() as conn:
        now = _states_of(conn, ((row.kind, row.key) for row in rows))
    return {
        row.key: replace(row, state_here=shown_state(now.get(row.key, ""), mine=row.mine)) for row in rows
    }


def _states(conn: "sa.Connection", entries: "Iterable[Entry]") -> Mapping[str, str]:
    return _states_of(conn, ((entry.collection, entry.id) for entry in entries))


def _states_of(conn: "sa.Connection", records: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Record id → RecordState in lower case; of what other systems told there is none."""
    by_collection: dict[str, list[str]] = defaultdict(list)
    for collection, record_id in records:
        if collection != EntryKind.EVENT:
            by_collection[collection].append(record_id)
    return {
        record_id: state.name.lower()
        for collection, ids in by_collection.items()
        for record_id, state in states(conn, collection, ids).items()
    }
