"""What `hub sources` says of goods: articles, places that are no shop yet, pictures that did not come."""

from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa
from rich.table import Table

from clienteling.hub.goods.tables import foreign_level, foreign_product, foreign_variant, picture
from clienteling.hub.retold import retold
from clienteling.hub.sources.said import ONLINE
from clienteling.hub.sources.source import Source
from clienteling.marking import msgid
from clienteling.wording import Wording

MOST = 30
_ARTICLES = (
    msgid("source"),
    msgid("products"),
    msgid("variants"),
    msgid("not sold any more"),
    msgid("pictures"),
    msgid("still to be fetched"),
)
_PLACES = (
    msgid("source"),
    msgid("a place that is no shop here"),
    msgid("counts"),
    msgid("write in its section; start the hub anew"),
)
_PICTURES = (msgid("source"), msgid("pictures that did not come"), msgid("times"))


def goods_tables(conn: sa.Connection, sources: Iterable[Source], wording: Wording) -> Sequence[Table]:
    """Each has rows only where there is something to say."""
    names = {source.id: source.name for source in sources}
    tables = (_articles, _unknown_places, _without)
    return [table(conn, names, wording) for table in tables]


def _articles(conn: sa.Connection, names: dict[str, str], wording: Wording) -> Table:
    table = Table(*(wording.say(heading) for heading in _ARTICLES))
    for source, name in names.items():
        of, at = foreign_product.c, picture.c
        figures = (
            _count(conn, of.source == source),
            _count(conn, foreign_variant.c.source == source),
            _count(conn, of.source == source, of.gone.is_(True)),
            _count(conn, at.source == source, at.digest != ""),
            _count(conn, at.source == source, at.digest == "", at.problem == ""),
        )
        if any(figures):
            table.add_row(name, *(wording.number(n) if n else "" for n in figures))
    return table


def _unknown_places(conn: sa.Connection, names: dict[str, str], wording: Wording) -> Table:
    """Whose stock nobody has said: with what to write in hub.toml."""
    table = Table(*(wording.say(heading) for heading in _PLACES))
    of = foreign_level.c
    counted = (
        sa.select(of.source, of.place, of.place_name, sa.func.count().label("counts"))
        .where(of.store_id.is_(None))
        .group_by(of.source, of.place, of.place_name)
        .order_by(of.source, of.place)
    )
    for row in _of_these(conn, counted, names):
        called = " ".join(part for part in (row.place, row.place_name) if part)
        shop = wording.say("SHOP")
        remedy = f'shops = "{row.place or ONLINE}={shop}"'
        table.add_row(
            names[row.source], called or wording.say("the online shop"), wording.number(row.counts), remedy
        )
    return table


def _without(conn: sa.Connection, names: dict[str, str], wording: Wording) -> Table:
    table = Table(*(wording.say(heading) for heading in _PICTURES))
    of = picture.c
    grouped = (
        sa.select(of.source, of.problem, sa.func.count().label("times"))
        .where(of.problem != "")
        .group_by(of.source, of.problem)
        .order_by(sa.desc("times"))
        .limit(MOST)
    )
    for row in _of_these(conn, grouped, names):
        table.add_row(names[row.source], retold(row.problem, wording), wording.number(row.times))
    return table


def _of_these(conn: sa.Connection, query: sa.Select, names: dict[str, str]) -> Iterator[sa.Row]:
    return (row for row in conn.execute(query) if row.source in names)


def _count(conn: sa.Connection, *where: sa.ColumnElement[bool]) -> int:
    return conn.execute(sa.select(sa.func.count()).where(*where)).scalar_one()
