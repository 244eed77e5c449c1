"""What somebody left without because it was not there has come in."""

from collections.abc import Collection, Iterator, Mapping

import sqlalchemy as sa

from clienteling.customers.aliases import her
from clienteling.hub.insight import receipts
from clienteling.hub.tasks.proposal import Proposal, shop_day
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Reason, items_of
from clienteling.records import uncorrected
from clienteling.stock.tables import stock_level
from clienteling.stores.queries import Store, stores
from clienteling.tasks.values import Because, TaskRule
from sync.batches import batches

DAY_MS = 86_400_000


def proposals(
    conn: sa.Connection, level_ids: Collection[str], settings: TaskSettings, now: int
) -> Iterator[Proposal]:
    """Of the stock levels that moved."""
    arrived = _arrived(conn, level_ids) if settings.back_in_stock_days else {}
    for shop in stores(conn):
        if shop.id in arrived:
            since = now - settings.back_in_stock_days * DAY_MS
            yield from _missed(conn, shop, arrived[shop.id], since, now)


def _arrived(conn: sa.Connection, level_ids: Collection[str]) -> dict[str, dict[str, sa.Row]]:
    """Shop → variant → the level of which there is something."""
    found: dict[str, dict[str, sa.Row]] = {}
    for some in batches(sorted(level_ids)):
        query = sa.select(stock_level).where(stock_level.c.id.in_(some), stock_level.c.quantity > 0)
        for row in conn.execute(query):
            found.setdefault(row.store_id or "", {})[row.variant_id or ""] = row
    return found


def _missed(
    conn: sa.Connection, shop: Store, arrived: Mapping[str, sa.Row], since: int, now: int
) -> Iterator[Proposal]:
    for row in conn.execute(_lost(shop.id, since)):
        for item in items_of(row.items):
            level = arrived.get(item.variant_id or "")
            if item.reason is not Reason.NOT_IN_STOCK or level is None:
                continue
            # a count from before she came says nothing new
            if (level.counted_at or 0) > row.at and not _bought_since(conn, row, item.product_id):
                yield Proposal(
                    rule=TaskRule.BACK_IN_STOCK,
                    about=f"{row.id}/{item.variant_id}",
                    customer_id=row.customer_id,
                    store_id=shop.id,
                    associate_id=row.associate_id,
                    product_id=item.product_id,
                    variant_id=item.variant_id,
                    due_on=shop_day(now, shop.time_zone),
                    because=Because(on=shop_day(row.at, shop.time_zone).isoformat(), pieces=level.quantity),
                )


def _lost(store_id: str, since: int) -> sa.Select:
    """Also in a sale one thing may be left behind."""
    return sa.select(interaction).where(
        interaction.c.store_id == store_id,
        interaction.c.at > since,
        interaction.c.kind.in_([InteractionKind.NOT_BOUGHT.value, InteractionKind.SALE.value]),
        interaction.c.customer_id.is_not(None),
        sa.cast(interaction.c["items"], sa.Text).like(f"%{Reason.NOT_IN_STOCK.value}%"),
        uncorrected(interaction),
    )


def _bought_since(conn: sa.Connection, row: sa.Row, product_id: str) -> bool:
    she = her(conn, row.customer_id)
    hers = receipts.of_people(conn, [she]).get(she.id, [])
    return any(
        receipt.at > row.at and not receipt.back and any(i.product_id == product_id for i in receipt.items)
        for receipt in hers
    )
