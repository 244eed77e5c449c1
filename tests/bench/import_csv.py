"""Customers of a CSV file into an empty hub: people looked for, made, linked, remembered, in the feed."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from clienteling.hub import migrations
from clienteling.hub.importing import asking
from clienteling.hub.importing.opening import open_file
from clienteling.hub.importing.run import import_file
from clienteling.hub.importing.values import Fate
from clienteling.replicated import REGISTRY
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore
from tests.bench.figure import Figure

COUNT = 100_000
FIRST = COUNT // 10
"""Rows after which everything that is kept for the whole of a file is there."""
TABLES = ("customer", "identifier", "sync_feed", "imported_row")


def measure() -> list[Figure]:
    memory = Memory()
    with TemporaryDirectory(prefix="import-bench-") as name:
        folder = Path(name)
        seconds = _import(folder, _write(folder / "clienti.csv"), memory)
        bare = _bare(folder)
    speed = Figure(
        name="import_csv",
        value=COUNT / seconds,
        unit="rows/s",
        limit=COUNT / bare,
        n=COUNT,
        note="limit: bare executemany of the same records, in one transaction",
    )
    held = Figure(
        name="import_csv_memory",
        value=memory.most,
        unit="MB",
        limit=memory.after_first,
        n=COUNT,
        note=f"most that the process held; limit: what it held after {FIRST:,} of the rows",
    )
    return [speed, held]


class Memory:
    """What this process holds in memory while the rows go by, in MB."""

    def __init__(self) -> None:
        self.after_first = 0.0
        self.most = 0.0

    def at(self, row: int) -> None:
        if row >= FIRST:
            self.after_first = self.after_first or _resident_mb()
            self.most = max(self.most, _resident_mb())


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def _write(path: Path) -> Path:
    with path.open("w", encoding="cp1252", newline="") as file:
        file.write("Codice cliente;Cognome;Nome;E-mail;Cellulare;Tessera;Data di nascita\r\n")
        for n in range(COUNT):
            person = f"{10_000 + n};D'Amicò {n};Lucìa;prova{n}@example.it;399 2{n:06};28{n:09}"
            file.write(f"{person};{1 + n % 28:02}/{1 + n % 12:02}/{1950 + n % 50}\r\n")
    return path


def _import(folder: Path, path: Path, memory: Memory) -> float:
    engine = open_hub(folder / "hub.sqlite")
    try:
        migrations.upgrade(engine)
        store = HubStore(engine, REGISTRY)
        opened = open_file(path)
        reading = asking.chosen(opened, None)
        began = time.perf_counter()
        figures = import_file(
            store,
            opened,
            reading,
            source="file",
            shop="",
            language="it",
            keyed=Remembered(folder).hash_of,
            reject=lambda _rows, _reason: None,
            progress=memory.at,
            first_pin=lambda _pin: None,
        )
        took = time.perf_counter() - began
    finally:
        engine.dispose()
    assert figures.fates[Fate.NEW] == COUNT
    return took


def _bare(folder: Path) -> float:
    with (
        closing(sqlite3.connect(folder / "hub.sqlite")) as made,
        closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as bare,
    ):
        rows = {}
        for table in TABLES:
            (statement,) = made.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
            bare.execute(statement)
            rows[table] = made.execute(f"SELECT * FROM {table}").fetchall()
        bare.execute("PRAGMA journal_mode = WAL")
        began = time.perf_counter()
        bare.execute("BEGIN")
        for table, found in rows.items():
            signs = ", ".join("?" * len(found[0]))
            bare.executemany(f"INSERT INTO {table} VALUES ({signs})", found)
        bare.execute("COMMIT")
        return time.perf_counter() - began
