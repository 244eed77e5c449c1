"""What this device was told by the hub: the hash of each record's newest state, and their sums.

It is written in the transaction that applies the records and in no other way: what the hub says about its
own sums is compared with it and never taken over.
"""

from collections.abc import Collection as Some
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from sync.batches import batches
from sync.device import driver, schema
from sync.device.driver import Values
from sync.digest import bucket_of, by_bucket, changed, together
from sync.sqlite import attempt
from sync.wire import Tally

_MANY = 500
NOTHING: Mapping[str, Any] = MappingProxyType({})
_ENTER_NEW = """
    INSERT INTO sync_held (collection, record_id, hash, unfit, rests, row_hash) VALUES (?, ?, ?, ?, ?, ?)
"""
_ENTER = f"""
    {_ENTER_NEW}
    ON CONFLICT (collection, record_id)
    DO UPDATE SET
        hash = excluded.hash, unfit = excluded.unfit, rests = excluded.rests, row_hash = excluded.row_hash
"""
_HASHES = "SELECT record_id, hash FROM sync_held WHERE collection = ?"
_REMEMBER = "UPDATE sync_held SET row_hash = ? WHERE collection = ? AND record_id = ?"
_DROP = "DELETE FROM sync_held WHERE collection = ? AND record_id = ?"
_ROW_HASHES = "SELECT record_id, row_hash FROM sync_held WHERE collection = ?"
_ANY_NOTED = "SELECT 1 FROM sync_lost WHERE collection = ? LIMIT 1"
_EXPLAIN = "DELETE FROM sync_lost WHERE collection = ? AND record_id = ?"
_RESTS = "SELECT rests FROM sync_held WHERE collection = ? AND record_id = ?"
_TALLY = "SELECT count, sum FROM sync_tally WHERE collection = ?"
_TALLIES = "SELECT collection, count, sum FROM sync_tally"
_WITH_TALLY = """
    SELECT record_id, hash, 1 FROM sync_held WHERE collection = ? AND record_id IN ({places})
    UNION ALL SELECT NULL, sum, count FROM sync_tally WHERE collection = ?
"""
_PUT_TALLY = """
    INSERT INTO sync_tally (collection, count, sum) VALUES (?, ?, ?)
    ON CONFLICT (collection) DO UPDATE SET count = excluded.count, sum = excluded.sum
"""


def enter(
    connection: sa.Connection,
    collection: str,
    hashes: Mapping[str, int],
    *,
    unfit: Some[str] = (),
    rests: Mapping[str, str] = NOTHING,
    rows: Mapping[str, int] = NOTHING,
) -> None:
    """These records are now held in this state; those `unfit` wait for a table that takes them.

    `rests`: the one stamp that all watched values of a record rest on, unless `companion` keeps more of it.
    `rows`: what their typed rows say (`row_hash`), unless a later look is to find that out.
    """
    if not hashes:
        return
    stamp, row = rests.get, rows.get
    entries = [(collection, i, value, i in unfit, stamp(i), row(i)) for i, value in hashes.items()]
    left: Iterable[int] = ()
    if len(entries) >= _MANY and _all_new(connection, entries):
        before = tally(connection, collection)
    else:
        known, before = _hashes_and_tally(connection, collection, list(hashes))
        left = known.values()
        driver.run_each(connection, _ENTER, entries)
    _put(connection, collection, changed(before, entered=hashes.values(), left=left))
    explain(connection, collection, hashes)


def explain(connection: sa.Connection, collection: str, record_ids: Iterable[str]) -> None:
    """What was noted of these rows (`sync_lost`) has its reason."""
    if driver.value(connection, _ANY_NOTED, (collection,)):
        driver.run_each(connection, _EXPLAIN, [(collection, record_id) for record_id in record_ids])


def drop(connection: sa.Connection, collection: str, record_ids: Iterable[str]) -> None:
    """These records are not held any more, or not as the hub told them."""
    left = _hashes(connection, collection, list(record_ids))
    if not left:
        return
    driver.run_each(connection, _DROP, [(collection, record_id) for record_id in left])
    _put(connection, collection, changed(tally(connection, collection), left=left.values()))


