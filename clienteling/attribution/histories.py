"""Customers' contacts, promises and receipts as they are read, some hundred people at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from clienteling.attribution.history import Ground, History
from clienteling.attribution.tables import sale_split
from clienteling.attribution.values import Contact, Influenced, Share, Split, Vow
from clienteling.baskets.queries import Receipt, online_receipt, shop_receipt
from clienteling.customers.aliases import together
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import MOST_VERSIONS, uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import known
from sync.batches import batches

T = TypeVar("T")

_AT_ONCE = 250
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_SINCE, _BEFORE = sa.bindparam("since", type_=sa.BigInteger), sa.bindparam("before", type_=sa.BigInteger)
_ORDERS = (EventKind.ORDERED.value, EventKind.REFUNDED.value, EventKind.ORDER_CANCELLED.value)
_INTERACTIONS = sa.select(interaction).where(
    interaction.c.customer_id.in_(_IDS),
    interaction.c.at >= _SINCE,
    interaction.c.at < _BEFORE,
    uncorrected(interaction),
)
_EVENTS = sa.select(event).where(
    event.c.customer_id.in_(_IDS), event.c.at >= _SINCE, event.c.at < _BEFORE, event.c.kind.in_(_ORDERS)
)
_VOWS = sa.select(promise).where(
    promise.c.customer_id.in_(_IDS),
    promise.c.made_by.is_not(None),
    promise.c.state != PromiseState.CANCELLED.value,
)
_SPLITS = sa.select(sale_split).where(sale_split.c.customer_id.in_(_IDS), uncorrected(sale_split))
_EARLIER = sa.select(interaction.c.id, interaction.c.corrects).where(interaction.c.id.in_(_IDS))


def histories(
    conn: sa.Connection, people: Collection[str], read: tuple[int, int], ground: Ground
) -> Iterator[tuple[History, Ground]]:
    whose = {i: her.id for her in together(conn, people).values() for i in her.ids} if people else {}
    ids_of: dict[str, list[str]] = defaultdict(list)
    for customer_id, standing_id in whose.items():
        ids_of[standing_id].append(customer_id)
    for some in batches(sorted(ids_of), _AT_ONCE):
        ids = [one for standing_id in some for one in ids_of[standing_id]]
        yield from _some(conn, ids, whose, read, ground)


def _some(
    conn: sa.Connection, ids: Sequence[str], whose: Mapping[str, str], read: tuple[int, int], ground: Ground
) -> Iterator[tuple[History, Ground]]:
    asked = {"ids": ids, "since": read[0], "before": read[1]}
    rows = conn.execute(_INTERACTIONS, asked).all()
    contacts = _by_person(whose, ((row.customer_id, _contact(row)) for row in rows))
    vows = _by_person(whose, ((row.customer_id, _vow(row)) for row in conn.execute(_VOWS, asked)))
    receipts = _by_person(whose, _receipts(rows, conn.execute(_EVENTS, asked)))
    first = _first(conn, rows)
    splits = _splits(conn, ids)
    whole = msgspec.structs.replace(ground, splits=splits, first=first)
    for standing_id in {whose[i] for i in ids}:
        hers = sorted(receipts[standing_id], key=lambda one: (one.at, one.record_id), reverse=True)
        yield (
            History(
                customer_id=standing_id,
                contacts=tuple(contacts[standing_id]),
                vows=tuple(vows[standing_id]),
                receipts=tuple(hers),
            ),
            whole,
        )


def _by_person(whose: Mapping[str, str], found: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    hers: dict[str, list[T]] = defaultdict(list)
    for customer_id, one in found:
        hers[whose[customer_id]].append(one)
    return hers


def _receipts(interactions: Iterable[sa.Row], events: Iterable[sa.Row]) -> Iterator[tuple[str, Receipt]]:
    for row in interactions:
        if row.kind in {InteractionKind.SALE.value, InteractionKind.RETURN.value}:
            yield row.customer_id, shop_receipt(row)
    for row in events:
        receipt = online_receipt(row)
        if row.kind == EventKind.ORDER_CANCELLED:
            receipt = msgspec.structs.replace(receipt, back=True, items=())
        yield row.customer_id, receipt


def _contact(row: sa.Row) -> Contact:
    return Contact(
        id=row.id,
        at=row.at or 0,
        kind=known(InteractionKind, row.kind, InteractionKind.VISIT),
        associate_id=row.associate_id or "",
        store_id=row.store_id or "",
        visit_id=row.visit_id,
    )


def _vow(row: sa.Row) -> Vow:
    return Vow(
        made_at=row.made_at or 0,
        associate_id=row.made_by,
        store_id=row.store_id or "",
        product_id=row.product_id,
        variant_id=row.variant_id,
        kept_with=row.closed_with or "",
    )


def _splits(conn: sa.Connection, ids: Sequence[str]) -> dict[str, Split]:
    """The newest of each sale stands."""
    rows = conn.execute(_SPLITS.order_by(sale_split.c.at, sale_split.c.id), {"ids": ids})
    return {row.sale_id: split for row in rows if (split := split_from(row)).shares}


def split_from(row: sa.Row) -> Split:
    """What a newer version wrote in another shape is left to it."""
    try:
        shares = msgspec.convert(row.shares or (), tuple[Share, ...])
    except msgspec.ValidationError:
        shares = ()
    return Split(
        id=row.id,
        sale_id=row.sale_id or "",
        shares=shares,
        reason=row.reason,
        by_id=row.associate_id or "",
        at=row.at or 0,
    )


def _first(conn: sa.Connection, rows: Iterable[sa.Row]) -> dict[str, str]:
    """Record → its first version, of those that were corrected."""
    earlier = {row.id: row.corrects for row in rows if row.corrects}
    asked = set(earlier.values())
    for _ in range(MOST_VERSIONS):
        found = {
            row.id: row.corrects
            for ids in batches(sorted(asked))
            for row in conn.execute(_EARLIER, {"ids": ids})
            if row.corrects
        }
        if not found:
            break
        earlier |= found
        asked = set(found.values())
    return {record_id: _root(record_id, earlier) for record_id in earlier}


def _root(record_id: str, earlier: Mapping[str, str]) -> str:
    for _ in range(MOST_VERSIONS):
        if record_id not in earlier:
            break
        record_id = earlier[record_id]
    return record_id


def shares_of(conn: sa.Connection, sale: Influenced) -> tuple[Share, ...]:
    """As they were laid down, or all of it for whoever had the contact."""
    if sale.split_id:
        row = conn.execute(sa.select(sale_split).where(sale_split.c.id == sale.split_id)).first()
        if row is not None:
            return split_from(row).shares
    return tuple(Share(associate_id=part.associate_id, store_id=part.store_id) for part in sale.parts[:1])
