"""What sources said of their articles before, as far as one transaction needs it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from clienteling.hub.goods.tables import foreign_product, foreign_variant
from sync.batches import batches


class Key(NamedTuple):
    """Of an article of a source."""

    source: str
    key: str


class KnownProduct(msgspec.Struct, frozen=True):
    product_id: str
    told: Mapping[str, Any]
    picture_url: str
    gone: bool
    modified_at: int


class KnownVariant(msgspec.Struct, frozen=True):
    product_key: str
    variant_id: str
    counted_as: str
    told: Mapping[str, Any]
    picture_url: str


class Known:
    def __init__(self, conn: sa.Connection, products: Iterable[Key]) -> None:
        self._conn = conn
        self.products: dict[Key, KnownProduct] = {}
        self.variants: dict[Key, KnownVariant] = {}
        by_source: dict[str, list[str]] = {}
        for source, key in products:
            by_source.setdefault(source, []).append(key)
        for source, keys in by_source.items():
            for some in batches(sorted(set(keys))):
                self._read(source, some)
        self._holders: dict[tuple[str, str], set[str]] = {}
        self._claims: dict[tuple[str, str], str] = {}

    def of(self, product: Key) -> dict[str, KnownVariant]:
        """The variants that the source's product has had so far, by their keys."""
        return {
            key.key: one
            for key, one in self.variants.items()
            if key.source == product.source and one.product_key == product.key
        }

    def look_up(self, product_ids: Iterable[str], variant_ids: Iterable[str]) -> None:
        """Read which articles of sources these of ours are already."""
        for some in batches(sorted(set(product_ids))):
            of = foreign_product.c
            for row in self._conn.execute(
                sa.select(of.source, of.key, of.product_id).where(of.product_id.in_(some))
            ):
                self._holders.setdefault((row.source, row.product_id), set()).add(row.key)
        for some in batches(sorted(set(variant_ids))):
            at = foreign_variant.c
            for row in self._conn.execute(
                sa.select(at.source, at.key, at.variant_id).where(at.variant_id.in_(some))
            ):
                self._claims[row.source, row.variant_id] = row.key

    def is_another(self, product: Key, product_id: str) -> bool:
        """The source has another product that is this one of ours."""
        return bool(self._holders.get((product.source, product_id), set()) - {product.key})

    def is_taken(self, variant: Key, variant_id: str) -> bool:
        return self._claims.get((variant.source, variant_id), variant.key) != variant.key

    def put_product(self, key: Key, known: KnownProduct) -> None:
        self.products[key] = known
        self._holders.setdefault((key.source, known.product_id), set()).add(key.key)
        _put(self._conn, foreign_product, key, msgspec.structs.asdict(known))

    def put_variant(self, key: Key, known: KnownVariant) -> None:
        self.variants[key] = known
        self._claims[key.source, known.variant_id] = key.key
        _put(self._conn, foreign_variant, key, msgspec.structs.asdict(known))

    def all_gone(self, product_id: str) -> bool:
        """No source sells it any more."""
        of = foreign_product.c
        rest = sa.select(sa.literal(1)).where(of.product_id == product_id, of.gone.is_(False)).limit(1)
        return self._conn.execute(rest).first() is None

    def _read(self, source: str, keys: Iterable[str]) -> None:
        of, at = foreign_product.c, foreign_variant.c
        products = sa.select(foreign_product).where(of.source == source, of.key.in_(keys))
        for row in self._conn.execute(products).mappings():
            self.products[Key(source, row["key"])] = _as(row, KnownProduct)
        variants = sa.select(foreign_variant).where(at.source == source, at.product_key.in_(keys))
        for row in self._conn.execute(variants).mappings():
            self.variants[Key(source, row["key"])] = _as(row, KnownVariant)


def _as(row: Any, kind: Any) -> Any:
    return kind(**{field: row[field] for field in kind.__struct_fields__})


def _put(conn: sa.Connection, table: sa.Table, key: Key, values: dict[str, Any]) -> None:
    where = sa.and_(table.c.source == key.source, table.c.key == key.key)
    if conn.execute(sa.update(table).where(where).values(values)).rowcount == 0:
        conn.execute(sa.insert(table).values(source=key.source, key=key.key, **values))
