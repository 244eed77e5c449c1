"""Passes that are cut at every point where they can be: nothing lost, nothing twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.device import schema
from sync.device.database import open_encrypted
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.errors import Code, HubRefused, HubUnreachable, StorageFull
from sync.hub.local import LocalHub
from tests.sync.shop import KEY, REGISTRY, digest, go, person, product, rows, visit


class Cable:
    """A hub whose n-th call is cut, on the way there or on the way back."""

    def __init__(self, hub: LocalHub, cut: int, *, on_the_way_back: bool) -> None:
        self._hub = hub
        self._left = cut
        self._back = on_the_way_back

    def hello(self, greeting):
        return self._call(lambda: self._hub.hello(greeting))

    def push(self, push):
        return self._call(lambda: self._hub.push(push))

    def pull(self, epoch, after, limit, floor=0):
        return self._call(lambda: self._hub.pull(epoch, after, min(limit, 2), floor))

    def blob(self, digest):
        return self._call(lambda: self._hub.blob(digest))

    def _call(self, call):
        self._left -= 1
        if self._left == 0 and not self._back:
            raise HubUnreachable
        answer = call()
        if self._left == 0:
            raise HubUnreachable
        return answer


class Powerless(Exception):
    pass


def fill(shop, tablet) -> None:
    with shop.store.write() as writer:
        for title in "abcde":
            writer.insert("product", {"title": title, "picture": writer.add_blob(title.encode())})
    with tablet.write() as writer:
        ada = writer.insert("person", {"name": "Ada"})
        for moment in range(4):
            writer.insert("visit", {"person_id": ada, "at": moment})
        writer.update("person", ada, {"name": "Ada M."})


def assert_whole(shop, tablet) -> None:
    assert tablet.pending() == 0
    for table in (person, visit, product):
        assert rows(tablet, table) == rows(shop.store, table)
    assert len(rows(tablet, visit)) == 4
    assert len(rows(tablet, product)) == 5
    assert [p["name"] for p in rows(tablet, person).values()] == ["Ada M."]
    assert tablet.blob(digest(b"e")) == b"e"


@pytest.mark.parametrize("on_the_way_back", [False, True], ids=["request lost", "reply lost"])
@pytest.mark.parametrize("cut", range(1, 13))
def test_a_pass_cut_at_any_call_is_finished_by_the_next(shop, cut, on_the_way_back):
    tablet = shop.device("a")
    fill(shop, tablet)
    with pytest.raises(HubUnreachable):
        go(tablet, Cable(shop.hub("a"), cut, on_the_way_back=on_the_way_back))
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    assert_whole(shop, tablet)


@pytest.mark.parametrize("dies_at", range(12))
def test_a_pass_that_dies_between_its_steps_is_finished_by_the_next(shop, dies_at):
    tablet = shop.device("a")
    fill(shop, tablet)
    listened = []

    def die(what) -> None:
        listened.append(what)
        if len(listened) > dies_at:
            raise Powerless

    tablet.listeners.append(die)
    with pytest.raises(Powerless):
        run_pass(tablet, shop.hub("a"), die)
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    assert_whole(shop, tablet)


def test_the_same_push_twice_takes_effect_once(shop):
    tablet = shop.device("a")
    replies = []

    class Doubled(LocalHub):
        def push(self, push):
            replies.append(super().push(push))
            replies.append(super().push(push))
            return replies[-1]

    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
        writer.insert("person", {"name": "Ada"})
    go(tablet, Doubled(shop.store, "a"))
    first, second = replies
    assert [v.status for v in first.verdicts] == ["applied", "applied"]
    assert [v.status for v in second.verdicts] == ["duplicate", "duplicate"]
    assert [v.seq for v in first.verdicts] == [v.seq for v in second.verdicts]
    assert shop.store.head == 2
    assert tablet.pending() == 0


def test_a_hub_that_dies_before_its_commit_has_nothing_half_applied(shop, monkeypatch):
    tablet = shop.device("a")
    fill(shop, tablet)
    head = shop.store.head

    def die(_engine) -> None:
        raise Powerless

    monkeypatch.setattr("sync.hub.writer.HubWriter.flush", die)
    with pytest.raises(Powerless):
        go(tablet, shop.hub("a"))
    monkeypatch.undo()
    shop.open_hub()
    assert rows(shop.store, visit) == {}
    assert shop.store.head == head
    go(tablet, shop.hub("a"))
    assert_whole(shop, tablet)


def test_batches_that_are_too_large_are_halved_and_a_single_one_is_set_aside(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        for name in ("Ada", *("B" * 5000 for _ in range(5)), "Cleo"):
            writer.insert("person", {"name": name})

    class Narrow(LocalHub):
        def push(self, push):
            if sum(len(r.fields["name"]) for r in push.records) > 4000:
                raise HubRefused(Code.TOO_LARGE, "too large")
            return super().push(push)

    go(tablet, Narrow(shop.store, "a"))
    assert sorted(p["name"] for p in rows(shop.store, person).values()) == ["Ada", "Cleo"]
    assert [e.code for e in tablet.ledger(0).entries if e.code] == [Code.TOO_LARGE] * 5


def test_a_page_for_which_the_disk_has_no_room_is_not_applied_at_all(shop):
    with shop.store.write() as writer:
        writer.insert_many("product", [{"title": "x" * 10_000} for _ in range(40)])
    tablet = shop.device("a")
    with tablet.engine.connect() as connection:
        size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {size + 10}")
    with pytest.raises(StorageFull):
        go(tablet, shop.hub("a"))
    assert rows(tablet, product) == {}
    assert tablet.cursor().seq == 0
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    assert len(rows(tablet, product)) == 40


WRITER = """
import sys
from pathlib import Path
from sync.device.database import open_encrypted
from sync.device.passes import run_pass
from sync.device.replica import Replica
from tests.sync.shop import KEY, REGISTRY, metadata
engine = open_encrypted(Path(sys.argv[1]), KEY)
metadata.create_all(engine)
replica = Replica(engine, REGISTRY)
while True:
    with replica.write() as writer:
        one = writer.insert("visit", {"at": writer.now})
    print(one, flush=True)
"""


def test_what_was_said_to_be_saved_is_there_after_kill_9(tmp_path):
    path = tmp_path / "replica.db"
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        saved = [process.stdout.readline().strip() for _ in range(25)]
        os.kill(process.pid, signal.SIGKILL)
        saved += [line.strip() for line in process.stdout if line.endswith("\n")]
    engine = open_encrypted(path, KEY)
    replica = Replica(engine, REGISTRY)
    with replica.read() as connection:
        entries = connection.execute(sa.select(schema.outbox).order_by(schema.outbox.c.dseq)).all()
        kept = set(connection.execute(sa.select(visit.c.id)).scalars())
    engine.dispose()
    assert len(saved) >= 25
    assert set(saved) <= kept
    assert {entry.record_id for entry in entries} == kept
    assert [entry.dseq for entry in entries] == list(range(1, len(kept) + 1))
