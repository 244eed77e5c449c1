"""Locks by name, held until the transaction ends: where several write at once, and only there."""

from collections.abc import Iterable

import sqlalchemy as sa

from sync.digest import hash_of

MOST = 200
"""PostgreSQL has room for some thousands in all; who wants more than these waits for everybody instead."""
_ALL = -0x53594E43
_TAKE = sa.text("SELECT pg_advisory_xact_lock(key) FROM (SELECT unnest(:keys) AS key ORDER BY 1) AS sorted")


def take(connection: sa.Connection, names: Iterable[str]) -> bool:
    """No other transaction goes on that takes one of these, until this one ends.

    False where only one writes at a time, so that nobody can have been waited for.
    """
    if connection.dialect.name != "postgresql":
        return False
    keys = sorted({hash_of(name.encode()) for name in names})
    if len(keys) > MOST:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_ALL)))
    elif keys:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock_shared(_ALL)))
        connection.execute(_TAKE, {"keys": keys})
    return True
