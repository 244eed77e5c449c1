"""A tablet that holds a big chain: a million customers and five million lines of their timelines.

Made once, by plain SQL over the demo's chain, and kept under build/ until a table of it changes.
`BENCH_CUSTOMERS` says how many customers, for smaller runs.
"""

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import sqlalchemy as sa

from clienteling.customers.search import create_index
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.tablet.opening.device import open_device
from sync.instants import wall_clock
from tests.bench.crowd import Crowd, House, Thing
from tests.bench.shop import Stocked, stock

CUSTOMERS = int(os.environ.get("BENCH_CUSTOMERS", "1000000"))
CODES = 230
KEPT = Path(__file__).parents[2] / "build" / "bench"
KEPT_CODES = "codes.json"
_IN_MEMORY_KIB = 2 * 1024 * 1024
Part = tuple[str, tuple[str, ...], Iterable[tuple[object, ...]]]
"""Rows of a table: its name, their columns, and they."""
_SEARCH = ("customer_search_insert", "customer_search_update", "customer_search_delete")


@dataclass(frozen=True, slots=True)
class Big:
    """The busiest customer, the first, has ten thousand lines in her timeline."""

    tablet: Stocked
    customers: int
    busiest: str


@contextmanager
def big_tablet(customers: int = CUSTOMERS) -> Iterator[Big]:
    """The tablet's folder itself, not a copy: what is recorded on it stays there."""
    filled = hashlib.sha256(Path(__file__).with_name("crowd.py").read_bytes()).hexdigest()[:8]
    folder = KEPT / f"chain-{customers}-{filled}"
    if not _serves(folder):
        for old in KEPT.glob(f"chain-{customers}-*"):
            shutil.rmtree(old)
        began = time.perf_counter()
        print(f"  making a replica of {customers:,} customers …", flush=True)
        _make(folder, customers)
        print(f"  made in {time.perf_counter() - began:.0f} s", flush=True)
    codes = msgspec.json.decode((folder / KEPT_CODES).read_bytes(), type=tuple[tuple[str, str], ...])
    yield Big(Stocked(folder, codes), customers, codes[0][0])


def _serves(folder: Path) -> bool:
    """Whether its tables are as the app has them; tables and indexes that came since are made."""
    if not (folder / KEPT_CODES).exists():
        return False
    engine = open_device(folder, wall_clock).replica.engine
    with engine.begin() as connection:
        there = sa.inspect(connection)
        names = set(there.get_table_names())
        fits = all(
            {column["name"] for column in there.get_columns(table.name)} == set(table.columns.keys())
            for table in metadata.sorted_tables
            if table.name in names
        )
        fits = fits and _finds_as_the_app_does(connection)
        metadata.create_all(connection)
        for table in metadata.sorted_tables if fits else ():
            _index(connection, table)
    engine.dispose()
    return fits


def _finds_as_the_app_does(connection: sa.Connection) -> bool:
    """Whether the words of its customers are indexed as the app's triggers would."""
    here = sa.text("select sql from sqlite_master where name like 'customer_search%' order by name")
    made = sa.create_engine("sqlite://")
    with made.begin() as fresh:
        metadata.create_all(fresh)
        create_index(fresh)
        wanted = fresh.scalars(here).all()
    made.dispose()
    return connection.scalars(here).all() == wanted


def _index(connection: sa.Connection, table: sa.Table) -> None:
    """Its indexes as the app has them now."""
    there = {str(i["name"]): i["column_names"] for i in sa.inspect(connection).get_indexes(table.name)}
    for index in table.indexes:
        if there.get(str(index.name)) == list(index.columns.keys()):
            continue
        if index.name in there:
            index.drop(connection)
        index.create(connection)


def _make(folder: Path, customers: int) -> None:
    now = wall_clock()
    some = Crowd(customers, now, House((), (), ()))
    with TemporaryDirectory(prefix="clienteling-bench-") as temporary:
        small = stock(Path(temporary), lambda _: some.ids[:: max(1, customers // CODES)][:CODES])
        _fill(small.folder, customers, now)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(small.folder, folder)
    (folder / KEPT_CODES).write_bytes(msgspec.json.encode(small.codes))


def _fill(folder: Path, customers: int, now: int) -> None:
    opened = open_device(folder, wall_clock)
    with opened.replica.read() as connection:
        crowd = Crowd(customers, now, house(connection))
    engine = opened.replica.engine
    raw = engine.raw_connection()
    try:
        pour(raw.driver_connection, _parts(crowd))  # type: ignore[arg-type] - SQLCipher's, which has the same calls
    finally:
        raw.close()
    with engine.begin() as connection:
        create_index(connection)
    hold(engine)
    engine.dispose()


def house(connection: sa.Connection) -> House:
    def ids(table: str) -> list[str]:
        return list(connection.execute(sa.select(metadata.tables[table].c.id)).scalars())

    product, variant = metadata.tables["product"], metadata.tables["variant"]
    things = sa.select(variant.c.product_id, variant.c.id, product.c.name, product.c.price_cents)
    rows = connection.execute(things.join_from(variant, product, product.c.id == variant.c.product_id))
    return House(ids("store"), ids("associate"), [Thing(*row) for row in rows])


def pour(raw: sqlite3.Connection, parts: Iterable[Part]) -> None:
    """Indexes are made afterwards, sorted, as a first replica's are."""
    for statement in ("synchronous = OFF", f"cache_size = -{_IN_MEMORY_KIB}", "temp_store = MEMORY"):
        raw.execute(f"PRAGMA {statement}").fetchall()
    indexes = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql > ''").fetchall()
    raw.execute("BEGIN IMMEDIATE")
    for name, _ in indexes:
        raw.execute(f"DROP INDEX {name}")
    for trigger in _SEARCH:
        raw.execute(f"DROP TRIGGER {trigger}")
    for table, columns, rows in parts:
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        raw.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
    for _, sql in indexes:
        raw.execute(sql)
    raw.execute("COMMIT")


def _parts(crowd: Crowd) -> Iterator[Part]:
    person = ("id", "given_name", "family_name", "language", "email", "phone", "card_number")
    yield "customer", (*person, "home_store_id", "since_on", "birthday_on"), crowd.customers()
    yield "consent", ("id", "customer_id", "purpose", "at", "granted"), ((*c, 1) for c in crowd.consents())
    said = ("id", "customer_id", "value", "said_at", "kind", "source")
    yield "preference", said, ((*size, "shoe_size", "told") for size in crowd.sizes())
    event = ("id", "customer_id", "channel", "kind", "at", "text", "detail", "source")
    yield "event", event, crowd.events()
    met = ("id", "customer_id", "kind", "items", "summary", "at", "store_id", "associate_id")
    yield "interaction", met, crowd.interactions()
    note = ("id", "customer_id", "body", "visibility", "at", "store_id", "associate_id")
    yield "note", note, crowd.notes()


def hold(engine: sa.Engine) -> None:
    """What the hub told is remembered record by record, as it is where everything came by a pull."""
    with engine.begin() as connection:
        for collection in REGISTRY:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO sync_held (collection, record_id, hash, unfit) "
                f"SELECT '{collection.name}', id, random(), 0 FROM {collection.name} ORDER BY id"
            )
