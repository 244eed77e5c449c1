"""What is said to PostgreSQL together: how often it answers, and what comes of it when it is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from sync.hub.databases import together
from sync.hub.databases.database import open_hub
from sync.hub.databases.glance import glance
from sync.sqlite import attempt, immediate
from tests.postgresql import Cluster
from tests.sync.pushed import push, write
from tests.sync.shop import Shop, rows, visit

ENTER = "INSERT INTO word (id, text) VALUES (%s, %s)"
COUNT = "SELECT count(*) FROM word"
ANSWERS_TO_A_PUSH = 8
"""Two of them to what is said together with something else: the beginning, and what is written."""


@pytest.fixture
def shop(postgresql: Cluster, tmp_path):
    shop = Shop(tmp_path, database=postgresql.database())
    yield shop
    shop.close()


@pytest.fixture
def words(postgresql: Cluster):
    engine = open_hub(postgresql.database())
    with immediate(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE word (id BIGINT PRIMARY KEY, text TEXT NOT NULL)")
    yield engine
    engine.dispose()


@contextmanager
def traced(shop: Shop, path: Path) -> Iterator[None]:
    """What goes over the hub's connections meanwhile, as libpq writes it down."""
    with path.open("wb") as trace:

        def begin(connection: psycopg.Connection, *_: object) -> None:
            connection.pgconn.trace(trace.fileno())

        def end(connection: psycopg.Connection, *_: object) -> None:
            connection.pgconn.untrace()

        sa.event.listen(shop.store.engine, "checkout", begin)
        sa.event.listen(shop.store.engine, "checkin", end)
        try:
            yield
        finally:
            sa.event.remove(shop.store.engine, "checkout", begin)
            sa.event.remove(shop.store.engine, "checkin", end)


def answers(trace: Path) -> int:
    """How often the server said that it was ready for the next."""
    return trace.read_text().count("\tReadyForQuery\t")


def test_a_push_of_one_record_is_answered_eight_times(shop, tmp_path):
    push(shop, write(1, at=1))
    with traced(shop, tmp_path / "trace"):
        push(shop, write(2, at=2))
    assert answers(tmp_path / "trace") == ANSWERS_TO_A_PUSH


def test_to_look_for_what_is_new_is_one_question(shop, tmp_path):
    with traced(shop, tmp_path / "trace"):
        shop.store.newest()
    assert answers(tmp_path / "trace") == 1


def test_what_was_told_is_found_by_what_is_asked_behind_it(words):
    with immediate(words) as connection:
        together.tell(connection, ENTER, [(1, "one")])
        together.tell(connection, ENTER, [(2, "two"), (3, "three")])
        assert together.ask(connection, COUNT, ()).fetchall() == [(3,)]
        together.tell(connection, ENTER, [(4, "four")])
        assert connection.execute(sa.text(COUNT)).scalar() == 4
    with glance(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(4,)]


def test_what_is_told_by_itself_waits_for_nothing(words):
    with glance(words) as connection:
        together.tell(connection, ENTER, [(1, "one")])
    with glance(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(1,)]


def say_twice(words: sa.Engine, end: str) -> None:
    with immediate(words) as connection:
        together.tell(connection, ENTER, [(1, "Adele Brambilla")])
        together.tell(connection, ENTER, [(1, "Adele Brambilla")])
        together.tell(connection, ENTER, [(2, "two")])
        if end:
            together.ask(connection, end, ())


@pytest.mark.parametrize("end", [COUNT, ""], ids=["a question", "the commit"])
def test_what_is_refused_undoes_the_whole_and_names_no_values(words, caplog, end):
    with pytest.raises(sa.exc.IntegrityError) as refused:
        say_twice(words, end)
    assert "Brambilla" not in str(refused.value) + str(refused.value.orig) + caplog.text
    assert caplog.records == []
    with immediate(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(0,)]
        together.tell(connection, ENTER, [(1, "one")])
    with glance(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(1,)]


def test_what_no_driver_can_say_leaves_the_connection_as_it_was(words):
    with pytest.raises(UnicodeEncodeError), immediate(words) as connection:
        together.tell(connection, ENTER, [(1, "\ud800")])
    with immediate(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(0,)]


def test_in_a_part_that_may_be_undone_nothing_waits(words):
    with immediate(words) as connection:
        together.tell(connection, ENTER, [(1, "one")])
        with pytest.raises(sa.exc.IntegrityError), attempt(connection):
            together.tell(connection, ENTER, [(1, "once more")])
        assert together.ask(connection, COUNT, ()).fetchall() == [(1,)]


def test_what_waits_for_a_transaction_that_is_undone_is_forgotten(words):
    with words.connect() as connection, connection.begin() as transaction:
        together.tell(connection, ENTER, [(1, "one")])
        transaction.rollback()
    with immediate(words) as connection:
        assert together.ask(connection, COUNT, ()).fetchall() == [(0,)]


def test_a_fact_that_its_table_refuses_is_answered_by_itself(shop):
    reply = push(shop, write(1, at=1, receipt="7"), write(2, at=2, receipt="7"), write(3, at=3))
    assert [verdict.status.value for verdict in reply.verdicts] == ["applied", "rejected", "applied"]
    assert len(rows(shop.store, visit)) == 2
