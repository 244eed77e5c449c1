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
from sync.device.gone.erased import was_erased
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
    erased: bool = False
    """She is not here because she asked to be forgotten, or was anonymised."""
    states: Mapping[str, str] = field(default_factory=dict)
    """Record id → RecordState in lower case, for what was written on this tablet."""

    @property
    def more(self) -> bool:
        """Whether older lines may follow."""
        return len(self.entries) >= self.request.lines

    def serves(self, request: Request) -> bool:
        """Whether what was read of her can stand beside what this request reads: same reader, same words."""
        mine = self.request
        asked = (request.customer_id, request.author, request.wording)
        return self.card is not None and asked == (mine.customer_id, mine.author, mine.wording)


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
            return Reading(request=request, card=None, erased=was_erased(conn, request.customer_id))
        entries = card.timeline
        if request.channel or request.lines > NEWEST_ENTRIES:
            entries = _entries(conn, request)
        return Reading(request=request, card=card, entries=entries, states=_states(conn, entries))


def read_thread(replica: "Replica", request: Request, before: Reading) -> Reading:
    """The timeline as it is now, beside the card as it was read before: a part of the work of `read_card`."""
    with replica.read() as conn:
        entries = _entries(conn, request)
        return Reading(request=request, card=before.card, entries=entries, states=_states(conn, entries))


def states_of(replica: "Replica", entries: Iterable[Entry]) -> Mapping[str, str]:
    with replica.read() as conn:
        return _states(conn, entries)


def _entries(conn: "sa.Connection", request: Request) -> tuple[Entry, ...]:
    entries = page(
        conn,
        request.customer_id,
        wording=request.wording,
        associate_id=request.author.associate_id,
        channel=request.channel,
        limit=request.lines,
    )
    return tuple(entries)


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
