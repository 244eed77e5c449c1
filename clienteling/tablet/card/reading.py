"""What one card needs from the replica, read in one go off the UI thread."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clienteling.card.compose import customer_card
from clienteling.card.values import Card
from clienteling.clientbook.queries import owners
from clienteling.clientbook.values import Owner
from clienteling.errors import UnknownRecord
from clienteling.tablet.card.lines import Lines, Reader, in_rows
from clienteling.tablet.reserve.requests import RequestRow, read_requests
from clienteling.timeline.queries import Stretch
from sync.device.gone.erased import was_erased

if TYPE_CHECKING:
    from sync.device.replica import Replica


@dataclass(frozen=True, kw_only=True)
class Request(Reader):
    """Whose card."""

    customer_id: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    request: Request
    card: Card | None
    lines: Lines = field(default_factory=Lines)
    """The newest of her timeline."""
    requests: tuple[RequestRow, ...] = ()
    """What she waits for an answer to."""
    owners: tuple[Owner, ...] = ()
    """In whose client books she stands."""
    erased: bool = False
    """She is not here because she asked to be forgotten, or was anonymised."""


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
        newest = Stretch(card.timeline, card.older)
        return Reading(
            request=request,
            card=card,
            lines=in_rows(conn, newest, request),
            requests=tuple(read_requests(conn, request.customer_id, request.now, request.wording)),
            owners=tuple(owners(conn, request.customer_id)),
        )
