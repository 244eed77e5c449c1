"""A replica that begins takes over the hub's snapshot: the same as pulling everything, only sooner."""

import logging
import secrets
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from sync.device import schema
from sync.device.outbox import RecordState
from sync.device.passes import run_pass
from sync.device.progress import Phase, Progress
from sync.device.replica import Replica
from sync.errors import Code, HubRefused, HubUnreachable
from sync.hub.local import LocalHub
from sync.snapshot.pieces import PIECE_BYTES
from sync.sqlite import PAGE_BYTES
from sync.wire import EVERYTHING
from tests.sync.shop import (
    Shop,
    Silent,
    booking,
    digest,
    go,
    healed,
    opened,
    person,
    product,
    reported,
    rows,
    tag,
    visit,
)

TABLES = (product, person, visit, tag, booking)
NAME = "Wilhelmina"
"""Nothing else on the disk says so."""


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    """A hub with records of every rule and about three pieces of snapshot."""
    directory = tmp_path_factory.mktemp("template")
    with opened(directory) as shop:
        with shop.store.write() as writer:
            picture = writer.add_blob(b"a drawing")
            titles = [{"title": secrets.token_hex(4_500), "picture": picture} for _ in range(1_100)]
            writer.insert_many("product", titles)
            writer.insert_many("person", [{"name": f"{NAME} {n}"} for n in range(300)])
        first = shop.device("first")
        with first.write() as writer:
            ada = writer.insert("person", {"id": "ada", "name": "Ada", "email": "ada@example.org"})
            writer.insert("visit", {"person_id": ada, "at": 5, "receipt": "R1"})
            writer.insert("tag", {"id": "t1", "label": "linen"})
            writer.insert("tag", {"id": "t2", "label": "gone"})
            writer.insert("booking", {"id": "b1", "what": "fitting"})
        go(first, shop.hub("first"))
        with first.write() as writer:
            writer.remove("tag", "t2")
            writer.update("person", "ada", {"email": "ada@example.com"})
        go(first, shop.hub("first"))
        shop.make_snapshot()
        shop.remove("first")
    return directory


@pytest.fixture
def stocked(template, tmp_path) -> Iterator[Shop]:
    directory = shutil.copytree(template, tmp_path / "shop")
    with opened(directory) as shop:
        shop.make_snapshot()
        yield shop


def told(replica: Replica) -> dict[str, list]:
    """All that the hub has told, table by table."""
    tables = (*TABLES, *schema.TOLD)
    columns = {t: [c for c in t.columns if c.name != "row_hash"] for t in tables}
    with replica.read() as connection:
        return {
            t.name: sorted(connection.execute(sa.select(*cs)).all(), key=str) for t, cs in columns.items()
        }


def phases(steps: list[Progress]) -> set[Phase]:
    return {step.phase for step in steps}


def assert_same_as_the_hub(tablet: Replica, shop) -> None:
    for table in TABLES:
        assert rows(tablet, table) == rows(shop.store, table)
    assert healed(tablet, shop.hub("a")) == ()
    with tablet.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        if tablet.file.key is not None:
            assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []


def leftovers(shop) -> list[str]:
    return [path.name for path in shop.directory.glob("*snapshot-*")]


@pytest.mark.parametrize("kind", ["encrypted", "device"])
def test_a_snapshot_is_what_a_pull_from_zero_gives(stocked, kind):
    tablet, pulled = getattr(stocked, kind)("a"), stocked.device("b")
    steps = reported(tablet, stocked.hub("a"))
    go(pulled, LocalHub(stocked.store, "b"))
    assert Phase.SNAPSHOT in phases(steps)
    assert told(tablet) == told(pulled)
    assert tablet.cursor() == pulled.cursor()
    assert tablet.blob(digest(b"a drawing")) == b"a drawing"
    assert_same_as_the_hub(tablet, stocked)
    assert leftovers(stocked) == []


def test_what_came_after_the_snapshot_is_pulled(stocked):
    with stocked.store.write() as writer:
        writer.insert("product", {"id": "late", "title": "Late"})
        writer.update("person", "ada", {"name": "Ada M."})
    tablet = stocked.encrypted("a")
    go(tablet, stocked.hub("a"))
    assert rows(tablet, person)["ada"]["name"] == "Ada M."
    assert_same_as_the_hub(tablet, stocked)


