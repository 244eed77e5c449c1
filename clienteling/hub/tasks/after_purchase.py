"""Some days after she bought something of worth: to ask how she is getting on with it."""

from collections.abc import Iterator

import sqlalchemy as sa

from clienteling.customers.aliases import together
from clienteling.hub.insight import receipts
from clienteling.hub.tasks.proposal import Proposal, shop_day
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, items_of
from clienteling.records import uncorrected
from clienteling.stores.queries import Store
from clienteling.tasks.values import Because, TaskRule

DAY_MS = 86_400_000
CAUGHT_UP = 2
"""Days: a hub that was switched off proposes what it missed, and nothing that is long past."""
CENTS = 100


def proposals(conn: sa.Connection, shop: Store, settings: TaskSettings, now: int) -> Iterator[Proposal]:
    if not settings.after_purchase_days:
        return
    until = now - settings.after_purchase_days * DAY_MS
    sales = conn.execute(_sales(shop.id, until - CAUGHT_UP * DAY_MS, until)).all()
    kept = _kept(conn, {row.customer_id for row in sales})
    for row in sales:
        bought = [item for item in items_of(row.items) if item.bought]
        dearest = max(bought, key=lambda item: item.price_cents, default=None)
        if dearest is None or _total(bought) < settings.after_purchase_from * CENTS:
            continue
        if dearest.product_id in kept.get(row.id, ()):
            yield Proposal(
                rule=TaskRule.AFTER_PURCHASE,
                about=row.id,
                customer_id=row.customer_id,
                store_id=shop.id,
                associate_id=row.associate_id,
                product_id=dearest.product_id,
                variant_id=dearest.variant_id,
                due_on=shop_day(now, shop.time_zone),
                because=Because(on=shop_day(row.at, shop.time_zone).isoformat()),
            )


def _sales(store_id: str, since: int, until: int) -> sa.Select:
    return (
        sa.select(interaction)
        .where(
            interaction.c.store_id == store_id,
            interaction.c.at > since,
            interaction.c.at <= until,
            interaction.c.kind == InteractionKind.SALE.value,
            interaction.c.customer_id.is_not(None),
            uncorrected(interaction),
        )
        .order_by(interaction.c.at, interaction.c.id)
    )


def _kept(conn: sa.Connection, ids: set[str]) -> dict[str, frozenset[str]]:
    """Each sale → the products of it that she has not brought back since."""
    people = {she.id: she for she in together(conn, ids).values()}
    found: dict[str, frozenset[str]] = {}
    for hers in receipts.of_people(conn, people.values()).values():
        found |= receipts.kept(hers)
    return found


def _total(items: list[Item]) -> int:
    return sum(item.price_cents * item.quantity for item in items)
