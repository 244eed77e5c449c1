"""Who hears of a commit, whoever made it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from sync.errors import HubUnreachable
from sync.hub.databases import watch
from sync.hub.databases.postgresql_notices import PostgresqlNotices
from sync.hub.databases.watch import Watch
from sync.hub.store import HubStore
from sync.wire import Bell
from tests.contract.meeting import opened
from tests.hub.serving.hub_process import until
from tests.sync.hub.ending import ended

NEVER_S = 600.0
"""How often is looked where a test is about being told."""


class Ear:
    def __init__(self) -> None:
        self.bells = list[Bell]()

    def hears(self, head: int) -> None:
        until(lambda: self.bells and self.bells[-1].head == head)
        heads = [bell.head for bell in self.bells]
        assert heads == sorted(heads)


@contextmanager
def watched(store: HubStore, look_s: float = NEVER_S) -> Iterator[Ear]:
    ear = Ear()
    watch = Watch(store, ear.bells.append, look_s)
    watch.start()
    try:
        yield ear
    finally:
        watch.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def processes(request, tmp_path) -> Iterator[tuple[HubStore, HubStore]]:
    """Two stores on one database, as two processes have them."""
    on_file = request.param == "sqlite"
    where = str(tmp_path / "hub.db") if on_file else request.getfixturevalue("postgresql").database()
    with opened(where) as one, opened(where) as other:
        yield one, other


@pytest.fixture
def two(postgresql) -> Iterator[tuple[HubStore, HubStore]]:
    where = postgresql.database()
    with opened(where) as one, opened(where) as other:
        yield one, other


def written(store: HubStore, name: str) -> int:
    with store.write() as writer:
        writer.insert("product", {"id": name})
    return store.head


def test_a_commit_of_this_process_rings(processes):
    one, _ = processes
    with watched(one) as ear:
        for name in "abc":
            ear.hears(written(one, name))


def test_a_commit_of_a_process_that_tells_nobody_is_found(processes):
    one, other = processes
    with watched(one, look_s=0.02) as ear:
        ear.hears(written(other, "a"))


def test_a_new_epoch_is_found(processes):
    one, other = processes
    with watched(one, look_s=0.02) as ear:
        written(one, "a")
        renewed = other.renew_epoch()
        until(lambda: ear.bells and ear.bells[-1].epoch == renewed)


def test_a_notice_wakes_the_other_process(two):
    one, other = two
    with watched(one) as here, watched(other) as there:
        for store, name in ((one, "a"), (other, "b"), (one, "c")):
            head = written(store, name)
            here.hears(head)
            there.hears(head)


def test_what_an_older_transaction_holds_back_rings_when_that_one_is_undone(two):
    """Nobody tells of an end without a commit."""
    one, other = two
    with watched(one) as here, watched(other) as there, ExitStack() as older:
        writer = older.enter_context(one.write())
        writer.insert("product", {"id": "undone"})
        with other.write() as younger:
            younger.insert("product", {"id": "done"})
        until(lambda: other.newest()[1] is False)
        older.callback(writer.connection.rollback)
        older.pop_all()
        writer.connection.close()
        until(lambda: one.newest()[1] is True)
        here.hears(one.head)
        there.hears(one.head)


def test_the_watch_goes_on_when_the_database_was_away(own_postgresql):
    with opened(own_postgresql.database()) as store, watched(store) as ear:
        ear.hears(written(store, "a"))
        own_postgresql.restart()
        until(lambda: answers(store))
        ear.hears(written(store, "b"))


def test_that_the_database_is_away_is_said_once_however_long_it_is(own_postgresql, monkeypatch, caplog):
    monkeypatch.setattr(watch, "RETRY_S", 0.01)
    waits, wait = list[float](), PostgresqlNotices.wait
    monkeypatch.setattr(PostgresqlNotices, "wait", lambda of, s: (waits.append(s), wait(of, s)))
    with opened(own_postgresql.database()) as store, watched(store) as ear:
        ear.hears(written(store, "a"))
        own_postgresql.stop()
        until(lambda: caplog.messages)
        enough = len(waits) + 10
        until(lambda: len(waits) > enough)
        own_postgresql.start()
        until(lambda: answers(store))
        ear.hears(written(store, "b"))
    assert [record.message for record in caplog.records if record.name == watch.__name__] == [
        "The database could not be read; looking again",
        "The database can be read again",
    ]


def test_the_watch_goes_on_when_its_connection_ends_before_it_listens(postgresql):
    with (
        opened(postgresql.database()) as store,
        ended(postgresql, store.engine, 0) as happened,
        watched(store) as ear,
    ):
        until(happened.is_set)
        ear.hears(written(store, "a"))
        ear.hears(written(store, "b"))


def answers(store: HubStore) -> bool:
    try:
        store.known()
    except HubUnreachable:
        return False
    return True
