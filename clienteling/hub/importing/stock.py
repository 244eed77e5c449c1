"""Stock per shop from a file."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from clienteling.hub.importing import cells, days, figures
from clienteling.hub.importing.goods import Goods, colour
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import Import, Shops, differing, rows_by
from clienteling.hub.importing.values import Entry, Fate, Outcome, Unfit
from clienteling.marking import msgid
from clienteling.stock.tables import stock_level

Said = dict[str, Any]


class Stock:
    def __init__(self, work: Import) -> None:
        self._work = work

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        shops = Shops(pen.conn)
        rows = [self._read(entry, shops) for entry in entries]
        said = [row for row in rows if not isinstance(row, Unfit)]
        goods = Goods(pen.conn, said)
        places = [self._place(row, goods) if not isinstance(row, Unfit) else row for row in rows]
        ids = [place for place in places if isinstance(place, str)]
        levels = rows_by(pen.conn.execute(sa.select(stock_level).where(stock_level.c.id.in_(ids))))
        outcomes: list[Outcome] = []
        for entry, row, place in zip(entries, rows, places, strict=True):
            try:
                fit = isinstance(place, str) and not isinstance(row, Unfit)
                outcomes.append(self._one(pen, entry, row, place, levels) if fit else place)
            except Unfit as unfit:
                outcomes.append(unfit)
        return outcomes

    def _read(self, entry: Entry, shops: Shops) -> Said | Unfit:
        values, reading = entry.values, self._work.reading
        try:
            said: Said = {
                "ean": cells.ean(values.get("ean", "")),
                "sku": cells.code(values.get("sku", "")),
                "model": cells.code(values.get("model", "")),
                "colour": colour(values.get("colour", "")),
                "size": cells.code(values.get("size", "")),
                "shop": self._shop(values.get("shop", ""), shops),
                "quantity": figures.pieces(values.get("quantity", ""), reading.decimal),
            }
            if cells.text(values.get("incoming", "")):
                said["incoming"] = figures.pieces(values["incoming"], reading.decimal)
            if cells.text(counted := values.get("counted_at", "")):
                said["counted_at"] = days.moment(counted, reading.dates, shops.zone(said["shop"]))
        except Unfit as unfit:
            return unfit
        return said

    def _shop(self, written: str, shops: Shops) -> str:
        found = shops.get(cells.name(written), self._work.shop)
        if found is None:
            raise Unfit(msgid("This row names no shop. Add a column, or say which with --store."))
        return found

    def _place(self, said: Said, goods: Goods) -> str | Unfit:
        """The id of the level: which variant, in which shop."""
        try:
            found = goods.coded(said["ean"], said["sku"])
        except Unfit as unfit:
            return unfit
        model = goods.model(said["model"], "") if said["model"] and not found else None
        if model is not None:
            look = bool(said["colour"] or said["size"])
            found = goods.looking(model, said["colour"], said["size"]) if look else goods.only(model)
        if found is None:
            return Unfit(
                msgid(
                    "No product here has this bar code, article number or model. Import the products first."
                )
            )
        said["variant_id"] = found
        return f"{found}@{said['shop']}"

    def _one(
        self, pen: Pen, entry: Entry, said: Said, place: str, levels: dict[str, dict[str, object]]
    ) -> Fate:
        if self._work.seen.before(place, repr(said), entry.number):
            return Fate.SAME
        own = {field: said[field] for field in ("quantity", "incoming") if field in said}
        own["counted_at"] = said.get("counted_at", self._work.written_at)
        if place not in levels:
            pen.add(
                "stock_level",
                {"id": place, "variant_id": said["variant_id"], "store_id": said["shop"], **own},
            )
            return Fate.NEW
        known = levels[place]
        if own["counted_at"] < (known["counted_at"] or 0):
            return Fate.SAME  # counted before what is known here
        news = differing(known, own)
        if news:
            pen.change("stock_level", place, news)
        return Fate.CHANGED if news else Fate.SAME
