"""What a sale does to the things that were held for her: she has them now, so the promise is kept."""

from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.interactions.values import Item
from clienteling.promises import use_cases as promises
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.staff.values import Author
from sync.writer import Writer


def release(
    writer: Writer,
    customer_id: str | None,
    items: Iterable[Item],
    *,
    sale_id: str,
    author: Author,
    instead_of: str | None = None,
) -> None:
    """Keep what was held and is now sold; what only the sale `instead_of` had kept is open again."""
    bought = [item for item in items if item.bought]
    _keep(writer, customer_id, bought, sale_id, author)
    if instead_of is not None:
        _follow(writer, bought, instead_of, sale_id, author)


def hold_again(writer: Writer, sale_id: str, *, author: Author) -> None:
    """The sale did not happen: whatever it had kept is open again."""
    for row in _kept_by(writer.connection, sale_id):
        promises.reopen(writer, row.id, author=author)


def is_the_held_thing(item: Item, product_id: str | None, variant_id: str | None) -> bool:
    """The 38 does not keep a promise about the 39; any of them keeps one that named no size or colour."""
    if variant_id is not None:
        return item.variant_id == variant_id
    return product_id is not None and item.product_id == product_id


def _keep(writer: Writer, customer_id: str | None, bought: list[Item], sale_id: str, author: Author) -> None:
    if customer_id is None or not bought:
        return
    held = sa.select(promise.c.id, promise.c.product_id, promise.c.variant_id).where(
        promise.c.customer_id.in_(ids_of(writer.connection, customer_id)),
        promise.c.kind.in_((PromiseKind.HOLD.value, PromiseKind.SEND.value)),
        promise.c.state == PromiseState.OPEN.value,
    )
    for row in writer.connection.execute(held).all():
        if _is_among(row, bought):
            promises.keep(writer, row.id, author=author, sale_id=sale_id)


def _follow(writer: Writer, bought: list[Item], old_id: str, sale_id: str, author: Author) -> None:
    for row in _kept_by(writer.connection, old_id):
        if _is_among(row, bought):
            promises.keep(writer, row.id, author=author, sale_id=sale_id)
        else:
            promises.reopen(writer, row.id, author=author)


def _kept_by(conn: sa.Connection, sale_id: str) -> list[sa.Row]:
    kept = sa.select(promise.c.id, promise.c.product_id, promise.c.variant_id).where(
        promise.c.closed_with == sale_id, promise.c.state == PromiseState.KEPT.value
    )
    return list(conn.execute(kept))


def _is_among(row: sa.Row, bought: list[Item]) -> bool:
    return any(is_the_held_thing(item, row.product_id, row.variant_id) for item in bought)
