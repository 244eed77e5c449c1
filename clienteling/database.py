"""The trunk's tables in a SQLite file: a tablet's replica, encrypted or not."""

import sqlalchemy as sa

import clienteling.replicated  # noqa: F401 - every table must be known before the file is made
from clienteling.customers.search import create_index
from clienteling.errors import DatabaseTooNew
from clienteling.schema import metadata
from sync.sqlite import immediate

SCHEMA_VERSION = 1


def create_tables(engine: sa.Engine) -> None:
    """Make what is not there yet; safe to call at every start. Raises DatabaseTooNew, changing nothing."""
    with immediate(engine) as conn:
        found = conn.exec_driver_sql("pragma user_version").scalar_one()
        if found > SCHEMA_VERSION:
            raise DatabaseTooNew(found, SCHEMA_VERSION)
        if found == SCHEMA_VERSION:
            return
        metadata.create_all(conn)
        create_index(conn)
        conn.exec_driver_sql(f"pragma user_version = {SCHEMA_VERSION}")
