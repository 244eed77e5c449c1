"""Receipts, products and pairs of products are counted as receipts come, are corrected and brought back."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

import msgspec
import sqlalchemy as sa

from clienteling.baskets.queries import shop_receipt
from clienteling.customers.aliases import Her, her, together
from clienteling.hub.insight import receipts
from clienteling.hub.insight.tables import counted_receipt, pair_count, product_count
from clienteling.hub.privacy import anonymous
from clienteling.interactions.tables import interaction
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from sync.batches import batches
from sync.hub.databases.upsert import increase

ALL = ""
"""Under this id `product_count` has the number of all receipts."""
MOST_PRODUCTS = 30
"""Who buys more than that at once buys for a shop of his own: no two of them go together for her sake."""
_NOBODYS = sa.select(interaction).where(
    interaction.c.customer_id.is_(None),
    interaction.c.kind == receipts.BOUGHT_IN_SHOP,
    uncorrected(interaction),
)


class Counted(msgspec.Struct, frozen=True):
    """A receipt as it counts."""

    customer_id: str
    products: frozenset[str]


def count_people(conn: sa.Connection, people: Iterable[Her]) -> None:
    """Bring the counts to what these people's receipts say today."""
    for some in batches(list(people)):
        ids = [i for she in some for i in she.ids]
        _bring(conn, _known(conn, counted_receipt.c.customer_id, ids), _of_people(conn, some))


def count_nobodys(conn: sa.Connection, record_ids: Collection[str]) -> None:
    """The same of sales of which nobody says whose they are."""
    for some in batches(sorted(record_ids)):
        nobodys = _NOBODYS.where(interaction.c.id.in_(some))
        fresh = {
            row.id: Counted("", products)
            for row in conn.execute(nobodys)
            if (products := receipts.kept([shop_receipt(row)]).get(row.id))
        }
        known = _known(conn, counted_receipt.c.id, some)
        _bring(conn, {i: one for i, one in known.items() if not one.customer_id}, fresh)


def keep_counts(conn: sa.Connection, customer_id: str) -> None:
    """She is erased: what she bought goes on counting, and nothing says any more that it was she.

    Within the transaction that erases her, before her records go.
    """
    hers = counted_receipt.c.customer_id
    fresh = _of_people(conn, [her(conn, customer_id)])
    with_this = {i: one for i, one in fresh.items() if one.customer_id == customer_id}
    _bring(conn, _known(conn, hers, [customer_id]), with_this)
    conn.execute(sa.delete(counted_receipt).where(hers == customer_id))


def recount(conn: sa.Connection) -> None:
    """Count everything anew."""
    for table in (counted_receipt, product_count, pair_count):
        conn.execute(sa.delete(table))
    for some in batches(_buyers(conn)):
        people = {she.id: she for she in together(conn, some).values()}
        count_people(conn, people.values())
    count_nobodys(conn, set(conn.scalars(_NOBODYS.with_only_columns(interaction.c.id))))
    for products in anonymous.receipts(conn):
        _add(conn, [products], [])


def _of_people(conn: sa.Connection, people: Sequence[Her]) -> dict[str, Counted]:
    found: dict[str, Counted] = {}
    for hers in receipts.of_people(conn, people).values():
        whose = {receipt.record_id: receipt.customer_id for receipt in hers}
        found |= {i: Counted(whose[i], products) for i, products in receipts.kept(hers).items()}
    return found


def _known(conn: sa.Connection, column: sa.Column[str], values: Sequence[str]) -> dict[str, Counted]:
    return {
        row.id: Counted(row.customer_id, frozenset(msgspec.convert(row.products, list[str])))
        for some in batches(values)
        for row in conn.execute(sa.select(counted_receipt).where(column.in_(some)))
    }


def _bring(conn: sa.Connection, known: Mapping[str, Counted], fresh: Mapping[str, Counted]) -> None:
    gone = [i for i, one in known.items() if fresh.get(i) != one]
    new = [i for i, one in fresh.items() if known.get(i) != one]
    for some in batches(gone):
        conn.execute(sa.delete(counted_receipt).where(counted_receipt.c.id.in_(some)))
    rows = [
        {"id": i, "customer_id": fresh[i].customer_id, "products": sorted(fresh[i].products)} for i in new
    ]
    if rows:
        conn.execute(sa.insert(counted_receipt), rows)
    _add(conn, [fresh[i].products for i in new], [known[i].products for i in gone])


def _add(conn: sa.Connection, more: Iterable[frozenset[str]], fewer: Iterable[frozenset[str]]) -> None:
    alone, pairs = Counter[str](), Counter[tuple[str, str]]()
    for some, sign in ((more, 1), (fewer, -1)):
        for products in some:
            if len(products) > MOST_PRODUCTS:
                continue
            for product in (ALL, *products):
                alone[product] += sign
            for pair in combinations(sorted(products), 2):
                pairs[pair] += sign
    _increase(conn, product_count, {i: {"id": i, "receipts": n} for i, n in alone.items() if n})
    _increase(
        conn,
        pair_count,
        {
            f"{one}+{other}": {
                "id": f"{one}+{other}",
                "product_id": one,
                "other_product_id": other,
                "receipts": n,
            }
            for (one, other), n in pairs.items()
            if n
        },
    )


def _increase(conn: sa.Connection, table: sa.Table, rows: Mapping[str, Mapping[str, object]]) -> None:
    """In one order, so that two who count at once wait for each other and not both."""
    increase(conn, table, [rows[i] for i in sorted(rows)], "receipts")
    for some in batches(sorted(rows)):
        conn.execute(sa.delete(table).where(table.c.id.in_(some), table.c.receipts == 0))


def _buyers(conn: sa.Connection) -> list[str]:
    in_shops = sa.select(interaction.c.customer_id).where(interaction.c.kind == receipts.BOUGHT_IN_SHOP)
    online = sa.select(event.c.customer_id).where(event.c.kind == receipts.BOUGHT_ONLINE)
    return sorted(filter(None, conn.scalars(sa.union(in_shops, online))))
