"""An order of which the shop's own system tells, and its website's analytics too, is one order.

The system's word stands, whichever comes first: it knows what was paid, and what became of it.
"""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.hub.identity.strangers import Waiting
from clienteling.timeline.tables import event
from clienteling.timeline.values import detail_of
from clienteling.vocabulary import Channel
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said

_SITE = "segment:"
_KEYED = "order/"
_BY_SITES = Said(
    lambda kind: (
        sa.select(event.c.id)
        .where(
            among(kind, event.c.customer_id, "ids"),
            event.c.channel == sa.bindparam("channel"),
            event.c.source.like(sa.bindparam("sites")),
        )
        .limit(1)
    )
)
"""Asked with every order of a shop, of which hardly one was told by its website before."""


def is_of_a_site(source: str) -> bool:
    return source.startswith(_SITE)


def is_told(conn: sa.Connection, customer_id: str, heard: Waiting) -> bool:
    """What her website says of an order: whether the shop's system has told of it."""
    number = _plain(heard.event.detail.order_number)
    told = (row for row in _orders(conn, customer_id) if not is_of_a_site(row.source))
    return any(number in _names(row.source_id, row.detail) for row in told) if number else False


def by_a_site(conn: sa.Connection, customer_id: str, heard: Waiting) -> list[str]:
    """The ids of what her website told of an order that the shop's system tells of now."""
    if not _from_sites(conn, customer_id):
        return []
    names = {_plain(heard.event.detail.order_number), *_numbered(heard.source_id)} - {""}
    told = (row for row in _orders(conn, customer_id) if is_of_a_site(row.source))
    return [row.id for row in told if _plain(detail_of(row.detail).order_number) in names]


def _from_sites(conn: sa.Connection, customer_id: str) -> bool:
    ids = bound(conn, ids_of(conn, customer_id))
    return _BY_SITES.value(conn, ids=ids, channel=Channel.ORDER.value, sites=f"{_SITE}%") is not None


def _orders(conn: sa.Connection, customer_id: str) -> Sequence[sa.Row]:
    query = sa.select(event.c.id, event.c.source, event.c.source_id, event.c.detail)
    hers = event.c.customer_id.in_(ids_of(conn, customer_id))
    return conn.execute(query.where(hers, event.c.channel == Channel.ORDER)).all()


def _names(source_id: str, detail: object) -> Iterator[str]:
    """What is printed on it, and its id: websites have the one or the other."""
    yield _plain(detail_of(detail).order_number)
    yield from _numbered(source_id)


def _numbered(source_id: str) -> Iterator[str]:
    if source_id.startswith(_KEYED):
        yield source_id.split("/")[1]


def _plain(number: str) -> str:
    return number.strip().lstrip("#")
