import sqlalchemy as sa

from clienteling.catalog.products import VARIANT, Product, variant_from
from clienteling.catalog.tables import product, variant

_LIMIT = 40


def variant_by_ean(conn: sa.Connection, ean: str) -> Product | None:
    row = conn.execute(VARIANT.where(variant.c.ean == ean)).first() if ean else None
    return variant_from(row) if row else None


def variants_of(conn: sa.Connection, product_id: str) -> list[Product]:
    rows = conn.execute(VARIANT.where(variant.c.product_id == product_id).order_by(variant.c.sku))
    return [variant_from(row) for row in rows]


def description(conn: sa.Connection, product_id: str) -> str:
    """What the shop says of the model; empty when nothing."""
    return conn.execute(sa.select(product.c.description).where(product.c.id == product_id)).scalar() or ""


def find(conn: sa.Connection, code_or_text: str) -> list[Product]:
    """Variants by EAN, article number, or words of the name, keywords, colour and size."""
    text = code_or_text.strip()
    if not text:
        return []
    return _by_code(conn, text) or _by_words(conn, text)


def _by_code(conn: sa.Connection, code: str) -> list[Product]:
    rows = conn.execute(VARIANT.where(sa.or_(variant.c.ean == code, variant.c.sku == code.upper())))
    return [variant_from(row) for row in rows]


def _by_words(conn: sa.Connection, text: str) -> list[Product]:
    words = text.split()
    query = VARIANT.where(*(_mentions(word) for word in words))
    rows = conn.execute(query.order_by(product.c.name, variant.c.sku).limit(_LIMIT))
    return [variant_from(row) for row in rows]


def _mentions(word: str) -> sa.ColumnElement[bool]:
    return sa.or_(
        product.c.name.icontains(word, autoescape=True),
        sa.cast(product.c.keywords, sa.Text).icontains(word, autoescape=True),
        variant.c.colour.istartswith(word, autoescape=True),
        sa.func.lower(variant.c.size) == word.casefold(),
    )
