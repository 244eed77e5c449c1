"""A cursor never skips: many processes write to one PostgreSQL while somebody pulls."""

import subprocess
import sys

import psycopg
import pytest

from sync.digest import changed
from sync.hub.local import LocalHub
from sync.wire import Page, Tally
from tests.contract.meeting import opened
from tests.contract.writers import SHARED, writing, written

WRITERS = 4
ROWS = 300
PUSHES = 60
PLAIN = """
import psycopg, sys
where, name, rows = sys.argv[1], sys.argv[2], int(sys.argv[3])
with psycopg.connect(where) as connection:
    for written in range(rows):
        connection.execute("INSERT INTO plain (id) VALUES (%s)", [f"{name}{written}"])
        connection.execute("SELECT pg_sleep(random() * 0.004)")
        connection.commit()
"""


def test_plain_sequence_numbers_lose_rows_which_is_why_there_is_a_horizon(postgresql):
    """What the feed does not do: number rows when they are written, and read after the newest number seen."""
    where = postgresql.database()
    seen, cursor = set[str](), 0
    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute("CREATE TABLE plain (seq bigserial PRIMARY KEY, id text)")
        lines = [[sys.executable, "-c", PLAIN, where, f"w{n}x", str(ROWS)] for n in range(WRITERS)]
        writers = [subprocess.Popen(line) for line in lines]
        for last in (False, True):
            while any(one.poll() is None for one in writers) or last:
                query = "SELECT seq, id FROM plain WHERE seq > %s ORDER BY seq"
                for seq, name in connection.execute(query, [cursor]).fetchall():
                    cursor = seq
                    seen.add(name)
                if last:
                    break
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    assert len(seen) < ROWS * WRITERS


class Reader:
    """A device that only pulls, and counts what it holds."""

    def __init__(self, api) -> None:
        self.api = api
        self.epoch = api.hello().epoch
        self.cursor = 0
        self.held: dict[str, dict[str, int]] = {}
        self.compared = 0

    def pull(self) -> Page:
        page = self.api.pull(self.epoch, self.cursor, 100)
        assert page.next >= self.cursor
        for record, value in zip(page.records, page.hashes, strict=True):
            assert record.seq > self.cursor
            self.held.setdefault(record.collection, {})[record.id] = value
        self.cursor = page.next
        if page.digest is not None:
            self.compare(page.digest)
        return page

    def to_the_end(self) -> None:
        while self.pull().digest is None:
            pass

    def compare(self, digest: dict[str, Tally]) -> None:
        self.compared += 1
        mine = {name: changed(Tally(), entered=values.values()) for name, values in self.held.items()}
        assert mine == {name: tally for name, tally in digest.items() if tally != Tally()}


@pytest.mark.slow
def test_the_feed_loses_none_and_its_digest_is_exact_while_processes_write(postgresql):
    database = postgresql.database()
    with opened(database) as store:
        with store.write() as writer:
            writer.insert_many("person", [{"id": who} for who in SHARED])
        readers = [Reader(LocalHub(store, "one")), Reader(LocalHub(store, "other"))]
        with writing(database, [f"w{n}x" for n in range(WRITERS)], PUSHES) as processes:
            while any(process.poll() is None for process in processes):
                readers[0].pull()
                if readers[0].compared % 7 == 0:
                    readers[1].pull()
                    store.add_up()
            wrote = [written(process) for process in processes]
        late = Reader(LocalHub(store, "late"))
        for reader in (*readers, late):
            reader.to_the_end()
        visits = frozenset[str]().union(*(one.visits for one in wrote))
        assert len(visits) == sum(len(one.visits) for one in wrote)
        for reader in (*readers, late):
            assert set(reader.held["visit"]) == visits
            assert set(reader.held["person"]) == set(SHARED)
            assert reader.held == late.held
        assert min(one.changes for one in wrote) > 0
        assert readers[0].compared > PUSHES


def test_a_long_transaction_holds_back_what_came_after_it_and_then_it_is_told(postgresql):
    with opened(postgresql.database()) as store:
        reader = Reader(LocalHub(store, "one"))
        with store.write() as slow:
            slow.insert("product", {"id": "slow"})
            with store.write() as quick:
                quick.insert("product", {"id": "quick"})
            page = reader.pull()
            assert (page.records, page.digest) == ([], None)
            assert store.newest()[1] is False
        page = reader.pull()
        assert {record.id for record in page.records} == {"slow", "quick"}
        assert page.digest is not None
        assert store.newest()[1] is True


def test_a_reading_transaction_such_as_a_dump_holds_back_nothing(postgresql):
    with opened(postgresql.database()) as store, store.read() as dump:
        dump.exec_driver_sql("SELECT * FROM sync_feed").all()
        with store.write() as writer:
            writer.insert("product", {"id": "p"})
        assert [record.id for record in Reader(LocalHub(store, "one")).pull().records] == ["p"]


def test_a_record_moved_by_the_older_of_two_transactions_is_told_in_its_newest_state(postgresql):
    with opened(postgresql.database()) as store:
        with store.write() as writer:
            writer.insert("product", {"id": "p", "title": "first"})
        reader = Reader(LocalHub(store, "one"))
        reader.pull()
        with store.write() as older:
            older.insert("product", {"id": "other"})
            with store.write() as younger:
                younger.update("product", "p", {"title": "second"})
            assert reader.pull().records == []
            older.update("product", "p", {"picture": "x"})
        (other, moved) = reader.pull().records
        assert (other.id, moved.fields) == ("other", {"title": "second", "picture": "x"})


def test_ids_that_a_crash_gives_out_again_make_no_hole(postgresql):
    """A transaction that wrote nothing durable moves the horizon, but no cursor."""
    with opened(postgresql.database()) as store:
        with store.write() as writer:
            writer.insert("product", {"id": "p"})
        head = store.head
        with store.engine.connect() as connection:
            for _ in range(5):
                connection.exec_driver_sql("SELECT pg_current_xact_id()")
                connection.rollback()
        assert store.head == head
        assert Reader(LocalHub(store, "one")).pull().next == head
