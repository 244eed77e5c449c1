"""Threads that write to one database take turns."""

import threading

import pytest
import sqlalchemy as sa

from sync.turn import Turn
from sync.wire import Status
from tests.postgresql import Cluster
from tests.sync.pushed import push, write
from tests.sync.shop import Shop, rows, visit


def wait_until_asked(turn: Turn, count: int) -> None:
    gate = threading.Event()
    while len(turn._waiting) < count:
        gate.wait(0.001)


def test_who_asked_first_is_next():
    turn, order = Turn(), []

    def take(name: int) -> None:
        with turn:
            order.append(name)

    threads = [threading.Thread(target=take, args=(name,)) for name in range(5)]
    with turn:
        for at, thread in enumerate(threads):
            thread.start()
            wait_until_asked(turn, at + 1)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_block_that_raises_hands_over():
    turn = Turn()
    with pytest.raises(KeyError), turn:
        {}["nothing"]
    with turn:
        assert not turn._waiting


def test_who_writes_all_the_time_lets_in_who_waits(shop):
    replica = shop.device("tablet")

    def write() -> None:
        with replica.write() as writer:
            writer.insert("visit", {"id": "v", "at": 1})

    other = threading.Thread(target=write)
    with replica.transaction():
        other.start()
        wait_until_asked(replica.file.turn, 1)
    with replica.transaction() as connection:
        assert connection.execute(sa.select(visit.c.id)).scalars().all() == ["v"]
    other.join()


def test_who_writes_to_the_hub_all_the_time_lets_in_who_waits(shop):
    def write() -> None:
        with shop.store.write() as writer:
            writer.insert("visit", {"id": "v", "at": 1})

    other = threading.Thread(target=write)
    with shop.store.write():
        other.start()
        wait_until_asked(shop.store._positions.turn, 1)
    with shop.store.write() as writer:
        assert writer.connection.execute(sa.select(visit.c.id)).scalars().all() == ["v"]
    other.join()


def test_on_postgresql_nobody_waits_for_who_writes_other_records(postgresql: Cluster, tmp_path):
    shop = Shop(tmp_path, database=postgresql.database())
    push(shop, write(1, at=1), device="a")
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "v", "at": 1})
        reply = push(shop, write(2, at=1), device="a")  # in the same thread: it would wait for itself
        assert [verdict.status for verdict in reply.verdicts] == [Status.APPLIED]
        assert rows(shop.store, visit).keys() == {"visit1", "visit2"}
    assert rows(shop.store, visit).keys() == {"visit1", "visit2", "v"}
    shop.close()
