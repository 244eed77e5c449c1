"""What a figure of a day was counted from: the records themselves, by the same rules as the figure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

import msgspec
import sqlalchemy as sa

from clienteling.catalog.products import Named, named
from clienteling.customers.aliases import of_record
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.promises.queries import PROMISE, views
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState, PromiseView
from clienteling.review import counting
from clienteling.review.queries import deeds_of
from clienteling.review.values import Deed


class OfKind(msgspec.Struct, frozen=True, tag="kind"):
    """All records, or those of one kind."""

    kind: InteractionKind | None = None


class OfVisits(msgspec.Struct, frozen=True, tag="visits"):
    """All that was recorded in the shop."""


class OfVisit(msgspec.Struct, frozen=True, tag="visit"):
    visit_id: str


class OfReason(msgspec.Struct, frozen=True, tag="reason"):
    """Not bought because of that."""

    reason: Reason


class OfItem(msgspec.Struct, frozen=True, tag="item"):
    """Wanted and not bought."""

    product_id: str
    variant_id: str | None = None


Asked = OfKind | OfVisits | OfVisit | OfReason | OfItem


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An interaction with the names it needs on a screen."""

    id: str
    customer_id: str | None = None
    name: str = ""
    at: int = 0
    kind: InteractionKind = InteractionKind.VISIT
    items: tuple[tuple[Item, str, str, str], ...] = ()
    """Each with its product's name, colour and size."""
    summary: str = ""


_WHO = (
    sa.select(
        interaction.c.id,
        interaction.c.customer_id,
        interaction.c.summary,
        customer.c.id.label("stands_id"),
        customer.c.given_name,
        customer.c.family_name,
    )
    .outerjoin_from(interaction, customer, customer.c.id == of_record(interaction.c.customer_id))
    .where(interaction.c.id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)))
)
_PROMISED = PROMISE.where(
    promise.c.store_id == sa.bindparam("in_store", type_=sa.Text),
    promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
    promise.c.due_on == sa.bindparam("on", type_=sa.Text),
).order_by(promise.c.state.desc(), promise.c.made_at, promise.c.id)


def counted(deeds: Sequence[Deed], asked: Asked) -> list[Deed]:
    """Those of a day's that it was counted from, the newest first."""
    return [deed for deed in reversed(deeds) if _is_meant(deed, asked)]


def records(
    conn: sa.Connection, store_id: str, day: date, time_zone: str, asked: Asked
) -> tuple[Record, ...]:
    """`time_zone` is the shop's. The newest first."""
    meant = counted(deeds_of(conn, store_id, day, time_zone), asked)
    who = {row.id: row for row in conn.execute(_WHO, {"ids": [deed.id for deed in meant]})}
    items = [item for deed in meant for item in deed.items]
    names = named(conn, (item.product_id for item in items), (item.variant_id for item in items))
    return tuple(_record(deed, who[deed.id], names) for deed in meant)


def promises(conn: sa.Connection, store_id: str, day: date, today: date) -> list[PromiseView]:
    """Those that were to be kept on that day; what is still open first."""
    rows = conn.execute(_PROMISED, {"in_store": store_id, "on": day.isoformat()}).all()
    return views(conn, rows, today)


def _is_meant(deed: Deed, asked: Asked) -> bool:
    match asked:
        case OfKind(kind):
            return kind is None or deed.kind is kind
        case OfVisits():
            return bool(counting.visits([deed]))
        case OfVisit(visit_id):
            return (deed.visit_id or deed.id) == visit_id
        case OfReason(reason):
            return any(item.reason is reason for item in counting.lost_items([deed]))
        case OfItem(product_id, variant_id):
            return any(
                (item.product_id, item.variant_id) == (product_id, variant_id)
                for item in counting.lost_items([deed])
            )
        case _:
            assert_never(asked)


def _record(deed: Deed, row: sa.Row, names: Named) -> Record:
    return Record(
        id=deed.id,
        customer_id=row.stands_id or deed.customer_id,
        name=f"{row.given_name or ''} {row.family_name or ''}".strip(),
        at=deed.at,
        kind=deed.kind,
        items=tuple(_items(deed.items, names)),
        summary=row.summary,
    )


def _items(items: Iterable[Item], names: Named) -> Iterable[tuple[Item, str, str, str]]:
    for item in items:
        product = names.get(item.product_id, item.variant_id)
        if product is not None:
            yield item, product.name, product.colour, product.size
