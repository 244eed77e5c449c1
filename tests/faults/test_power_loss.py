"""The files as a loss of power leaves them: copied at chosen moments, with and without their log."""

import random
import shutil
from pathlib import Path

import pytest

from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.errors import ReplicaUnusable
from tests.sync.power import Moment, Supply, supplied
from tests.sync.shop import REGISTRY, Shop, go, healed, person, rows, visit

MOMENTS = 25


class Copier(Supply):
    """Copies a database's files at some of the statements and commits that pass by."""

    def __init__(self, file: Path, target: Path, dice: random.Random) -> None:
        super().__init__()
        self._file = file
        self._target = target
        self._dice = dice
        self.copies: list[Path] = []

    def passes(self, moment: Moment) -> None:
        super().passes(moment)
        if self._dice.random() < 0.1 or moment is Moment.COMMITTED:
            copy = self._target / f"{len(self.copies)}.db"
            shutil.copy(self._file, copy)
            shutil.copy(self._file.with_name(f"{self._file.name}-wal"), f"{copy}-wal")
            self.copies.append(copy)


@pytest.mark.parametrize("torn", [0, 1, 100, 5_000])
def test_what_was_said_to_be_saved_is_there_after_a_loss_of_power(shop, tmp_path, torn):
    """The log is synchronised with each commit, so it is there; what follows in it may be torn."""
    (tmp_path / "copies").mkdir()
    tablet = shop.device("a")
    copier = Copier(shop.path("a"), tmp_path / "copies", random.Random(torn))
    said: list[str] = []
    known: dict[Path, set[str]] = {}
    with supplied(tablet.engine, copier):
        for _ in range(MOMENTS):
            with tablet.write() as writer:
                one = writer.insert("visit", {"at": writer.now})
            said.append(one)
            known |= {copy: set(said) for copy in copier.copies[-1:]}
    assert len(known) == MOMENTS
    for copy, saved in known.items():
        with Path(f"{copy}-wal").open("ab") as log:
            log.write(random.Random(torn).randbytes(torn))
        engine = open_plain(copy)
        assert set(rows(Replica(engine, REGISTRY), visit)) == saved
        engine.dispose()


def test_a_hub_whose_log_was_lost_hears_again_what_it_had_confirmed(shop):
    """A disk that lied about fsync: the file without its log is an old state, and nobody tells."""
    one, other = shop.device("a"), shop.device("b")
    for replica, name in ((one, "a"), (other, "b")):
        with replica.write() as writer:
            writer.insert("visit", {"at": 1})
        go(replica, shop.hub(name))
    with shop.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for replica, name in ((one, "a"), (other, "b")):
        with replica.write() as writer:
            writer.insert("visit", {"at": 2})
        go(replica, shop.hub(name))
    before = rows(shop.store, visit)
    old = shutil.copy(shop.path("hub"), shop.directory / "without its log")
    shop.restore("hub", old)
    shop.open_hub()
    assert len(rows(shop.store, visit)) < len(before)
    for _ in range(2):
        for replica, name in ((one, "a"), (other, "b")):
            go(replica, shop.hub(name))
    assert rows(shop.store, visit) == rows(one, visit) == rows(other, visit) == before
    assert healed(one, shop.hub("a")) == healed(other, shop.hub("b")) == ()


def test_a_device_whose_log_was_lost_gets_back_what_the_hub_had_of_it(shop):
    tablet = shop.device("a")
    with tablet.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    go(tablet, shop.hub("a"))
    before = rows(shop.store, visit)
    shop.restore("a", shutil.copy(shop.path("a"), shop.directory / "without its log"))
    tablet = shop.device("a")
    assert rows(tablet, visit) == {}
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
    assert healed(tablet, shop.hub("a")) == ()
    assert tablet.pending() == 0
    assert rows(shop.store, person) == rows(tablet, person)
    assert rows(shop.store, person)["ada"]["name"] == "Ada"
    assert rows(tablet, visit) == before


def test_a_damaged_page_is_named_and_the_file_left_as_it_is(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        for moment in range(500):
            writer.insert("visit", {"at": moment})
    path = shop.path("a")
    shop.engines.pop("a").dispose()
    content = bytearray(path.read_bytes())
    for page in range(2 * 8192, len(content), 8192):
        content[page : page + 512] = b"\xff" * 512
    path.write_bytes(content)
    engine = open_plain(path)
    with pytest.raises(ReplicaUnusable), engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM visit WHERE at >= 0").all()
    engine.dispose()
    assert path.read_bytes() == bytes(content)


@pytest.fixture
def shop(tmp_path):
    one = Shop(tmp_path)
    yield one
    one.close()
