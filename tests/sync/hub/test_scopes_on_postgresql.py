"""Scopes and erasure where several write at once."""

import threading

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from sync.errors import Code
from sync.hub import schema
from sync.wire import Push, Status
from tests.postgresql import Cluster
from tests.sync.hub.test_scoped_pages import Pages
from tests.sync.pushed import write
from tests.sync.shop import Shop, person, rows, visit

PUSHES = 40


@pytest.fixture
def shop(postgresql: Cluster, tmp_path):
    shop = Shop(tmp_path, database=postgresql.database())
    yield shop
    shop.close()


def test_a_scopes_pages_are_as_exact_there(postgresql: Cluster) -> None:
    class OnPostgresql(Pages):
        new_database = staticmethod(postgresql.database)

    few = settings(
        max_examples=3,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(OnPostgresql, settings=few)


def test_nothing_of_her_comes_in_while_she_is_erased(shop) -> None:
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada"})
        writer.insert("person", {"id": "bea"})
    began = threading.Event()
    codes: list[Code | None] = []

    def push() -> None:
        for dseq in range(1, PUSHES + 1):
            records = [write(dseq, "visit", f"v{dseq}", person_id="ada", at=1)]
            reply = shop.store.apply("a", Push(epoch=shop.store.epoch, records=records))
            codes.extend(verdict.code for verdict in reply.verdicts)
            began.set()

    pushing = threading.Thread(target=push)
    pushing.start()
    assert began.wait(30)
    shop.store.erasing.erase("ada")
    pushing.join(60)
    assert len(codes) == PUSHES
    assert codes[0] is None
    assert set(codes) <= {None, Code.ERASED}
    assert rows(shop.store, visit) == {}
    assert set(rows(shop.store, person)) == {"bea"}
    with shop.store.read() as connection:
        bodies = connection.execute(sa.select(schema.rejected.c.body)).scalars().all()
    assert set(bodies) <= {b""}
    late = [write(PUSHES + 1, "visit", "late", person_id="ada", at=1)]
    reply = shop.store.apply("a", Push(epoch=shop.store.epoch, records=late))
    assert reply.verdicts[0].status is Status.REJECTED
    assert reply.verdicts[0].code is Code.ERASED