def test_the_tablet_has_its_own_name_clock_and_writes_afterwards(stocked):
    tablet = stocked.encrypted("a")
    node = tablet.clock.node
    with tablet.write() as writer:
        writer.insert("visit", {"id": "mine", "at": 1})
    go(tablet, stocked.hub("a"))
    again = stocked.encrypted("a")
    assert again.clock.node == node
    assert again.states("visit", ["mine"]) == {"mine": RecordState.CONFIRMED}
    with again.write() as writer:
        writer.update("person", "ada", {"name": "Ada the Second"})
    go(again, stocked.hub("a"))
    assert rows(stocked.store, person)["ada"]["name"] == "Ada the Second"
    assert_same_as_the_hub(again, stocked)


def test_what_is_written_while_it_arrives_is_kept_and_reaches_the_hub(stocked):
    tablet = stocked.encrypted("a")
    written = []

    def write(progress: Progress) -> None:
        if progress.phase is Phase.SNAPSHOT and not written:
            with tablet.write() as writer:
                written.append(writer.insert("person", {"name": "Zoë"}))
                writer.insert("visit", {"id": "here", "person_id": written[0], "at": 9})
                writer.insert("tag", {"id": "t9", "label": "silver"})

    run_pass(tablet, stocked.hub("a"), write)
    assert rows(tablet, person)[written[0]]["name"] == "Zoë"
    assert tablet.pending() == 3
    go(tablet, stocked.hub("a"))
    assert tablet.pending() == 0
    assert "here" in rows(stocked.store, visit)
    assert_same_as_the_hub(tablet, stocked)


def test_a_thread_that_writes_all_the_time_loses_nothing(stocked):
    tablet = stocked.encrypted("a")
    saved, stop = [], threading.Event()

    def write() -> None:
        while not stop.is_set():
            with tablet.write() as writer:
                one = writer.insert("visit", {"at": len(saved)})
            saved.append(one)
            with tablet.read() as connection:
                assert connection.execute(sa.select(visit.c.at).where(visit.c.id == one)).scalar() is not None

    writing = threading.Thread(target=write)
    writing.start()
    steps = reported(tablet, stocked.hub("a"))
    stop.set()
    writing.join()
    assert Phase.SNAPSHOT in phases(steps)
    assert len(saved) > 10
    go(tablet, stocked.hub("a"))
    assert set(saved) <= rows(stocked.store, visit).keys()
    assert tablet.pending() == tablet.set_aside() == 0
    assert_same_as_the_hub(tablet, stocked)


def test_tables_of_the_application_alone_go_along(stocked):
    recent = sa.Table("recent", sa.MetaData(), sa.Column("person_id", sa.Text, primary_key=True))
    stocked.tables = sa.MetaData()
    for table in (*TABLES, recent):
        table.to_metadata(stocked.tables)
    stocked.make_snapshot()
    tablet = stocked.encrypted("a")
    with tablet.write() as writer:
        writer.connection.execute(recent.insert().values(person_id="ada"))
    steps = reported(tablet, stocked.hub("a"))
    assert Phase.SNAPSHOT in phases(steps)
    with tablet.read() as connection:
        assert connection.execute(sa.select(recent)).all() == [("ada",)]


def test_a_write_that_was_set_aside_is_still_there_to_be_looked_at(stocked):
    tablet = stocked.encrypted("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "twice", "at": 1, "receipt": "R1"})
    go(tablet, stocked.hub("a"))
    assert tablet.set_aside() == 1
    assert tablet.states("visit", ["twice"]) == {"twice": RecordState.SET_ASIDE}


class Cutting(LocalHub):
    """A line that carries so many bytes and is then cut."""

    every = 10_000
    lines = 0
    came = 0

    def snapshot_bytes(self, name, start):
        self.lines += 1
        left = self.every
        for chunk in super().snapshot_bytes(name, start):
            part = chunk[:left]
            left -= len(part)
            self.came += len(part)
            yield part
            if not left:
                raise HubUnreachable


@pytest.mark.parametrize("every", [10_000, 99_991, 3_000_000])
def test_a_line_that_is_cut_all_the_time_still_brings_it_and_no_byte_twice(stocked, every):
    tablet = stocked.encrypted("a")
    hub = Cutting(stocked.store, "a", snapshots=stocked.snapshots)
    hub.every = every
    go(tablet, hub)
    info = hub.snapshot(hub.hello().snapshot)
    assert hub.came == info.size
    assert hub.lines >= info.size // every
    assert_same_as_the_hub(tablet, stocked)


class Away(Cutting):
    """Brings more than one piece, and is gone."""

    every = 2 * PIECE_BYTES // 3

    def snapshot_bytes(self, name, start):
        if self.lines:
            raise HubUnreachable
        yield from super().snapshot_bytes(name, start)


def test_after_the_end_of_the_process_it_goes_on_with_the_last_whole_piece(stocked):
    hub = Away(stocked.store, "a", snapshots=stocked.snapshots)
    with pytest.raises(HubUnreachable):
        go(stocked.encrypted("a"), hub)
    info = hub.snapshot(hub.hello().snapshot)
    whole = info.pieces[0].size
    assert whole < hub.came < info.size
    stocked.engines.pop("a").dispose()
    rest = Cutting(stocked.store, "a", snapshots=stocked.snapshots)
    tablet = stocked.encrypted("a")
    go(tablet, rest)
    assert rest.came <= info.size - whole
    assert_same_as_the_hub(tablet, stocked)


def test_a_piece_that_a_loss_of_power_left_unwritten_is_found_before_it_is_used(stocked, caplog):
    tablet = stocked.encrypted("a")
    with pytest.raises(HubUnreachable):
        go(tablet, Away(stocked.store, "a", snapshots=stocked.snapshots))
    (part,) = stocked.directory.glob("*.part")
    with part.open("r+b") as file:
        file.seek(100 * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))
    steps = reported(tablet, stocked.hub("a"))
    assert "cannot be taken over" in caplog.text
    assert next(s.total for s in steps if s.phase is Phase.PULL) == stocked.store.head
    assert_same_as_the_hub(tablet, stocked)


