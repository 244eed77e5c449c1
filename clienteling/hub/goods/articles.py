"""Articles of sources become ours: the same one whoever tells of it, by bar code, number, look or name.

A source fills what is blank and changes what it said last itself; what it said longer ago than that changes
nothing. Its own ids are remembered, so that ours stay whatever it renames.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from clienteling.hub.connectors.heard import HeardProduct
from clienteling.hub.goods import label as labelling
from clienteling.hub.goods.known import Key, Known, KnownProduct, KnownVariant
from clienteling.hub.goods.label import CODES, Label
from clienteling.hub.importing import cells
from clienteling.hub.importing.goods import Goods
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import differing
from clienteling.hub.importing.values import Unfit

LONGEST_PART, DIGITS = 60, 12
_BLANK: dict[str, Any] = {"ean": "", "sku": "", "colour": "", "size": "", "price_cents": 0, "picture": ""}


class Articles:
    """Those of one transaction; only what is in `coming` can be taken."""

    def __init__(self, pen: Pen, coming: Sequence[tuple[str, HeardProduct]], language: str) -> None:
        self._pen = pen
        self._language = language
        self._known = Known(pen.conn, [Key(source, heard.key) for source, heard in coming])
        self._goods = Goods(pen.conn, list(_asked(coming, self._known)))
        self._known.look_up(self._goods.products, self._goods.variants)
        self.new: set[str] = set()
        """Our ids of variants that have got another name at a source."""
        self.dropped: list[tuple[Key, int]] = []
        """Variants that their source has no more, since when."""
        self.pictures: set[Key] = set()
        """Source and address of those that were named."""

    def take(self, source: str, heard: HeardProduct) -> None:
        key = Key(source, heard.key)
        known = self._known.products.get(key)
        if known is not None and heard.modified_at < known.modified_at:
            return
        labels = labelling.labels(heard)
        if not labels:
            if known is not None and heard.gone:
                self._gone(key, known, heard.modified_at)
            return
        product_id = self._product_id(key, heard, labels)
        self._put_product(key, heard, product_id, known)
        self._put_variants(key, labels, product_id, heard.modified_at)

    def _product_id(self, key: Key, heard: HeardProduct, labels: Sequence[Label]) -> str:
        known = self._known.products.get(key)
        if known is not None and known.product_id in self._goods.products:
            return known.product_id
        single = labelling.telling(labels)
        coded = [v for one in labels if (v := self._coded(Key(key.source, one.key), one, single))]
        models = Counter(str(self._goods.variants[one]["product_id"]) for one in coded)
        if models:
            return models.most_common(1)[0][0]
        name = labelling.name(heard)
        named = self._goods.model("", name) if name else None
        if named is not None and not self._known.is_another(key, named):
            return named
        return self._new_product(key, name or heard.key)

    def _new_product(self, key: Key, name: str) -> str:
        wanted = _short(cells.slug(name) or cells.slug(*key))
        product_id = wanted if wanted not in self._goods.products else _beside(name, key)
        if product_id in self._goods.products:
            return product_id
        row = {"id": product_id, "name": name, "family": "", "description": {}, "keywords": []}
        row |= {"price_cents": 0, "picture": "", "gone": False}
        self._pen.add("product", row)
        self._goods.add_product(row)
        return product_id

    def _put_product(
        self, key: Key, heard: HeardProduct, product_id: str, known: KnownProduct | None
    ) -> None:
        row = self._goods.products[product_id]
        said = labelling.fields(heard, row.get("description"), self._language)
        told = dict(known.told) if known else {}
        picture = labelling.address(heard.picture)
        self._known.put_product(
            key,
            KnownProduct(product_id, told | said, picture, heard.gone, heard.modified_at),
        )
        self._wish(key, picture)
        self._change("product", row, _anew(row, told, said) | self._sold(product_id, row))

    def _gone(self, key: Key, known: KnownProduct, at: int) -> None:
        self._known.put_product(
            key,
            KnownProduct(known.product_id, known.told, known.picture_url, True, at),
        )
        if row := self._goods.products.get(known.product_id):
            self._change("product", row, self._sold(known.product_id, row))

    def _sold(self, product_id: str, row: dict[str, Any]) -> dict[str, Any]:
        gone = self._known.all_gone(product_id)
        return {"gone": gone} if bool(row["gone"]) != gone else {}

    def _put_variants(self, key: Key, labels: Sequence[Label], product_id: str, at: int) -> None:
        before = self._known.of(key)
        single = labelling.telling(labels)
        for one in labels:
            self._put_variant(Key(key.source, one.key), key, one, product_id, single)
        told = {one.key for one in labels}
        self.dropped += [(Key(key.source, old), at) for old in before if old not in told]

    def _put_variant(
        self, key: Key, product: Key, said: Label, product_id: str, single: frozenset[tuple[str, str]]
    ) -> None:
        known = self._known.variants.get(key)
        variant_id = known.variant_id if known and known.variant_id in self._goods.variants else None
        if variant_id is None:
            variant_id = (
                self._coded(key, said, single)
                or self._looking(key, said, product_id)
                or self._new_variant(key, said, product_id)
            )
        if known is None or (known.variant_id, known.counted_as) != (variant_id, said.counted_as):
            self.new.add(variant_id)
        told = dict(known.told) if known else {}
        row = self._goods.variants[variant_id]
        self._change("variant", row, _anew(row, told, said.fields))
        self._known.put_variant(
            key, KnownVariant(product.key, variant_id, said.counted_as, told | said.fields, said.picture)
        )
        self._wish(key, said.picture)

    def _coded(self, key: Key, said: Label, single: frozenset[tuple[str, str]]) -> str | None:
        """By bar code first, then by the article number."""
        codes = {kind: code for kind in CODES if (kind, code := getattr(said, kind)) in single}
        for kind, code in codes.items():
            found = self._by(**{"ean": "", "sku": "", kind: code})
            if found and not self._known.is_taken(key, found) and not self._contradicts(found, said):
                return found
        return None

    def _by(self, ean: str, sku: str) -> str | None:
        try:
            return self._goods.coded(ean, sku)
        except Unfit:
            return None

    def _looking(self, key: Key, said: Label, product_id: str) -> str | None:
        found = self._goods.looking(product_id, said.colour, said.size)
        if found is None and not (said.colour or said.size):
            found = self._goods.only(product_id)
        free = found and not self._known.is_taken(key, found) and not self._contradicts(found, said)
        return found if free else None

    def _contradicts(self, variant_id: str, said: Label) -> bool:
        """Two bar codes are two articles."""
        ours = str(self._goods.variants[variant_id]["ean"])
        return bool(ours and said.ean) and ours.lstrip("0") != said.ean.lstrip("0")

    def _new_variant(self, key: Key, said: Label, product_id: str) -> str:
        tail = said.sku or said.ean or cells.slug(said.colour, said.size) or "1"
        variant_id = f"{product_id}/{_short(tail)}"
        if variant_id in self._goods.variants:
            variant_id = f"{product_id}/{_short(cells.slug(*key))}"
        if variant_id in self._goods.variants:
            return variant_id
        row = {**_BLANK, **said.fields, "id": variant_id, "product_id": product_id}
        self._pen.add("variant", row)
        self._goods.add_variant(row)
        return variant_id

    def _change(self, collection: str, row: dict[str, Any], news: dict[str, Any]) -> None:
        if not news:
            return
        self._pen.change(collection, row["id"], news)
        keep = self._goods.add_product if collection == "product" else self._goods.add_variant
        keep({**row, **news})

    def _wish(self, key: Key, url: str) -> None:
        if url:
            self.pictures.add(Key(key.source, url))


def _beside(name: str, key: Key) -> str:
    """The id of another article of that name."""
    return _short(cells.slug(name, *key))


def _short(words: str) -> str:
    """For an id, which has an end."""
    if len(words) <= LONGEST_PART:
        return words
    return f"{words[: LONGEST_PART - DIGITS]}{hashlib.sha256(words.encode()).hexdigest()[:DIGITS]}"


def _anew(ours: dict[str, Any], told: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """What it says otherwise than the last time, or where nothing stands."""
    changed = {field: value for field, value in said.items() if told.get(field) != value}
    return differing(ours, {f: v for f, v in changed.items() if f in told or not ours.get(f)})


def _asked(coming: Sequence[tuple[str, HeardProduct]], known: Known) -> list[dict[str, str]]:
    """As `Goods` takes it: every name by which one of ours may be found."""
    rows: list[dict[str, str]] = []
    for source, heard in coming:
        seen = known.products.get(Key(source, heard.key))
        rows.append({"name": labelling.name(heard), "model": seen.product_id if seen else ""})
        rows += [{"ean": one.ean, "sku": one.sku} for one in labelling.labels(heard)]
        named = labelling.name(heard) or heard.key
        rows.append({"model": _short(cells.slug(named) or cells.slug(source, heard.key))})
        rows.append({"model": _beside(named, Key(source, heard.key))})
    return rows
