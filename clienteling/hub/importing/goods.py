"""Products and variants of one batch: found by bar code, article number, or model, colour and size."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.connectors.asked import COLOURS
from clienteling.hub.importing import cells
from clienteling.hub.importing.taking import rows_by
from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid
from clienteling.scan.numbers import spellings

Row = dict[str, Any]


def colour(written: str) -> str:
    """The key of a colour that we know; any other as the label has it."""
    words = cells.name(written)
    return COLOURS.get(cells.plain(words), words)


class Goods:
    def __init__(self, conn: sa.Connection, asked: Sequence[Mapping[str, str]]) -> None:
        """`asked` are rows with ean, sku and model, each normalised, as far as they name them."""
        eans = [spelled for row in asked if row.get("ean") for spelled in _spelled(row["ean"])]
        skus = [row["sku"] for row in asked if row.get("sku")]
        models = [row["model"] for row in asked if row.get("model")]
        named = [row["name"] for row in asked if row.get("name")]
        self.products = rows_by(conn.execute(_products(models, named)))
        found = sa.or_(
            variant.c.ean.in_(eans), variant.c.sku.in_(skus), variant.c.product_id.in_(self.products)
        )
        self.variants = rows_by(conn.execute(sa.select(variant).where(found)))
        missing = {row["product_id"] for row in self.variants.values()} - self.products.keys()
        self.products |= rows_by(conn.execute(sa.select(product).where(product.c.id.in_(sorted(missing)))))
        beside = sa.select(variant).where(variant.c.product_id.in_(sorted(missing)))
        self.variants |= rows_by(conn.execute(beside))
        self._by_code: dict[tuple[str, str], str] = {}
        self._by_look: dict[tuple[str, str, str], str] = {}
        self._by_name: dict[str, str] = {}
        for row in self.products.values():
            self._by_name.setdefault(cells.plain(row["name"]), row["id"])
        for row in self.variants.values():
            self._know(row)

    def add_product(self, row: Row) -> None:
        self.products[row["id"]] = row
        self._by_name.setdefault(cells.plain(row["name"]), row["id"])

    def add_variant(self, row: Row) -> None:
        self.variants[row["id"]] = row
        self._know(row)

    def model(self, code: str, name: str) -> str | None:
        """The product of that code or, where the row has none, of that name."""
        if code:
            return code if code in self.products else self._by_name.get(cells.plain(code))
        return self._by_name.get(cells.plain(name))

    def coded(self, ean: str, sku: str) -> str | None:
        """The variant with this bar code or article number. Raises Unfit where they are two."""
        by_ean = next((found for one in _spelled(ean) if (found := self._by_code.get(("ean", one)))), None)
        by_sku = self._by_code.get(("sku", sku)) if sku else None
        if by_ean and by_sku and by_ean != by_sku:
            raise Unfit(
                msgid("The bar code {ean} and the article number {sku} are two different products here."),
                ean=ean,
                sku=sku,
            )
        return by_ean or by_sku

    def looking(self, product_id: str, of_colour: str, of_size: str) -> str | None:
        return self._by_look.get((product_id, of_colour, of_size))

    def only(self, product_id: str) -> str | None:
        """The variant of a product that has just one."""
        found = [row["id"] for row in self.variants.values() if row["product_id"] == product_id]
        return found[0] if len(found) == 1 else None

    def _know(self, row: Row) -> None:
        if row["ean"]:
            self._by_code.setdefault(("ean", row["ean"]), row["id"])
        if row["sku"]:
            self._by_code.setdefault(("sku", row["sku"]), row["id"])
        self._by_look.setdefault((row["product_id"], row["colour"], row["size"]), row["id"])


def _products(models: Iterable[str], named: Iterable[str]) -> sa.Select:
    names = sorted({*models, *named})
    ids = sorted({*models, *(cells.slug(name) for name in named)})
    return sa.select(product).where(sa.or_(product.c.id.in_(ids), product.c.name.in_(names)))


def _spelled(ean: str) -> tuple[str, ...]:
    if not ean:
        return ()
    return spellings(ean) if ean.isdigit() else (ean,)
