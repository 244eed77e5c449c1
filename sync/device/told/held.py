"""What this device was told by the hub: the hash of each record's newest state, and their sums.

It is written in the transaction that applies the records and in no other way: what the hub says about its
own sums is compared with it and never taken over.
"""

from collections.abc import Collection as Some
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.batches import batches
from sync.device import schema
from sync.digest import bucket_of, by_bucket, changed, together
from sync.sqlite import attempt
from sync.wire import Tally

_MANY = 500
NO_RESTS: Mapping[str, str] = MappingProxyType({})
_held = schema.held.c
_tally = schema.tally.c
# in the driver's own words: this runs for each record of a first replica
_ENTER_NEW = """
    INSERT INTO sync_held (collection, record_id, hash, unfit, rests, row_hash) VALUES (?, ?, ?, ?, ?, NULL)
"""
_ENTER = f"""
    {_ENTER_NEW}
    ON CONFLICT (collection, record_id)
    DO UPDATE SET hash = excluded.hash, unfit = excluded.unfit, rests = excluded.rests, row_hash = NULL
"""
_REMEMBER = "UPDATE sync_held SET row_hash = ? WHERE collection = ? AND record_id = ?"
_sum = insert(schema.tally)
_sum = _sum.on_conflict_do_update(
    ["collection"], set_={name: _sum.excluded[name] for name in ("count", "sum")}
)


def enter(
    connection: sa.Connection,
    collection: str,
    hashes: Mapping[str, int],
    unfit: Some[str] = (),
    rests: Mapping[str, str] = NO_RESTS,
) -> None:
    """These records are now held in this state; those `unfit` wait for a table that takes them.

    `rests`: the one stamp that all watched values of a record rest on, unless `companion` keeps more of it.
    """
    if not hashes:
        return
    stamp = rests.get
    rows = [(collection, i, value, i in unfit, stamp(i)) for i, value in hashes.items()]
    left: Iterable[int] = ()
    if len(rows) < _MANY or not _all_new(connection, rows):
        left = _hashes(connection, collection, list(hashes)).values()
        connection.exec_driver_sql(_ENTER, rows)
    after = changed(tally(connection, collection), entered=hashes.values(), left=left)
    _put(connection, collection, after)


def drop(connection: sa.Connection, collection: str, record_ids: Iterable[str]) -> None:
    """These records are not held any more, or not as the hub told them."""
    left = _hashes(connection, collection, list(record_ids))
    if not left:
        return
    where = _held.collection == collection, _held.record_id == sa.bindparam("b_id")
    connection.execute(schema.held.delete().where(*where), [{"b_id": i} for i in left])
    _put(connection, collection, changed(tally(connection, collection), left=left.values()))


def remember_rows(connection: sa.Connection, collection: str, hashes: Mapping[str, int]) -> None:
    """What the typed rows of these records say."""
    if hashes:
        rows = [(value, collection, record_id) for record_id, value in hashes.items()]
        connection.exec_driver_sql(_REMEMBER, rows)


def clear(connection: sa.Connection) -> None:
    """The hub begins another history: nothing of it is held. `companion.keep_rests` comes first."""
    connection.execute(schema.held.delete())
    connection.execute(schema.tally.delete())


def rests(connection: sa.Connection, collection: str, record_id: str) -> str:
    """Empty where there is no such stamp."""
    where = _held.collection == collection, _held.record_id == record_id
    return connection.execute(sa.select(_held.rests).where(*where)).scalar() or ""


def tally(connection: sa.Connection, collection: str) -> Tally:
    return tallies(connection).get(collection, Tally())


def tallies(connection: sa.Connection) -> dict[str, Tally]:
    rows = connection.execute(sa.select(_tally.collection, _tally.count, _tally.sum))
    return {name: Tally(count=count, sum=total) for name, count, total in rows}


def among(connection: sa.Connection, collection: str, record_ids: Sequence[str]) -> set[str]:
    """Those of them that are held."""
    return set(_hashes(connection, collection, record_ids))


def recount(connection: sa.Connection, collection: str) -> list[Tally]:
    """The collection's tallies by bucket, from its records one by one; its sum follows them."""
    query = sa.select(_held.record_id, _held.hash).where(_held.collection == collection)
    buckets = by_bucket((row[0], row[1]) for row in connection.execute(query))
    _put(connection, collection, together(buckets))
    return buckets


def in_buckets(
    connection: sa.Connection, collection: str, buckets: Sequence[int]
) -> dict[int, dict[str, int]]:
    """Bucket → id → hash."""
    found: dict[int, dict[str, int]] = {bucket: {} for bucket in buckets}
    query = sa.select(_held.record_id, _held.hash).where(_held.collection == collection)
    for record_id, value in connection.execute(query):
        bucket = bucket_of(record_id)
        if bucket in found:
            found[bucket][record_id] = value
    return found


def _all_new(connection: sa.Connection, rows: Sequence[tuple[str, str, int, bool, str | None]]) -> bool:
    """Enter them if none of them is here, as in a first replica; else nothing happens."""
    try:
        with attempt(connection):
            connection.exec_driver_sql(_ENTER_NEW, rows)
    except sa.exc.IntegrityError:
        return False
    return True


def _hashes(connection: sa.Connection, collection: str, record_ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(record_ids):
        query = sa.select(_held.record_id, _held.hash).where(
            _held.collection == collection, _held.record_id.in_(some)
        )
        found |= {row.record_id: row.hash for row in connection.execute(query)}
    return found


def _put(connection: sa.Connection, collection: str, value: Tally) -> None:
    connection.execute(_sum, {"collection": collection, "count": value.count, "sum": value.sum})
