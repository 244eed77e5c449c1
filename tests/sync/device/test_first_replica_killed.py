"""A device killed while it takes over a snapshot has the old replica or the new one, never less."""

import os
import secrets
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType

import pytest

from sync.device.passes import run_pass
from sync.device.progress import Phase, Progress
from sync.device.snapshot import carry, copy, exchange, first, part
from sync.hub.snapshot import build as snapshot_build
from sync.hub.snapshot import shelf as snapshot_shelf
from tests.sync.shop import Shop, go, healed, opened, person, product, rows, tag, visit

DEVICE = (first, part, exchange, carry)
HUB = (snapshot_build, snapshot_shelf, copy)
LIVES = 8
"""So many processes die, spread over all the calls that these modules make."""


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    """A hub with a snapshot of two pieces, and a tablet with writes of its own that never met it."""
    directory = tmp_path_factory.mktemp("template")
    with opened(directory) as shop:
        with shop.store.write() as writer:
            writer.insert_many("product", [{"title": secrets.token_hex(4_500)} for _ in range(600)])
            writer.insert("person", {"id": "ada", "name": "Ada"})
        shop.make_snapshot()
        with shop.encrypted("a").write() as writer:
            writer.insert("visit", {"id": "before", "at": 1})
    return directory


@pytest.fixture
def shop(template, tmp_path) -> Iterator[Shop]:
    with opened(shutil.copytree(template, tmp_path / "shop")) as shop:
        yield shop


class Steps:
    """Counts what the watched modules call, and kills the process at one of the calls."""

    def __init__(self, watched: tuple[ModuleType, ...], dies_at: int = 0) -> None:
        self.count = 0
        self._files = {module.__file__ for module in watched}
        self._dies_at = dies_at

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event in ("call", "c_call") and frame.f_code.co_filename in self._files:
            self.count += 1
            if self.count == self._dies_at:
                os.kill(os.getpid(), signal.SIGKILL)

    @contextmanager
    def taken(self) -> Iterator[None]:
        sys.setprofile(self)
        try:
            yield
        finally:
            sys.setprofile(None)


def one_pass(shop: Shop, steps: Steps) -> None:
    """With writes while it arrives, so that some are unanswered when the files are exchanged."""
    shop.make_snapshot()
    tablet = shop.encrypted("a")

    def write(progress: Progress) -> None:
        if progress.phase is Phase.SNAPSHOT:
            with tablet.write() as writer:
                writer.insert("visit", {"id": f"at {progress.done}", "at": progress.done})
                writer.insert("tag", {"id": f"at {progress.done}", "label": "linen"})

    with steps.taken():
        run_pass(tablet, shop.hub("a"), write)


def make_one(shop: Shop, steps: Steps) -> None:
    with steps.taken():
        shop.make_snapshot()


def ended(directory: Path, work: Callable[[Shop, Steps], None], steps: Steps) -> int:
    """The signal that ended a process of its own, 0 where it lived to its end."""
    child = os.fork()
    if child == 0:
        with opened(directory) as shop:
            work(shop, steps)
        os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def test_killed_at_any_call_it_has_all_its_writes_and_goes_on(shop, template, tmp_path):
    steps = Steps(DEVICE)
    one_pass(shop, steps)
    assert steps.count > LIVES
    for dies_at in range(1, steps.count, steps.count // LIVES):
        directory = shutil.copytree(template, tmp_path / f"life {dies_at}")
        assert ended(directory, one_pass, Steps(DEVICE, dies_at)) == signal.SIGKILL
        with opened(directory) as after:
            after.make_snapshot()
            tablet = after.encrypted("a")
            written = set(rows(tablet, visit))
            assert "before" in written
            assert set(rows(tablet, tag)) == written - {"before"}
            assert len(rows(tablet, product)) in (0, 600)
            go(tablet, after.hub("a"))
            go(tablet, after.hub("a"))
            assert written <= rows(after.store, visit).keys()
            assert tablet.pending() == tablet.set_aside() == 0
            for table in (product, person, visit, tag):
                assert rows(tablet, table) == rows(after.store, table)
            assert healed(tablet, after.hub("a")) == ()
            assert list(directory.glob("*snapshot-*")) == []
        shutil.rmtree(directory)


def test_a_hub_killed_while_it_makes_one_makes_it_after_the_next_start(shop, tmp_path):
    shutil.rmtree(shop.directory / "snapshots")
    blank = shop.keep("hub")
    steps = Steps(HUB)
    make_one(shop, steps)
    assert steps.count > LIVES
    for dies_at in range(1, steps.count, steps.count // LIVES):
        directory = tmp_path / f"life {dies_at}"
        directory.mkdir()
        shutil.copy(blank, directory / "hub.db")
        assert ended(directory, make_one, Steps(HUB, dies_at)) == signal.SIGKILL
        with opened(directory) as after:
            after.make_snapshot()
            tablet = after.encrypted("b")
            go(tablet, after.hub("b"))
            assert rows(tablet, product) == rows(after.store, product)
            assert healed(tablet, after.hub("b")) == ()
            assert not list(directory.glob("snapshots/*/*.new"))
        shutil.rmtree(directory)
