from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import variant
from clienteling.stock.tables import stock_level
from clienteling.stores.tables import store


class Pieces(msgspec.Struct, frozen=True):
    """How many there are, as of the newest count."""

    here: int = 0
    elsewhere: int = 0
    incoming: int = 0
    counted_at: int = 0


class StoreLevel(msgspec.Struct, frozen=True, kw_only=True):
    """The stock of one variant in one shop."""

    store_id: str
    store_name: str
    quantity: int
    incoming: int
    counted_at: int


NONE = Pieces()


def pieces_by_variant(conn: sa.Connection, variant_ids: Iterable[str], store_id: str) -> Mapping[str, Pieces]:
    ids = sorted(set(variant_ids))
    query = _summed(stock_level.c.variant_id, store_id).where(stock_level.c.variant_id.in_(ids))
    return _by_key(conn, query) if ids else {}


def pieces_by_product(conn: sa.Connection, product_ids: Iterable[str], store_id: str) -> Mapping[str, Pieces]:
    ids = sorted(set(product_ids))
    query = (
        _summed(variant.c.product_id, store_id)
        .join_from(stock_level, variant, variant.c.id == stock_level.c.variant_id)
        .where(variant.c.product_id.in_(ids))
    )
    return _by_key(conn, query) if ids else {}


def levels(conn: sa.Connection, variant_id: str) -> list[StoreLevel]:
    """Shop by shop, the fullest first."""
    query = (
        sa.select(stock_level, store.c.name.label("store_name"))
        .join_from(stock_level, store, store.c.id == stock_level.c.store_id)
        .where(stock_level.c.variant_id == variant_id)
        .order_by(stock_level.c.quantity.desc(), store.c.name)
    )
    return [
        StoreLevel(
            store_id=row.store_id,
            store_name=row.store_name,
            quantity=row.quantity,
            incoming=row.incoming,
            counted_at=row.counted_at or 0,
        )
        for row in conn.execute(query)
    ]


def _summed(key: sa.Column, store_id: str) -> sa.Select:
    at_home = stock_level.c.store_id == store_id
    quantity = stock_level.c.quantity
    return sa.select(
        key.label("key"),
        sa.func.sum(sa.case((at_home, quantity), else_=0)).label("here"),
        sa.func.sum(sa.case((at_home, 0), else_=quantity)).label("elsewhere"),
        sa.func.sum(sa.case((at_home, stock_level.c.incoming), else_=0)).label("incoming"),
        sa.func.max(stock_level.c.counted_at).label("counted_at"),
    ).group_by(key)


def _by_key(conn: sa.Connection, query: sa.Select) -> Mapping[str, Pieces]:
    return {
        row.key: Pieces(row.here, row.elsewhere, row.incoming, row.counted_at or 0)
        for row in conn.execute(query)
    }
