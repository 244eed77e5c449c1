"""A large hub made cheaply: what stands in its file, some times over, under other ids at further positions.

Typed rows and feed are copied by SQL, a tenth of the time that writing each anew takes; bodies, hashes and
tallies are what the hub itself would have made of them, so that devices find nothing different.
"""

import sqlite3
import uuid
from contextlib import closing
from functools import partial
from pathlib import Path

from sync.digest import changed, hash_of
from sync.wire import Tally

_SETTINGS = ("synchronous = OFF", "cache_size = -1000000", "temp_store = MEMORY")


def grow(path: Path, times: int) -> None:
    """The customers of the file, `times` as many in all."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        head = connection.execute("SELECT head FROM sync_history").fetchone()[0]
        indexes = _dropped_indexes(connection)
        connection.execute("BEGIN")
        for copy in range(1, times):
            _copy(connection, copy, head)
        connection.execute("UPDATE sync_history SET head = ?", (head * times,))
        connection.execute("COMMIT")
        for statement in indexes:
            connection.execute(statement)
        _count(connection)


def _dropped_indexes(connection: sqlite3.Connection) -> list[str]:
    """Made again when all rows are there, which is faster."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'customer' AND sql != ''"
    found = connection.execute(query).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _count(connection: sqlite3.Connection) -> None:
    hashes = (row[0] for row in connection.execute("SELECT hash FROM sync_feed WHERE hash IS NOT NULL"))
    tally = changed(Tally(), entered=hashes)
    connection.execute("UPDATE sync_tally SET count = ?, sum = ?", (tally.count, tally.sum))


def _copy(connection: sqlite3.Connection, copy: int, head: int) -> None:
    connection.create_function("moved", 1, partial(_moved, copy=copy * head), deterministic=True)
    connection.create_function("body", 4, _body, deterministic=True)
    connection.create_function("hash", 1, hash_of, deterministic=True)
    names = [row[1] for row in connection.execute("PRAGMA table_info(customer)") if row[1] != "id"]
    given = ", ".join(f'"{name}"' for name in names)
    connection.execute(
        f"INSERT INTO customer (id, {given}) SELECT moved(id), {given} FROM customer WHERE rowid <= ?",
        (head,),
    )
    connection.execute(
        """
        INSERT INTO sync_feed (seq, collection, record_id, body, hash)
        SELECT seq, collection, record_id, body, hash(body) FROM (
            SELECT seq + :further AS seq, collection, moved(record_id) AS record_id,
                   body(body, seq + :further, record_id, moved(record_id)) AS body
            FROM sync_feed WHERE seq <= :head
        )
        """,
        {"further": copy * head, "head": head},
    )


def _moved(record_id: str, copy: int) -> str:
    """A UUIDv7 made so many milliseconds later."""
    return str(uuid.UUID(int=uuid.UUID(record_id).int + (copy << 80)))


def _body(body: bytes, seq: int, before: str, after: str) -> bytes:
    rest = body[body.index(b',"collection"') :].replace(before.encode(), after.encode(), 1)
    return b'{"seq":%d%b' % (seq, rest)
