"""What one card needs from the replica, read in one go off the UI thread."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clienteling.card.compose import NEWEST_ENTRIES, customer_card
from clienteling.card.values import Card
from clienteling.errors import UnknownRecord
from clienteling.timeline.queries import page
from clienteling.timeline.values import Entry
from clienteling.vocabulary import Channel
from sync.device.ledger import states

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.staff.values import Author
    from clienteling.wording import Wording
    from sync.device.replica import Replica

PAGE = 40


@dataclass(frozen=True, kw_only=True)
class Request:
    """Whose card, for whom, and how much of the timeline is already on screen."""

    customer_id: str
    author: "Author"
    wording: "Wording"
    now: int
    channel: Channel | None = None
    lines: int = NEWEST_ENTRIES


@dataclass(frozen=True, kw_only=True)
class Reading:
    request: Request
    card: Card | None
    entries: tuple[Entry, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    """Record id → RecordState in lower case, for what was written on this tablet."""

    @property
    def more(self) -> bool:
        """Whether older lines may follow."""
        return len(self.entries) >= self.request.lines


def read_card(replica: "Replica", request: Request) -> Reading:
    with replica.read() as conn:
        try:
            card = customer_card(
                conn,
                request.customer_id,
                store_id=request.author.store_id,
                associate_id=request.author.associate_id,
                now=request.now,
                wording=request.wording,
            )
        except UnknownRecord:
            return Reading(request=request, card=None)
        entries = card.timeline
        if request.channel or request.lines > NEWEST_ENTRIES:
            entries = tuple(
                page(
                    conn,
                    request.customer_id,
                    wording=request.wording,
                    associate_id=request.author.associate_id,
                    channel=request.channel,
                    limit=request.lines,
                )
            )
        return Reading(request=request, card=card, entries=entries, states=_states(conn, entries))


def states_of(replica: "Replica", entries: Iterable[Entry]) -> Mapping[str, str]:
    with replica.read() as conn:
        return _states(conn, entries)


def _states(conn: "sa.Connection", entries: Iterable[Entry]) -> Mapping[str, str]:
    by_collection: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.collection and entry.collection != "event":
            by_collection[entry.collection].append(entry.id)
    return {
        record_id: state.name.lower()
        for collection, ids in by_collection.items()
        for record_id, state in states(conn, collection, ids).items()
    }
