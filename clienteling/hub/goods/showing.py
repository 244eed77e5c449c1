"""Which pictures tablets get: of what is in stock and new first, until their budget is spent.

A tablet fetches every picture that a record names, and drops those that none names any more. So the budget is
kept by naming no more: what is over it stays at the hub, and is named when there is room.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.goods.album import forget
from clienteling.hub.goods.tables import foreign_product, foreign_variant, picture
from clienteling.stock.tables import stock_level
from sync.batches import batches
from sync.hub.writer import HubWriter

AT_ONCE: Final = 200
"""Records in one transaction."""


class Place(NamedTuple):
    """A record that can show a picture, as a source knows it."""

    collection: str
    record_id: str
    source: str
    key: str


class Shown(msgspec.Struct, frozen=True):
    """A record with the picture that a source has for it, and the ones that stand there now."""

    place: Place
    rank: tuple[object, ...]
    digest: str
    size: int
    put: str
    """What this source put there."""
    now: str
    """What the record shows."""


def plan(conn: sa.Connection, budget: int) -> dict[Place, str]:
    """What is to be shown otherwise than now; `budget` in bytes. Empty where all is as it should be."""
    fitting: dict[str, int] = {}
    spent = 0
    wanted: dict[Place, str] = {}
    for record in _by_record(sorted(_candidates(conn), key=lambda one: one.rank)):
        if not _is_ours(record):
            continue
        chosen = next((one for one in record if one.digest), record[0])
        if chosen.digest and chosen.digest not in fitting and spent + chosen.size <= budget:
            fitting[chosen.digest] = chosen.size
            spent += chosen.size
        digest = chosen.digest if chosen.digest in fitting else ""
        if digest != chosen.now or digest != chosen.put:
            wanted[chosen.place] = digest
    return wanted


def show(writer: HubWriter, wanted: Mapping[Place, str]) -> None:
    """Within one transaction; a file that nothing names any more goes."""
    conn = writer.connection
    before: set[str] = set()
    for place, digest in wanted.items():
        table = product if place.collection == "product" else variant
        now = conn.scalar(sa.select(table.c.picture).where(table.c.id == place.record_id))
        if now is not None and now != digest:
            writer.update(place.collection, place.record_id, {"picture": digest})
            before.add(now)
        of = foreign_product if place.collection == "product" else foreign_variant
        named = sa.and_(of.c.source == place.source, of.c.key == place.key)
        conn.execute(sa.update(of).where(named).values(picture=digest))
    forget(conn, before - {""})


def _by_record(sorted_ones: Iterable[Shown]) -> list[list[Shown]]:
    """In the order of their first; a record that several sources know has one picture."""
    records: dict[tuple[str, str], list[Shown]] = {}
    for one in sorted_ones:
        records.setdefault((one.place.collection, one.place.record_id), []).append(one)
    return list(records.values())


def _is_ours(record: list[Shown]) -> bool:
    """A picture that came by other means stays."""
    return record[0].now in {"", *(one.put for one in record)}


def _candidates(conn: sa.Connection) -> Iterator[Shown]:
    stocked = set(
        conn.scalars(
            sa.select(variant.c.product_id)
            .join_from(stock_level, variant, variant.c.id == stock_level.c.variant_id)
            .where(stock_level.c.quantity > 0)
        )
    )
    of = foreign_product.c
    changed = sa.select(of.product_id, sa.func.max(of.modified_at).label("at")).group_by(of.product_id)
    newest = {row.product_id: row.at for row in conn.execute(changed)}
    for collection, query in (("product", _PRODUCTS), ("variant", _VARIANTS)):
        for row in conn.execute(query):
            yield _shown(collection, row, stocked, newest)


def _shown(collection: str, row: sa.Row[Any], stocked: set[Any], newest: Mapping[Any, Any]) -> Shown:
    place = Place(collection, row.record_id, row.source, row.key)
    first = (row.gone, row.product_id not in stocked, -(newest.get(row.product_id) or 0))
    rank = (*first, row.product_id, collection, row.record_id, row.source, row.key)
    return Shown(place, rank, row.digest or "", row.size or 0, row.put, row.now)


def _query(foreign: sa.Table, record: sa.Table, record_id: sa.Column[Any]) -> sa.Select[Any]:
    fetched = sa.and_(picture.c.source == foreign.c.source, picture.c.url == foreign.c.picture_url)
    of_model = product.c.id == (record.c.id if record is product else record.c.product_id)
    joined = foreign.join(record, record.c.id == record_id)
    if record is not product:
        joined = joined.join(product, of_model)
    return sa.select(
        record.c.id.label("record_id"),
        product.c.id.label("product_id"),
        product.c.gone,
        foreign.c.source,
        foreign.c.key,
        foreign.c.picture.label("put"),
        record.c.picture.label("now"),
        picture.c.digest,
        picture.c.size,
    ).select_from(joined.outerjoin(picture, fetched))


_PRODUCTS = _query(foreign_product, product, foreign_product.c.product_id)
_VARIANTS = _query(foreign_variant, variant, foreign_variant.c.variant_id)


def parts(wanted: Mapping[Place, str]) -> Iterator[dict[Place, str]]:
    """For one transaction each."""
    return (dict(some) for some in batches(list(wanted.items()), AT_ONCE))
