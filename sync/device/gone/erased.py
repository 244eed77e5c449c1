"""Whom this device has erased: what was on its way here meanwhile does not bring her back."""

import hashlib
from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.collection import Registry
from sync.device import driver, schema
from sync.wire import ToldRecord

_ALL = "SELECT hash FROM sync_erased"


def note(connection: sa.Connection, groups: Iterable[str]) -> None:
    rows = [{"hash": _hash(group)} for group in groups]
    if rows:
        connection.execute(insert(schema.erased).on_conflict_do_nothing(), rows)


def was_erased(connection: sa.Connection, group: str) -> bool:
    """On this device; that it was not is no word about the hub."""
    of_that_name = sa.select(schema.erased.c.hash).where(schema.erased.c.hash == _hash(group))
    return connection.scalar(of_that_name) is not None


def without_erased(
    connection: sa.Connection, registry: Registry, records: Sequence[ToldRecord], hashes: Sequence[int]
) -> tuple[Sequence[ToldRecord], Sequence[int]]:
    """What was told, but for what was told before the hub erased it and arrives after."""
    known = {value for (value,) in driver.rows(connection, _ALL)}
    if not known:
        return records, hashes
    kept = [
        (record, value)
        for record, value in zip(records, hashes, strict=True)
        if _hash(registry.erased_with(record.collection, record.id, record.fields)) not in known
    ]
    return [record for record, _ in kept], [value for _, value in kept]


def _hash(group: str) -> str:
    """Her id is random, so this tells nothing of her to anybody who does not have it."""
    return hashlib.sha256(group.encode("utf-8", "surrogatepass")).hexdigest()