def remember_rows(connection: sa.Connection, collection: str, hashes: Mapping[str, int]) -> None:
    """What the typed rows of these records say."""
    rows = [(value, collection, record_id) for record_id, value in hashes.items()]
    driver.run_each(connection, _REMEMBER, rows)


def row_hashes(
    connection: sa.Connection, collection: str, record_ids: Sequence[str]
) -> dict[str, int | None]:
    """What the rows of those that are held said when they were last looked at, None where nobody did."""
    return _among(connection, _ROW_HASHES, collection, record_ids)


def clear(connection: sa.Connection) -> None:
    """The hub begins another history: nothing of it is held. `companion.keep_rests` comes first."""
    connection.execute(schema.held.delete())
    connection.execute(schema.tally.delete())


def rests(connection: sa.Connection, collection: str, record_id: str) -> str:
    """Empty where there is no such stamp."""
    return driver.value(connection, _RESTS, (collection, record_id)) or ""


def tally(connection: sa.Connection, collection: str) -> Tally:
    found = driver.rows(connection, _TALLY, (collection,))
    return Tally(count=found[0][0], sum=found[0][1]) if found else Tally()


def tallies(connection: sa.Connection) -> dict[str, Tally]:
    rows = driver.rows(connection, _TALLIES)
    return {name: Tally(count=count, sum=total) for name, count, total in rows}


def among(connection: sa.Connection, collection: str, record_ids: Sequence[str]) -> set[str]:
    """Those of them that are held."""
    return set(_hashes(connection, collection, record_ids))


def recount(connection: sa.Connection, collection: str) -> list[Tally]:
    """The collection's tallies by bucket, from its records one by one; its sum follows them."""
    buckets = by_bucket(driver.rows(connection, _HASHES, (collection,)))
    _put(connection, collection, together(buckets))
    return buckets


def in_buckets(
    connection: sa.Connection, collection: str, buckets: Sequence[int]
) -> dict[int, dict[str, int]]:
    """Bucket → id → hash."""
    found: dict[int, dict[str, int]] = {bucket: {} for bucket in buckets}
    for record_id, value in driver.rows(connection, _HASHES, (collection,)):
        bucket = bucket_of(record_id)
        if bucket in found:
            found[bucket][record_id] = value
    return found


def _all_new(connection: sa.Connection, entries: Sequence[Values]) -> bool:
    """Enter them if none of them is here, as in a first replica; else nothing happens."""
    try:
        with attempt(connection):
            driver.run_each(connection, _ENTER_NEW, entries)
    except sa.exc.IntegrityError:
        return False
    return True


def _hashes(connection: sa.Connection, collection: str, record_ids: Sequence[str]) -> dict[str, int]:
    return _among(connection, _HASHES, collection, record_ids)


def _among(
    connection: sa.Connection, pairs: str, collection: str, record_ids: Sequence[str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for some in batches(record_ids):
        query = f"{pairs} AND record_id IN ({', '.join('?' * len(some))})"
        found |= dict(driver.rows(connection, query, (collection, *some)))
    return found


def _hashes_and_tally(
    connection: sa.Connection, collection: str, record_ids: Sequence[str]
) -> tuple[dict[str, int], Tally]:
    """Of few records in one statement: whoever waits for them waits for each."""
    if len(record_ids) > _MANY:
        return _hashes(connection, collection, record_ids), tally(connection, collection)
    query = _WITH_TALLY.format(places=", ".join("?" * len(record_ids)))
    found, before = dict[str, int](), Tally()
    for record_id, value, count in driver.rows(connection, query, (collection, *record_ids, collection)):
        if record_id is None:
            before = Tally(count=count, sum=value)
        else:
            found[record_id] = value
    return found, before


def _put(connection: sa.Connection, collection: str, value: Tally) -> None:
    driver.rows(connection, _PUT_TALLY, (collection, value.count, value.sum))
