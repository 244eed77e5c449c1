"""What a source said last of each of its rows, so that only what it says anew takes effect."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.hub.importing.tables import imported_row
from clienteling.hub.importing.values import Kind

Told = Mapping[str, str]
"""Field → hash of what was said."""
Keyed = Callable[[str, str], str]
"""A hash with a key that only this hub has: from what is kept here nobody reads an address back."""
HASH_LENGTH = 16


@dataclass(frozen=True, slots=True)
class LastSaid:
    record_id: str
    customer_id: str
    told: Told
    modified_at: int = 0
    """By the source's clock, where it says so."""


def key_of(keyed: Keyed, source: str, kind: Kind, name: str) -> str:
    """The name itself, often somebody's e-mail, is not kept."""
    return keyed(f"imported {kind}", f"{source}\0{name}")


def told(keyed: Keyed, values: Mapping[str, object]) -> dict[str, str]:
    return {field: keyed(f"imported {field}", str(value))[:HASH_LENGTH] for field, value in values.items()}


def recall(conn: sa.Connection, keys: Iterable[str]) -> dict[str, LastSaid]:
    rows = conn.execute(sa.select(imported_row).where(imported_row.c.id.in_(sorted(set(keys)))))
    return {
        row.id: LastSaid(row.record_id or "", row.customer_id or "", row.told, row.modified_at or 0)
        for row in rows
    }


def remember(conn: sa.Connection, source: str, now: int, news: Mapping[str, LastSaid]) -> None:
    known = recall(conn, news)
    rows = [
        {
            "id": key,
            "source": source,
            "record_id": one.record_id,
            "customer_id": one.customer_id,
            "told": {**(known[key].told if key in known else {}), **one.told},
            "modified_at": one.modified_at,
            "taken_at": now,
        }
        for key, one in news.items()
    ]
    if not rows:
        return
    conn.execute(sa.delete(imported_row).where(imported_row.c.id.in_(sorted(known))))
    conn.execute(sa.insert(imported_row), rows)


def forget(conn: sa.Connection, customer_id: str) -> None:
    """She is erased: nothing of what was said stays, only that her row is not taken for a new customer."""
    hers = imported_row.c.customer_id == customer_id
    conn.execute(sa.delete(imported_row).where(hers, imported_row.c.record_id != customer_id))
    conn.execute(sa.update(imported_row).where(hers).values(told={}))
