"""What an error of either database means: to be answered, to be tried again, or to be waited out."""

import sqlalchemy as sa

from sync.sqlite import is_full as is_full_sqlite

_DISK_FULL = "53100"
_CONFLICTS = ("40001", "40P01")
"""Transactions that wait for each other in a circle: one is ended, and may be begun again."""
_REFUSED = ("22", "23", "54000")
"""Values that a column does not take, constraints, and what is too large for an index."""
_AWAY = ("08", "57P", "53300", "55P03", "25P03", "25006")
"""No connection, going down or coming up, too many connections, timed out, read only."""


def is_full(error: sa.exc.DBAPIError) -> bool:
    return is_full_sqlite(error) or state_of(error) == _DISK_FULL


def is_refused(error: sa.exc.DBAPIError) -> bool:
    """What was to be written is the fault, and the same again would be refused again."""
    own = isinstance(error, sa.exc.IntegrityError | sa.exc.DataError)
    return own or state_of(error).startswith(_REFUSED)


def is_conflict(error: sa.exc.DBAPIError) -> bool:
    return state_of(error) in _CONFLICTS


def is_away(error: sa.exc.DBAPIError) -> bool:
    """The database gives no answer at the moment. SQLite is a file, and never away."""
    if error.connection_invalidated or state_of(error).startswith(_AWAY):
        return True
    of_postgresql = type(error.orig).__module__.startswith("psycopg")
    return isinstance(error, sa.exc.OperationalError) and of_postgresql and not state_of(error)


def state_of(error: sa.exc.DBAPIError) -> str:
    """PostgreSQL's SQLSTATE, empty for others and where there was no connection."""
    return getattr(error.orig, "sqlstate", None) or ""
