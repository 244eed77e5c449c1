"""SQLite as SQLAlchemy speaks it here: transactions begin as whoever asks for one wants it.

An engine is put together from its parts. `create_engine` would look up plug-ins, listen to the pool, and ask
the first connection what is known already: half of what an encrypted file takes to be opened and read.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool

_BEGIN = "sync_begin"
_SYNCHRONOUS = "sync_synchronous"
_FULL = "FULL"


class Dialect(SQLiteDialect_pysqlite):
    """For connections in the driver's autocommit mode: it never opens a transaction of its own."""

    supports_statement_cache = True

    def __init__(self, module: Any) -> None:
        super().__init__(dbapi=module, json_serializer=_json, json_deserializer=msgspec.json.decode)
        self.server_version_info = module.sqlite_version_info
        self.default_schema_name = "main"
        self.default_isolation_level = "SERIALIZABLE"

    def do_begin(self, dbapi_connection: Any) -> None:
        """An event would cost half as much as the whole transaction, and each statement in it a little."""
        info, raw = dbapi_connection.info, dbapi_connection.dbapi_connection
        begin, synchronous = info.pop(_BEGIN, ("BEGIN", _FULL))
        if info.get(_SYNCHRONOUS, _FULL) != synchronous:
            raw.execute(f"PRAGMA synchronous = {synchronous}")
            info[_SYNCHRONOUS] = synchronous
        raw.execute(begin)


def begin_with(connection: sa.Connection, statement: str, synchronous: str) -> None:
    """How the connection's next transaction begins; one of which nothing is said is `BEGIN` and durable."""
    connection.info[_BEGIN] = statement, synchronous


def engine_of(connect: Callable[[], Any], dialect: Dialect) -> sa.Engine:
    """What people are called does not belong into logs, so errors name no parameters."""
    pool = QueuePool(
        connect,
        use_lifo=True,  # the connection that was used last has the pages that are wanted next
        dialect=dialect,
    )
    return sa.Engine(pool, dialect, sa.URL.create("sqlite"), hide_parameters=True)


def loaded() -> ModuleType:
    """SQLite as this process has it: a tablet's is SQLCipher's, and Python's own would be a second one."""
    module = sys.modules.get("sqlcipher3.dbapi2")
    if module is None:
        import sqlite3 as module
    return module


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
