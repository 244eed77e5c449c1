"""Products as the rest of the trunk sees them: one value for a model, or for one of its variants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.prepared import Prepared, Row


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """A model, and one of its colours and sizes where that is known."""

    product_id: str
    variant_id: str | None = None
    name: str
    family: str = ""
    colour: str = ""
    size: str = ""
    price_cents: int = 0
    picture: str = ""
    sku: str = ""
    ean: str = ""


@dataclass(frozen=True)
class Named:
    """The products that some rows mention, read in two queries."""

    models: Mapping[str, Product]
    variants: Mapping[str, Product]

    def get(self, product_id: str | None, variant_id: str | None = None) -> Product | None:
        return self.variants.get(variant_id or "") or self.models.get(product_id or "")


MODEL = sa.select(product.c.id, product.c.name, product.c.family, product.c.price_cents, product.c.picture)
VARIANT = sa.select(
    product.c.id,
    product.c.name,
    product.c.family,
    product.c.price_cents,
    product.c.picture,
    variant.c.id.label("variant_id"),
    variant.c.colour,
    variant.c.size,
    variant.c.price_cents.label("variant_cents"),
    variant.c.picture.label("variant_picture"),
    variant.c.sku,
    variant.c.ean,
).join_from(variant, product, variant.c.product_id == product.c.id)

_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_MODELS = Prepared(MODEL.where(product.c.id.in_(_IDS)))
_VARIANTS = Prepared(VARIANT.where(variant.c.id.in_(_IDS)))


def model_from(row: sa.Row) -> Product:
    return Product(
        product_id=row.id,
        name=row.name,
        family=row.family,
        price_cents=row.price_cents,
        picture=row.picture,
    )


def variant_from(row: sa.Row) -> Product:
    return Product(
        product_id=row.id,
        variant_id=row.variant_id,
        name=row.name,
        family=row.family,
        colour=row.colour,
        size=row.size,
        price_cents=row.variant_cents or row.price_cents,
        picture=row.variant_picture or row.picture,
        sku=row.sku,
        ean=row.ean,
    )


def about(table: sa.Table) -> sa.ColumnElement[bool]:
    """In a query: the records about `about_product`, or about a variant of it."""
    asked = sa.bindparam("about_product", type_=sa.Text)
    variants = sa.select(variant.c.id).where(variant.c.product_id == asked)
    return sa.or_(table.c.product_id == asked, table.c.variant_id.in_(variants))


def named(
    conn: sa.Connection, product_ids: Iterable[str | None], variant_ids: Iterable[str | None] = ()
) -> Named:
    models = {i for i in product_ids if i}
    variants = {i for i in variant_ids if i}
    return Named(
        {row.id: model_from(row) for row in _rows(conn, _MODELS, models)},
        {row.variant_id: variant_from(row) for row in _rows(conn, _VARIANTS, variants)},
    )


def _rows(conn: sa.Connection, query: Prepared, ids: set[str]) -> Iterable[Row]:
    return query.rows(conn, {"ids": sorted(ids)}) if ids else ()
