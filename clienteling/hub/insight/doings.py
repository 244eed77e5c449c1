"""What people did with products and when they came, read for many at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from clienteling.baskets.queries import Receipt
from clienteling.baskets.returned import Line, lines
from clienteling.catalog.products import Named, named
from clienteling.customers.aliases import Her
from clienteling.insight.habits import Piece
from clienteling.insight.interests import Did
from clienteling.insight.values import Deed
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventKind, detail_of
from sync.batches import batches

_ONLINE = {
    EventKind.PRODUCT_VIEWED.value: Deed.VIEWED,
    EventKind.BASKET_ADDED.value: Deed.CHOSEN,
    EventKind.WISH_ADDED.value: Deed.CHOSEN,
    EventKind.PRODUCT_SHARED.value: Deed.CHOSEN,
    EventKind.MESSAGE_IN.value: Deed.ASKED,
}
_ELSEWHERE = {
    InteractionKind.CALL.value,
    InteractionKind.MESSAGE.value,
    InteractionKind.APPOINTMENT.value,
}
_TRIED = {InteractionKind.FITTING, InteractionKind.NOT_BOUGHT, InteractionKind.RESERVED, InteractionKind.SALE}
_NO_INTEREST = {InteractionKind.RETURN, InteractionKind.COMPLAINT}
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_EVENTS = sa.select(event.c.customer_id, event.c.kind, event.c.at, event.c.detail).where(
    event.c.customer_id.in_(_IDS),
    event.c.kind.in_(list(_ONLINE)),
    event.c.at > sa.bindparam("since", type_=sa.BigInteger),
)
_INTERACTIONS = sa.select(interaction).where(interaction.c.customer_id.in_(_IDS), uncorrected(interaction))


@dataclass(frozen=True, slots=True)
class _Handled:
    """A product in her hands or on her screen, before the catalogue says what it is."""

    at: int
    deed: Deed
    product_id: str | None
    variant_id: str | None = None
    colour: str = ""


@dataclass(slots=True)
class Doings:
    """Of one person."""

    came: list[int] = field(default_factory=list)
    """When she was in a shop, or ordered."""
    bought: list[Line] = field(default_factory=list)
    """Newest first; what was brought back too."""
    handled: list[_Handled] = field(default_factory=list)

    def did(self, catalogue: Named, since: int) -> list[Did]:
        return [_did(one, catalogue) for one in self.handled if one.at > since]

    def pieces(self, catalogue: Named, since: int) -> list[Piece]:
        """What she kept."""
        return [_piece(line, catalogue) for line in self.bought if line.kept and line.receipt.at > since]


def doings(
    conn: sa.Connection, people: Iterable[Her], receipts: Mapping[str, Sequence[Receipt]], since: int
) -> tuple[dict[str, Doings], Named]:
    """By the id that stands for each, and what the catalogue says of all that they did.

    `since`: what was only looked at before (milliseconds) is not read.
    """
    stands = {i: she.id for she in people for i in she.ids}
    found = {i: Doings() for i in stands.values()}
    for customer_id, hers in found.items():
        _buy(hers, receipts.get(customer_id, ()))
    for ids in batches(sorted(stands)):
        for row in conn.execute(_EVENTS, {"ids": ids, "since": since}):
            found[stands[row.customer_id]].handled += _online(row, detail_of(row.detail))
        for row in conn.execute(_INTERACTIONS, {"ids": ids}):
            _meet(found[stands[row.customer_id]], row)
    everything = [one for hers in found.values() for one in hers.handled]
    return found, named(conn, {o.product_id for o in everything}, {o.variant_id for o in everything})


def _buy(hers: Doings, receipts: Sequence[Receipt]) -> None:
    hers.bought = list(lines(receipts))
    hers.came += [receipt.at for receipt in receipts if not receipt.back]
    hers.handled += [
        _Handled(line.receipt.at, Deed.BOUGHT, line.item.product_id, line.item.variant_id)
        for line in hers.bought
        if line.kept
    ]


def _online(row: sa.Row, detail: EventDetail) -> Iterator[_Handled]:
    if row.kind != EventKind.MESSAGE_IN:
        yield _Handled(row.at, _ONLINE[row.kind], detail.product_id, detail.variant_id)
    elif detail.asked_product_id or detail.asked_colour:
        yield _Handled(row.at, Deed.ASKED, detail.asked_product_id, colour=detail.asked_colour)


def _meet(hers: Doings, row: sa.Row) -> None:
    at = row.at or 0
    if row.kind not in _ELSEWHERE:
        hers.came.append(at)
    if row.kind not in _NO_INTEREST:
        deed = Deed.TRIED if row.kind in _TRIED else Deed.ASKED
        hers.handled += [
            _Handled(at, deed, item.product_id, item.variant_id)
            for item in items_of(row.items)
            if not item.bought
        ]


def _did(one: _Handled, catalogue: Named) -> Did:
    product = catalogue.get(one.product_id, one.variant_id)
    return Did(
        at=one.at,
        deed=one.deed,
        product_id=one.product_id or "",
        family=product.family if product else "",
        colour=one.colour or (product.colour if product else ""),
    )


def _piece(line: Line, catalogue: Named) -> Piece:
    product = catalogue.get(line.item.product_id, line.item.variant_id)
    return Piece(
        at=line.receipt.at,
        family=product.family if product else "",
        size=product.size if product else "",
        colour=product.colour if product else "",
        pieces=line.kept,
    )
