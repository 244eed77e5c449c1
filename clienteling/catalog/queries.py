from itertools import islice

import sqlalchemy as sa

from clienteling.catalog import matching
from clienteling.catalog.products import VARIANT, Product, variant_from
from clienteling.catalog.tables import product, variant
from clienteling.folding import folded

_LIMIT = 40


def variants_of(conn: sa.Connection, product_id: str) -> list[Product]:
    rows = conn.execute(VARIANT.where(variant.c.product_id == product_id).order_by(variant.c.sku))
    return [variant_from(row) for row in rows]


def description(conn: sa.Connection, product_id: str, language: str) -> str:
    """What the shop says of the model, in that language or in whichever there is; empty when nothing."""
    stored = conn.execute(sa.select(product.c.description).where(product.c.id == product_id)).scalar()
    words = stored if isinstance(stored, dict) else {}
    return str(words.get(language) or next(iter(words.values()), ""))


def find(conn: sa.Connection, code_or_text: str) -> list[Product]:
    """Variants by EAN, article number, or words of the name, keywords, colour and size.

    What is not sold any more is found by its numbers alone: it may be brought back.
    """
    text = code_or_text.strip()
    if not text:
        return []
    return _by_code(conn, text) or _by_words(conn, text)


def _by_code(conn: sa.Connection, code: str) -> list[Product]:
    rows = conn.execute(VARIANT.where(sa.or_(variant.c.ean == code, variant.c.sku == code.upper())))
    return [variant_from(row) for row in rows]


def _by_words(conn: sa.Connection, text: str) -> list[Product]:
    """Models by their words; what is left of the words must be a colour or a size of theirs."""
    words = folded(text).split()
    sold = sa.select(product.c.id, product.c.name, product.c.keywords).where(product.c.gone.is_(False))
    models = conn.execute(sold)
    left = {row.id: matching.left_over(words, row.name, row.keywords) for row in models}
    named_models = [i for i, rest in left.items() if len(rest) < len(words)]
    query = VARIANT.where(variant.c.product_id.in_(named_models)).order_by(product.c.name, variant.c.sku)
    found = (variant_from(row) for row in conn.execute(query))
    fitting = (v for v in found if matching.describes(left[v.product_id], v.colour, v.size))
    return list(islice(fitting, _LIMIT))
