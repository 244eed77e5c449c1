"""A server ends connections, at rest or in the middle of a push: nothing gets lost, nothing counts twice."""

from contextlib import ExitStack
from itertools import count

import pytest
import sqlalchemy as sa

from sync.errors import HubUnreachable
from sync.hub.databases.database import open_hub
from sync.hub.databases.postgresql import MOST_CONNECTIONS
from sync.sqlite import immediate
from sync.wire import Status
from tests.postgresql import Cluster
from tests.sync.hub.ending import end, end_all, ended, process_of
from tests.sync.pushed import push, write
from tests.sync.shop import Shop, rows, visit


@pytest.fixture
def shop(postgresql: Cluster, tmp_path):
    shop = Shop(tmp_path, database=postgresql.database())
    yield shop
    shop.close()


def test_a_connection_that_was_ended_is_exchanged_before_anybody_uses_it(postgresql: Cluster):
    engine = open_hub(postgresql.database())
    with immediate(engine) as connection:
        first = process_of(connection)
    end(postgresql, first)
    with immediate(engine) as connection:
        assert process_of(connection) != first
        assert connection.execute(sa.text("SELECT 1")).scalar() == 1
    engine.dispose()


def test_none_of_those_that_were_ended_together_is_used(postgresql: Cluster):
    engine = open_hub(postgresql.database())
    with immediate(engine) as one, immediate(engine) as other:
        gone = {process_of(one), process_of(other)}
    for process in gone:
        end(postgresql, process)
    with immediate(engine) as one, immediate(engine) as other:
        assert gone.isdisjoint({process_of(one), process_of(other)})
    engine.dispose()


@pytest.mark.parametrize("restarted", [False, True], ids=["at work", "just restarted"])
def test_a_push_that_is_cut_off_at_any_statement_is_taken_once_by_the_next(
    shop, postgresql: Cluster, restarted
):
    """A server that was restarted may go down again while the hub is still taking up its connections."""
    push(shop, write(1, at=1))
    cut = 0
    for at in count():
        dseq = at + 2
        if restarted:
            end_all(postgresql, shop.store.engine)
        try:
            with ended(postgresql, shop.store.engine, at):
                push(shop, write(dseq, at=1))
        except HubUnreachable:
            cut += 1
            reply = push(shop, write(dseq, at=1))
            assert [verdict.status for verdict in reply.verdicts] == [Status.APPLIED]
        else:
            break
    assert cut > 5
    assert len(rows(shop.store, visit)) == cut + 2
    assert shop.store.hello("a").last_dseq == cut + 2


def test_a_push_whose_answer_was_lost_with_the_connection_counts_once(shop, postgresql: Cluster):
    def lose(*_: object) -> None:
        raise HubUnreachable

    shop.store.listeners.append(lose)  # called behind the commit
    with pytest.raises(HubUnreachable):
        push(shop, write(1, at=1), write(2, at=2))
    shop.store.listeners.remove(lose)
    with shop.store.read() as connection:
        process = process_of(connection)
    end(postgresql, process)
    reply = push(shop, write(1, at=1), write(2, at=2), write(3, at=3))
    statuses = [verdict.status for verdict in reply.verdicts]
    assert statuses == [Status.DUPLICATE, Status.DUPLICATE, Status.APPLIED]
    assert len(rows(shop.store, visit)) == 3


def test_a_hub_whose_connections_are_all_in_use_for_long_is_away(shop, monkeypatch):
    """It is no fault of what was to be written, and whoever reads again and again goes on."""
    monkeypatch.setattr(shop.store.engine.pool, "_timeout", 0.01)
    with ExitStack() as others:
        for _ in range(MOST_CONNECTIONS):
            others.enter_context(shop.store.engine.connect())
        with pytest.raises(HubUnreachable):
            push(shop, write(1, at=1))
    push(shop, write(1, at=1))
