"""What a source said last of each of its rows, so that only what it says anew takes effect."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.hub.importing.tables import imported_row
from clienteling.hub.importing.values import Kind

Told = Mapping[str, str]
"""Field → hash of what was said."""


@dataclass(frozen=True, slots=True)
class Remembered:
    record_id: str
    told: Told


def key_of(source: str, kind: Kind, name: str) -> str:
    """The name itself, often somebody's e-mail, is not kept."""
    return hashlib.sha256(f"{source}\0{kind}\0{name}".encode()).hexdigest()


def told(values: Mapping[str, object]) -> dict[str, str]:
    return {field: _hash(f"{field}\0{value}") for field, value in values.items()}


def recall(conn: sa.Connection, keys: Iterable[str]) -> dict[str, Remembered]:
    rows = conn.execute(sa.select(imported_row).where(imported_row.c.id.in_(sorted(set(keys)))))
    return {row.id: Remembered(row.record_id or "", row.told) for row in rows}


def remember(conn: sa.Connection, source: str, now: int, news: Mapping[str, Remembered]) -> None:
    known = recall(conn, news)
    rows = [
        {
            "id": key,
            "source": source,
            "record_id": one.record_id,
            "told": {**(known[key].told if key in known else {}), **one.told},
            "taken_at": now,
        }
        for key, one in news.items()
    ]
    if not rows:
        return
    conn.execute(sa.delete(imported_row).where(imported_row.c.id.in_(sorted(known))))
    conn.execute(sa.insert(imported_row), rows)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
