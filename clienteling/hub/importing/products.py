"""The catalogue from a file: one row for each colour and size, or for a product that has none."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from clienteling.hub.importing import cells, figures
from clienteling.hub.importing.families import family
from clienteling.hub.importing.goods import Goods, colour
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import Import, differing
from clienteling.hub.importing.values import Entry, Fate, Outcome, Unfit
from clienteling.marking import msgid

_TAG = re.compile(r"<[^>]{0,500}>")
_LABEL = ("ean", "sku", "colour", "size")
Said = dict[str, Any]


class Products:
    def __init__(self, work: Import) -> None:
        self._work = work

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        rows = [self._read(entry) for entry in entries]
        goods = Goods(pen.conn, [row for row in rows if not isinstance(row, Unfit)])
        outcomes: list[Outcome] = []
        for entry, row in zip(entries, rows, strict=True):
            try:
                outcomes.append(row if isinstance(row, Unfit) else self._one(pen, entry, row, goods))
            except Unfit as unfit:
                outcomes.append(unfit)
        return outcomes

    def _read(self, entry: Entry) -> Said | Unfit:
        try:
            return _said(entry.values, self._work)
        except Unfit as unfit:
            return unfit

    def _one(self, pen: Pen, entry: Entry, said: Said, goods: Goods) -> Fate:
        product_id = self._product_id(said, goods, goods.coded(said["ean"], said["sku"]))
        if product_id in goods.products and not any(said[field] for field in said.keys() - {"model"}):
            return Fate.SAME  # a row for one more picture
        new_id = _variant_id(said, goods, product_id)
        own = {field: said[field] for field in _LABEL if said[field]}
        if self._work.seen.before(new_id, repr(said), entry.number):
            return Fate.SAME
        changed = self._put_product(pen, goods, product_id, said)
        if "price_cents" in said:
            own["price_cents"] = said["price_cents"]
        if new_id not in goods.variants:
            row = {**dict.fromkeys(_LABEL, ""), **own, "id": new_id, "product_id": product_id}
            pen.add("variant", row)
            goods.add_variant(row)
            return Fate.NEW
        news = differing(goods.variants[new_id], own)
        if news:
            pen.change("variant", new_id, news)
            goods.add_variant({**goods.variants[new_id], **news})
        return Fate.CHANGED if news or changed else Fate.SAME

    def _product_id(self, said: Said, goods: Goods, variant_id: str | None) -> str:
        named = goods.model(said["model"], said["name"])
        if variant_id is not None:
            found = str(goods.variants[variant_id]["product_id"])
            if said["model"] and named and named != found:
                raise Unfit(
                    msgid("This bar code or article number belongs to the model {model} here."), model=found
                )
            return found
        product_id = named or said["model"] or cells.slug(said["name"])
        if not product_id:
            raise Unfit(msgid("This product is not here yet, and has neither a name nor a model code."))
        return product_id

    def _put_product(self, pen: Pen, goods: Goods, product_id: str, said: Said) -> bool:
        """A model's own words come from the first of its rows."""
        first = self._work.seen.first(f"product {product_id}")
        own = {
            f: said[f] for f in ("name", "family", "keywords", "price_cents", "description") if said.get(f)
        }
        if product_id not in goods.products:
            row = {"name": said["model"], "keywords": [], **own, "id": product_id}
            pen.add("product", row)
            goods.add_product(row)
            return True
        known = goods.products[product_id]
        if "description" in own:
            own["description"] = {**(known.get("description") or {}), **own["description"]}
        news = differing(known, own) if first else {}
        if news:
            pen.change("product", product_id, news)
            goods.add_product({**known, **news})
        return bool(news)


def _variant_id(said: Said, goods: Goods, product_id: str) -> str:
    """Of the variant that the row means, or of the one that it makes."""
    found = goods.coded(said["ean"], said["sku"])
    if found is None and not any(said[field] for field in _LABEL):
        found = goods.only(product_id)
    if found is None:
        found = goods.looking(product_id, said["colour"], said["size"])
        if found and not (said["colour"] or said["size"]) and _labelled(goods, found):
            found = None
    tail = said["sku"] or said["ean"] or cells.slug(said["colour"], said["size"]) or "1"
    return found or f"{product_id}/{tail}"


def _labelled(goods: Goods, variant_id: str) -> bool:
    """Whether it has a number of its own, so that another number means another thing."""
    return bool(goods.variants[variant_id]["sku"] or goods.variants[variant_id]["ean"])


def _said(values: Mapping[str, str], work: Import) -> Said:
    said: Said = {
        "model": cells.code(values.get("model", "")),
        "name": cells.name(values.get("name", "")),
        "ean": cells.ean(values.get("ean", "")),
        "sku": cells.code(values.get("sku", "")),
        "colour": colour(values.get("colour", "")),
        "size": cells.code(values.get("size", "")),
        "family": family(values.get("family", "")),
        "keywords": _words(values.get("keywords", "")),
    }
    if not any(said[field] for field in ("model", "name", "ean", "sku")):
        raise Unfit(msgid("This row names no product."))
    if cells.text(values.get("price", "")):
        said["price_cents"] = figures.cents(values["price"], work.reading.decimal)
    if body := cells.name(_TAG.sub(" ", values.get("description", "")), cells.LONGEST_BODY):
        said["description"] = {work.language: body}
    return said


def _words(written: str) -> list[str]:
    return [word for part in re.split(r"[,;|]", written) if (word := cells.name(part))]
