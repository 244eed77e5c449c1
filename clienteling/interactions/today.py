"""Who came to the shop today, and how many of them were recognised."""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from clienteling.catalog.products import Named, named
from clienteling.customers.aliases import of_record
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, Outcome, Reason, items_of
from clienteling.prepared import Prepared, Row
from clienteling.records import uncorrected
from clienteling.vocabulary import known

_NOT_IN_THE_SHOP = (InteractionKind.CALL.value, InteractionKind.MESSAGE.value)
_CAME = Prepared(
    sa.select(
        interaction.c.id,
        interaction.c.visit_id,
        interaction.c.customer_id,
        interaction.c.kind,
        interaction.c.outcome,
        interaction.c["items"],
        interaction.c.at,
        customer.c.id.label("stands_id"),
        customer.c.given_name,
        customer.c.family_name,
    )
    .outerjoin_from(interaction, customer, customer.c.id == of_record(interaction.c.customer_id))
    .where(
        interaction.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        interaction.c.at >= sa.bindparam("since", type_=sa.BigInteger),
        interaction.c.at < sa.bindparam("before", type_=sa.BigInteger),
        interaction.c.kind.not_in(_NOT_IN_THE_SHOP),
        uncorrected(interaction),
    )
    .order_by(interaction.c.at.desc(), interaction.c.id.desc())
)


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """One visit, as what was recorded last in it; without a customer it was somebody not recognised."""

    visit_id: str
    customer_id: str | None = None
    name: str = ""
    at: int = 0
    kind: InteractionKind = InteractionKind.VISIT
    outcome: Outcome = Outcome.NONE
    reason: Reason = Reason.NONE
    product_name: str = ""
    colour: str = ""
    size: str = ""


class Today(msgspec.Struct, frozen=True, kw_only=True):
    visitors: tuple[Visitor, ...] = ()
    """Newest first."""
    recognised: int = 0

    @property
    def visits(self) -> int:
        return len(self.visitors)


def today(conn: sa.Connection, store_id: str, day_start: int, day_end: int) -> Today:
    """The visits from `day_start` up to, not including, `day_end` (milliseconds since 1970 UTC)."""
    newest: dict[str, Row] = {}
    asked = {"in_store": store_id, "since": day_start, "before": day_end}
    for row in _CAME.rows(conn, asked):
        newest.setdefault(row.visit_id or row.id, row)
    firsts = {visit: _first_item(row) for visit, row in newest.items()}
    products = _products(conn, firsts.values())
    visitors = tuple(_visitor(visit, row, firsts[visit], products) for visit, row in newest.items())
    return Today(visitors=visitors, recognised=sum(v.customer_id is not None for v in visitors))


def _first_item(row: Row) -> Item | None:
    return next(iter(items_of(row.items)), None)


def _products(conn: sa.Connection, items: Iterable[Item | None]) -> Named:
    mentioned = [item for item in items if item]
    return named(conn, (i.product_id for i in mentioned), (i.variant_id for i in mentioned))


def _visitor(visit_id: str, row: Row, item: Item | None, products: Named) -> Visitor:
    product = products.get(item.product_id, item.variant_id) if item else None
    return Visitor(
        visit_id=visit_id,
        customer_id=row.stands_id or row.customer_id,
        name=f"{row.given_name or ''} {row.family_name or ''}".strip(),
        at=row.at,
        kind=known(InteractionKind, row.kind, InteractionKind.VISIT),
        outcome=known(Outcome, row.outcome, Outcome.NONE),
        reason=item.reason if item else Reason.NONE,
        product_name=product.name if product else "",
        colour=product.colour if product else "",
        size=product.size if product else "",
    )
