"""How many pieces of an article each shop has, from what sources counted in their places.

What was counted is kept as it was told, also of articles and places that nobody knows yet: once they are,
it counts. An older count never takes the place of a newer one, whoever told it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from clienteling.hub.connectors.heard import HeardLevel
from clienteling.hub.goods.known import Key
from clienteling.hub.goods.places import Places
from clienteling.hub.goods.tables import foreign_level, foreign_variant
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import differing, rows_by
from clienteling.hub.sources.source import Source
from clienteling.stock.tables import stock_level
from sync.batches import batches

MOST_PIECES = 1_000_000
_AT = foreign_level.c


class Count(NamedTuple):
    source: str
    place: str
    quantity: int
    incoming: int
    counted_at: int


class Levels:
    def __init__(self, pen: Pen, sources: Mapping[str, Source]) -> None:
        self._pen = pen
        self._sources = sources
        self._places = Places(pen.conn)
        self._touched: set[Key] = set()
        """What was counted, as its source names it."""

    def take(self, source: str, said: HeardLevel) -> None:
        where = _is(source, said.variant, said.place)
        known = self._pen.conn.execute(sa.select(_AT.counted_at).where(where)).first()
        if known is not None and said.counted_at < (known.counted_at or 0):
            return
        values = {
            "place_name": said.place_name,
            "store_id": self._places.shop(self._sources.get(source), said.place, said.place_name),
            "quantity": _pieces(said.quantity),
            "incoming": _pieces(said.incoming),
            "counted_at": said.counted_at,
        }
        if known is None:
            key = {"source": source, "variant": said.variant, "place": said.place}
            self._pen.conn.execute(sa.insert(foreign_level).values(**key, **values))
        else:
            self._pen.conn.execute(sa.update(foreign_level).where(where).values(values))
        self._touched.add(Key(source, said.variant))

    def drop(self, variant: Key, at: int) -> None:
        """The source has it no more: none is left in any of its places."""
        older = _AT.source == variant.source, _AT.variant == variant.key, _AT.counted_at <= at
        none = {"quantity": 0, "incoming": 0, "counted_at": at}
        self._pen.conn.execute(sa.update(foreign_level).where(*older).values(none))
        self._touched.add(variant)

    def settle(self, variant_ids: Iterable[str]) -> None:
        """Work out the stock of these, and of all that was counted."""
        wanted = sorted({*variant_ids, *_ours(self._pen.conn, self._touched)})
        self._touched.clear()
        for some in batches(wanted):
            self._settle(some)

    def look_again(self) -> None:
        """Settings or shops may say more of the places than they did."""
        of = sa.select(_AT.source, _AT.place, _AT.place_name, _AT.store_id).distinct()
        for row in self._pen.conn.execute(of).all():
            now = self._places.shop(self._sources.get(row.source), row.place, row.place_name)
            if now != row.store_id and row.source in self._sources:
                self._move(row, now)
        self.settle(())

    def _move(self, row: sa.Row[Any], store_id: str | None) -> None:
        """What was counted there is another shop's, or no one's any more."""
        conn = self._pen.conn
        before = _AT.store_id.is_(None) if row.store_id is None else _AT.store_id == row.store_id
        there = _AT.source == row.source, _AT.place == row.place, _AT.place_name == row.place_name, before
        variants = conn.scalars(sa.select(_AT.variant).where(*there)).all()
        conn.execute(sa.update(foreign_level).where(*there).values(store_id=store_id))
        moved = {Key(row.source, variant) for variant in variants}
        self._touched |= moved
        if row.store_id is not None:
            self._forget([f"{one}@{row.store_id}" for one in _ours(conn, moved)])

    def _forget(self, level_ids: Sequence[str]) -> None:
        """They were of another shop; `settle` makes anew what is still true."""
        for some in batches(level_ids):
            known = sa.select(stock_level.c.id).where(stock_level.c.id.in_(some))
            for level_id in self._pen.conn.scalars(known).all():
                self._pen.writer.remove("stock_level", level_id)

    def _settle(self, variant_ids: Sequence[str]) -> None:
        found = _counted(self._pen.conn, variant_ids)
        ids = [f"{variant_id}@{store_id}" for variant_id, store_id in found]
        levels = sa.select(stock_level).where(stock_level.c.id.in_(ids))
        known = rows_by(self._pen.conn.execute(levels)) if ids else {}
        for (variant_id, store_id), counts in found.items():
            level_id, now = f"{variant_id}@{store_id}", _together(counts)
            before = known.get(level_id)
            if before is None:
                row = {"id": level_id, "variant_id": variant_id, "store_id": store_id}
                self._pen.add("stock_level", {**row, **now})
            elif now["counted_at"] >= int(str(before["counted_at"] or 0)):
                self._change(level_id, differing(before, now))

    def _change(self, level_id: str, news: dict[str, object]) -> None:
        if news:
            self._pen.change("stock_level", level_id, news)


def _together(counts: Sequence[Count]) -> dict[str, int]:
    """The source that counted last, with all its places that are this shop: sales floor and store room."""
    newest = max(counts, key=lambda one: one.counted_at)
    places: dict[str, Count] = {}
    for one in sorted(counts, key=lambda one: one.counted_at):
        if one.source == newest.source:
            places[one.place] = one
    return {
        "quantity": sum(one.quantity for one in places.values()),
        "incoming": sum(one.incoming for one in places.values()),
        "counted_at": newest.counted_at,
    }


def _counted(conn: sa.Connection, variant_ids: Sequence[str]) -> dict[tuple[str, str], list[Count]]:
    """(variant, shop), both ours → what was counted there."""
    of, found = foreign_variant.c, dict[tuple[str, str], list[Count]]()
    for name in (of.key, of.counted_as):
        rows = conn.execute(
            sa.select(
                of.variant_id,
                _AT.store_id,
                _AT.source,
                _AT.place,
                _AT.quantity,
                _AT.incoming,
                _AT.counted_at,
            )
            .join_from(foreign_variant, foreign_level, sa.and_(_AT.source == of.source, _AT.variant == name))
            .where(of.variant_id.in_(variant_ids), _AT.store_id.is_not(None))
        )
        for variant_id, store_id, *rest in rows:
            found.setdefault((variant_id, store_id), []).append(Count(*rest))
    return found


def _ours(conn: sa.Connection, named: Iterable[Key]) -> set[str]:
    by_source: dict[str, list[str]] = {}
    for source, variant in named:
        by_source.setdefault(source, []).append(variant)
    of, found = foreign_variant.c, set[str]()
    for source, variants in by_source.items():
        for some in batches(sorted(variants)):
            fitting = sa.or_(of.key.in_(some), of.counted_as.in_(some))
            found.update(conn.scalars(sa.select(of.variant_id).where(of.source == source, fitting)))
    return found


def _is(source: str, variant: str, place: str) -> sa.ColumnElement[bool]:
    return sa.and_(_AT.source == source, _AT.variant == variant, _AT.place == place)


def _pieces(said: int) -> int:
    return max(0, min(said, MOST_PIECES))
