"""What of one article is where, and how much of it is free."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.records import uncorrected
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Free
from clienteling.stock.tables import stock_level

_PUT_ASIDE = (PromiseKind.HOLD.value, PromiseKind.SEND.value)


def free(conn: sa.Connection, variant_id: str, hers: Sequence[str]) -> Mapping[str, Free]:
    """By shop. What somebody promised by hand to her, who asks, is the very piece that she asks for."""
    levels = conn.execute(sa.select(stock_level).where(stock_level.c.variant_id == variant_id)).all()
    held = _held(conn, variant_id, hers)
    return {
        row.store_id: Free(
            there=max(0, row.quantity - _gone_since(conn, variant_id, row.store_id, row.counted_at)),
            held=held.get(row.store_id, 0),
        )
        for row in levels
        if row.store_id
    }


def _held(conn: sa.Connection, variant_id: str, hers: Sequence[str]) -> Mapping[str, int]:
    """By shop: granted requests, and what associates promised by hand."""
    by_hand_for_her = sa.and_(reservation.c.id.is_(None), promise.c.customer_id.in_(hers))
    query = (
        sa.select(promise.c.store_id, sa.func.sum(sa.func.coalesce(reservation.c.quantity, 1)))
        .outerjoin_from(promise, reservation, reservation.c.id == promise.c.id)
        .where(
            promise.c.variant_id == variant_id,
            promise.c.kind.in_(_PUT_ASIDE),
            promise.c.state == PromiseState.OPEN.value,
            sa.not_(by_hand_for_her),
        )
        .group_by(promise.c.store_id)
    )
    return {row[0]: int(row[1]) for row in conn.execute(query) if row[0]}


def _gone_since(conn: sa.Connection, variant_id: str, store_id: str, counted_at: int | None) -> int:
    """Sold or sent since the shop was counted: the next count will have it."""
    if counted_at is None:
        return 0
    return _sold(conn, variant_id, store_id, counted_at) + _sent(conn, variant_id, store_id, counted_at)


def _sold(conn: sa.Connection, variant_id: str, store_id: str, since: int) -> int:
    query = sa.select(interaction.c["items"]).where(
        interaction.c.store_id == store_id,
        interaction.c.at > since,
        interaction.c.kind == InteractionKind.SALE.value,
        uncorrected(interaction),
    )
    items = (item for stored in conn.scalars(query) for item in items_of(stored))
    return sum(item.quantity for item in items if item.bought and item.variant_id == variant_id)


def _sent(conn: sa.Connection, variant_id: str, store_id: str, since: int) -> int:
    query = (
        sa.select(sa.func.sum(sa.func.coalesce(reservation.c.quantity, 1)))
        .outerjoin_from(promise, reservation, reservation.c.id == promise.c.id)
        .where(
            promise.c.variant_id == variant_id,
            promise.c.store_id == store_id,
            promise.c.kind == PromiseKind.SEND.value,
            promise.c.state == PromiseState.KEPT.value,
            promise.c.closed_at > since,
        )
    )
    return int(conn.scalar(query) or 0)