class Spoiling(LocalHub):
    """Some bytes in the middle arrive as others, so many times."""

    times = 1

    def snapshot_bytes(self, name, start):
        body = b"".join(super().snapshot_bytes(name, start))
        if self.times:
            self.times -= 1
            middle = len(body) // 2
            body = body[:middle] + bytes(64) + body[middle + 64 :]
        yield body


def test_a_piece_that_arrives_wrong_is_fetched_once_more(stocked):
    tablet = stocked.encrypted("a")
    steps = reported(tablet, Spoiling(stocked.store, "a", snapshots=stocked.snapshots))
    assert [(s.done, s.total) for s in steps if s.phase is Phase.PULL] == [(0, 0)]
    assert_same_as_the_hub(tablet, stocked)


def test_a_piece_that_is_wrong_again_and_again_leads_to_a_pull(stocked, caplog):
    hub = Spoiling(stocked.store, "a", snapshots=stocked.snapshots)
    hub.times = 10
    tablet = stocked.encrypted("a")
    with caplog.at_level(logging.WARNING):
        steps = reported(tablet, hub)
    assert "damaged" in caplog.text
    assert hub.times == 8
    assert next(s.total for s in steps if s.phase is Phase.PULL) == stocked.store.head
    assert_same_as_the_hub(tablet, stocked)
    assert leftovers(stocked) == []


def test_a_disk_without_room_leads_to_a_pull(stocked, monkeypatch, caplog):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1 << 20))
    tablet = stocked.encrypted("a")
    steps = reported(tablet, stocked.hub("a"))
    assert Phase.SNAPSHOT not in phases(steps)
    assert "no room" in caplog.text
    assert_same_as_the_hub(tablet, stocked)


def test_a_tablet_with_other_tables_pulls(stocked):
    older = sa.MetaData()
    for table in TABLES:
        table.to_metadata(older)
    older.tables["person"].append_column(sa.Column("nickname", sa.Text, nullable=True))
    tablet = stocked.device("a", tables=older)
    steps = reported(tablet, stocked.hub("a"))
    assert Phase.SNAPSHOT not in phases(steps)
    assert rows(tablet, person) == rows(stocked.store, person)


def test_a_hub_that_gives_none_out_any_more_is_pulled_from(stocked, caplog):
    class TakenBack(LocalHub):
        def snapshot_bytes(self, name, start):
            yield self._snapshots.path(EVERYTHING, f"{name}{start}").read_bytes()

    tablet = stocked.encrypted("a")
    go(tablet, TakenBack(stocked.store, "a", snapshots=stocked.snapshots))
    assert "changing its mind" in caplog.text
    assert_same_as_the_hub(tablet, stocked)


def test_nothing_on_the_disk_is_ever_readable(stocked):
    """Searched whenever some of it has arrived, in every file of the tablet's folder."""
    folder = stocked.directory / "tablet"
    folder.mkdir()
    tablet = stocked.encrypted("tablet/a")
    known = [NAME.encode(), b"ada@example", b"SQLite format", b"CREATE TABLE", b"sync_state"]
    looked = []

    def look(progress: Progress) -> None:
        for path in folder.iterdir():
            body = path.read_bytes()
            assert [word for word in known if word in body] == []
        looked.append(progress.phase)

    run_pass(tablet, stocked.hub("a"), look)
    assert looked.count(Phase.SNAPSHOT) > 20
    assert NAME.encode() in stocked.path("hub").read_bytes()
    assert_same_as_the_hub(tablet, stocked)


