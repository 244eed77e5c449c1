"""One shop's askers: what is open about a product, and who tried it on or left it lately."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from clienteling.askers.rules import once_each, wanted
from clienteling.askers.values import Asker, Tried
from clienteling.baskets.queries import receipts_between
from clienteling.baskets.rules import INTEREST_LASTS
from clienteling.catalog.products import named
from clienteling.customers.aliases import of_record
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, items_of
from clienteling.promises import queries as promises
from clienteling.promises.values import PromiseView
from clienteling.records import uncorrected
from clienteling.reservations import queries as reservations
from clienteling.reservations.values import ReservationView
from clienteling.tasks import queries as tasks
from clienteling.tasks.values import TaskView
from clienteling.vocabulary import known
from clienteling.wording import Wording

MOST = 60
"""Of what was tried on: the newest."""
_NO_ASKING = (InteractionKind.RETURN.value, InteractionKind.COMPLAINT.value)
_TRIED = (
    sa.select(
        interaction.c.id,
        interaction.c.kind,
        interaction.c["items"],
        interaction.c.at,
        interaction.c.customer_id,
        customer.c.id.label("stands_id"),
        customer.c.given_name,
        customer.c.family_name,
    )
    .outerjoin_from(interaction, customer, customer.c.id == of_record(interaction.c.customer_id))
    .where(
        interaction.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        interaction.c.at > sa.bindparam("since", type_=sa.BigInteger),
        interaction.c.kind.not_in(_NO_ASKING),
        # the items are read one by one; most records are of other products
        sa.cast(interaction.c["items"], sa.Text).contains(sa.bindparam("product_id", type_=sa.Text)),
        uncorrected(interaction),
    )
    .order_by(interaction.c.at.desc(), interaction.c.id.desc())
    .limit(MOST)
)


def askers(
    conn: sa.Connection, product_id: str, store_id: str, now: int, wording: Wording
) -> tuple[Asker, ...]:
    """Whoever has bought it since, anywhere, is not among them, unless something is still open."""
    today = wording.day_of(now)
    open_ones = [
        *promises.open_about(conn, product_id, store_id, today),
        *reservations.asked_about(conn, product_id, store_id),
        *tasks.open_about(conn, product_id, store_id, today, now),
    ]
    bound = [_of_open(one) for one in open_ones]
    tried = once_each(_tried(conn, product_id, store_id, now - INTEREST_LASTS))
    known_already = {asker.customer_id for asker in bound}
    left = (one for one in tried if one.customer_id not in known_already)
    return tuple(once_each([*bound, *(one for one in left if not _bought(conn, one, product_id, now))]))


def _of_open(one: PromiseView | ReservationView | TaskView) -> Asker:
    return Asker(
        customer_id=one.customer_id,
        name=one.customer_name,
        at=one.at if isinstance(one, ReservationView) else one.made_at,
        how=one,
        variant_id=one.variant_id,
    )


def _tried(conn: sa.Connection, product_id: str, store_id: str, since: int) -> Iterator[Asker]:
    asked = {"in_store": store_id, "since": since, "product_id": product_id}
    rows = conn.execute(_TRIED, asked).all()
    found = [(row, item) for row in rows for item in _left(items_of(row.items), product_id)]
    products = named(conn, [product_id], (item.variant_id for _, item in found))
    for row, item in found:
        kind = known(InteractionKind, row.kind, InteractionKind.VISIT)
        yield Asker(
            customer_id=row.stands_id or row.customer_id or "",
            name=f"{row.given_name or ''} {row.family_name or ''}".strip(),
            at=row.at,
            how=Tried(
                # what a sale left behind
                kind=InteractionKind.NOT_BOUGHT if kind is InteractionKind.SALE else kind,
                item=item,
                product=products.get(item.product_id, item.variant_id),
            ),
            variant_id=wanted(item),
        )


def _left(items: Iterable[Item], product_id: str) -> Iterator[Item]:
    return (item for item in items if item.product_id == product_id and not item.bought)


def _bought(conn: sa.Connection, asker: Asker, product_id: str, now: int) -> bool:
    if not asker.customer_id:
        return False
    since = receipts_between(conn, asker.customer_id, asker.at, now + 1)
    return any(item.product_id == product_id for one in since if not one.back for item in one.items)
