"""Payloads that come at one moment are kept in one commit, and each sender hears whether its own is."""

import threading
from contextlib import contextmanager

import pytest

from clienteling.hub.intake.keeper import Keeper
from clienteling.hub.intake.raw import Coming
from clienteling.hub.intake.tables import raw_payload
from tests.hub.little_house import rows


class Slow:
    """The store, while something else writes: its transactions begin when the test says so."""

    def __init__(self, store) -> None:
        self.store = store
        self.transactions = 0
        self.free = threading.Event()
        self.broken = False

    @contextmanager
    def write(self):
        self.free.wait(10)
        self.transactions += 1
        if self.broken:
            raise OSError("no disk")
        with self.store.write() as writer:
            yield writer


@pytest.fixture
def slow(store):
    return Slow(store)


@pytest.fixture
def keeper(slow):
    keeper = Keeper(slow, lambda: None)
    yield keeper
    slow.free.set()
    keeper.close()


def coming(number: int) -> Coming:
    return Coming("segment:web", "page", b"%d" % number)


def test_what_comes_while_the_database_is_busy_is_kept_in_one_commit(slow, keeper, store):
    kept = [keeper.keep(coming(n)) for n in range(40)]
    assert keeper.pressing
    slow.free.set()
    for one in kept:
        one.result(10)
    assert slow.transactions <= 2
    assert len(rows(store, raw_payload)) == 40


def test_nobody_is_told_that_it_is_kept_where_it_is_not(slow, keeper, store):
    slow.broken = True
    slow.free.set()
    with pytest.raises(OSError, match="no disk"):
        keeper.keep(coming(1)).result(10)
    slow.broken = False
    keeper.keep(coming(2)).result(10)
    assert [row.body for row in rows(store, raw_payload)] == [b"2"]


def test_what_was_promised_is_kept_before_it_closes_and_nothing_afterwards(slow, keeper, store):
    kept = keeper.keep(coming(1))
    slow.free.set()
    keeper.close()
    assert kept.done()
    assert len(rows(store, raw_payload)) == 1
    with pytest.raises(RuntimeError):
        keeper.keep(coming(2))


def test_the_same_bytes_in_one_commit_are_kept_once_unless_they_are_two_things(keeper, slow, store):
    slow.free.set()
    for stamp in ("", "", "a", "b"):
        keeper.keep(Coming("segment:web", "page", b"same", stamp)).result(10)
    assert len(rows(store, raw_payload)) == 3