def test_facts_that_a_restored_hub_has_lost_are_sent_again_and_not_replaced(shop):
    backup = shop.keep("hub")
    other, tablet = shop.device("b"), shop.encrypted("a")
    with other.write() as writer:
        writer.insert("visit", {"id": "precious", "at": 77})
    go(other, shop.hub("b"))
    go(tablet, shop.hub("a"))
    shop.restore("hub", backup)
    with shop.open_hub().write() as writer:
        writer.insert("product", {"id": "bag"})
    shop.store.renew_epoch()
    shop.make_snapshot()
    steps = reported(tablet, shop.hub("a"))
    go(tablet, shop.hub("a"))
    assert Phase.SNAPSHOT not in phases(steps)
    assert "precious" in rows(shop.store, visit)


class Lost(LocalHub):
    """A hub that no longer tells what this device missed."""

    said = False

    def pull(self, epoch, after, limit, floor=0):
        if after and not self.said:
            self.said = True
            raise HubRefused(Code.RESYNC, "start again")
        return super().pull(epoch, after, limit, floor)


def test_a_tablet_that_starts_again_takes_one_over_with_all_that_waits(stocked):
    tablet = stocked.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "twice", "at": 1, "receipt": "R1"})
    go(tablet, stocked.hub("a"))
    with tablet.transaction() as connection:
        connection.execute(person.insert().values(id="ghost", name="Nobody"))
    with tablet.write() as writer:
        writer.insert("visit", {"id": "mine", "at": 2})
        writer.update("person", "ada", {"name": "Ada here"})

    def write(progress: Progress) -> None:
        if progress.phase is Phase.SNAPSHOT and not tablet.pending():
            with tablet.write() as writer:
                writer.update("person", "ada", {"born_on": "1815-12-10"})
                writer.remove("tag", "t1")

    steps: list[Progress] = []
    told = []
    tablet.listeners.append(told.append)
    run_pass(
        tablet,
        Lost(stocked.store, "a", snapshots=stocked.snapshots),
        lambda step: (steps.append(step), write(step)),
    )
    assert Phase.SNAPSHOT in phases(steps)
    assert "ghost" not in rows(tablet, person)
    assert any(changes.touches("person", "product") for changes in told)
    assert rows(tablet, person)["ada"] == rows(stocked.store, person)["ada"] | {"born_on": "1815-12-10"}
    assert rows(tablet, person)["ada"]["name"] == "Ada here"
    assert "t1" not in rows(tablet, tag)
    assert (tablet.pending(), tablet.set_aside()) == (2, 1)
    assert tablet.states("visit", ["twice", "mine"]) == {
        "twice": RecordState.SET_ASIDE,
        "mine": RecordState.CONFIRMED,
    }
    go(tablet, stocked.hub("a"))
    assert tablet.pending() == 0
    assert_same_as_the_hub(tablet, stocked)


def test_somebody_erased_while_it_arrives_is_gone_after_the_next_meeting(stocked):
    tablet = stocked.encrypted("a")

    def erase(progress: Progress) -> None:
        if progress.phase is Phase.SNAPSHOT and "ada" in rows(stocked.store, person):
            stocked.store.erasing.erase("ada")

    run_pass(tablet, stocked.hub("a"), erase)
    go(tablet, stocked.hub("a"))
    assert "ada" not in rows(tablet, person)
    assert rows(tablet, person) == rows(stocked.store, person)


def test_two_tablets_take_the_same_one(stocked):
    one, other = stocked.encrypted("a"), stocked.device("b")
    names = []

    class Noting(LocalHub):
        def snapshot_bytes(self, name, start):
            names.append(name)
            return super().snapshot_bytes(name, start)

    for name, tablet in (("a", one), ("b", other)):
        go(tablet, Noting(stocked.store, name, snapshots=stocked.snapshots))
    assert names[0] == names[1]
    assert told(one) == told(other)


def test_a_pass_that_failed_before_the_snapshot_leaves_the_tablet_as_it_was(stocked):
    tablet = stocked.encrypted("a")
    with tablet.write() as writer:
        writer.insert("visit", {"id": "mine", "at": 1})
    with pytest.raises(HubUnreachable):
        go(tablet, Silent(stocked.store, "a"))
    assert rows(tablet, visit).keys() == {"mine"}
    assert tablet.pending() == 1
