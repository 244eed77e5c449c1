from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.prepared import Prepared
from clienteling.stock.tables import stock_level
from clienteling.stores.tables import store


class Pieces(msgspec.Struct, frozen=True):
    """How many there are."""

    here: int = 0
    elsewhere: int = 0
    incoming: int = 0
    counted_at: int = 0
    """The newest count of any shop."""
    here_at: int = 0
    """The oldest count that the figure for this shop rests on; 0 where one of them is not known."""
    elsewhere_at: int = 0
    """The same of the pieces in the other shops."""

    @property
    def at(self) -> int:
        """How old the figure is that one would say: that of the shop where there are some."""
        if self.here:
            return self.here_at
        return self.elsewhere_at if self.elsewhere else self.counted_at

    def __add__(self, other: "Pieces") -> "Pieces":
        return Pieces(
            self.here + other.here,
            self.elsewhere + other.elsewhere,
            self.incoming + other.incoming,
            max(self.counted_at, other.counted_at),
            _oldest((self.here, self.here_at), (other.here, other.here_at)),
            _oldest((self.elsewhere, self.elsewhere_at), (other.elsewhere, other.elsewhere_at)),
        )


def _oldest(*figures: tuple[int, int]) -> int:
    """Of those that count anything."""
    return min((at for pieces, at in figures if pieces), default=0)


class StoreLevel(msgspec.Struct, frozen=True, kw_only=True):
    """The stock of one variant in one shop."""

    store_id: str
    store_name: str
    quantity: int
    incoming: int
    counted_at: int


class SizedPieces(msgspec.Struct, frozen=True):
    """Of one product in one size, in whatever colour."""

    product_id: str
    family: str
    size: str
    pieces: Pieces


NONE = Pieces()


def _summed(key: sa.Column) -> sa.Select:
    """Of the products whose ids are asked for."""
    at_home = stock_level.c.store_id == sa.bindparam("here", type_=sa.Text)
    quantity = stock_level.c.quantity
    some, counted_at = quantity > 0, sa.func.coalesce(stock_level.c.counted_at, 0)
    return (
        sa.select(
            key.label("key"),
            sa.func.sum(sa.case((at_home, quantity), else_=0)).label("here"),
            sa.func.sum(sa.case((at_home, 0), else_=quantity)).label("elsewhere"),
            sa.func.sum(sa.case((at_home, stock_level.c.incoming), else_=0)).label("incoming"),
            sa.func.max(stock_level.c.counted_at).label("counted_at"),
            sa.func.min(sa.case((sa.and_(at_home, some), counted_at))).label("here_at"),
            sa.func.min(sa.case((sa.and_(~at_home, some), counted_at))).label("elsewhere_at"),
        )
        .where(key.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)))
        .group_by(key)
    )


_BY_VARIANT = Prepared(_summed(stock_level.c.variant_id))
_BY_PRODUCT = Prepared(
    _summed(variant.c.product_id).join_from(stock_level, variant, variant.c.id == stock_level.c.variant_id)
)
_BY_SIZE = Prepared(
    _BY_PRODUCT.query.add_columns(product.c.family, variant.c.size)
    .join(product, product.c.id == variant.c.product_id)
    .group_by(product.c.family, variant.c.size)
)


def pieces_by_variant(conn: sa.Connection, variant_ids: Iterable[str], store_id: str) -> Mapping[str, Pieces]:
    return _by_key(conn, _BY_VARIANT, variant_ids, store_id)


def pieces_by_product(conn: sa.Connection, product_ids: Iterable[str], store_id: str) -> Mapping[str, Pieces]:
    return _by_key(conn, _BY_PRODUCT, product_ids, store_id)


def pieces_by_size(conn: sa.Connection, product_ids: Iterable[str], store_id: str) -> list[SizedPieces]:
    ids = sorted(set(product_ids))
    rows = _BY_SIZE.rows(conn, {"ids": ids, "here": store_id}) if ids else ()
    return [SizedPieces(row.key, row.family, row.size, _pieces(row)) for row in rows]


def levels(conn: sa.Connection, variant_id: str, here: str = "") -> list[StoreLevel]:
    """Shop by shop: the one where one stands, then the fullest first."""
    query = (
        sa.select(stock_level, store.c.name.label("store_name"))
        .join_from(stock_level, store, store.c.id == stock_level.c.store_id)
        .where(stock_level.c.variant_id == variant_id)
        .order_by(stock_level.c.store_id != here, stock_level.c.quantity.desc(), store.c.name)
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


def _by_key(conn: sa.Connection, query: Prepared, keys: Iterable[str], store_id: str) -> Mapping[str, Pieces]:
    ids = sorted(set(keys))
    rows = query.rows(conn, {"ids": ids, "here": store_id}) if ids else ()
    return {row.key: _pieces(row) for row in rows}


def _pieces(row: sa.Row) -> Pieces:
    figures = row.here, row.elsewhere, row.incoming
    return Pieces(*figures, row.counted_at or 0, row.here_at or 0, row.elsewhere_at or 0)
