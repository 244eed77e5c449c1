"""What nobody needs any more is looked for while nobody waits, and found then."""

import gc
import linecache
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.tidying import LARGE_BYTES, Collector, as_found, read_no_sources, settle, tidy

PIECES = """
import sys
from clienteling.tablet.tidying import LARGE_BYTES, give_back

def resident():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) * 1024

give_back()
of_a_window = bytearray(16 * 1024 * 1024)
del of_a_window
pictures = [(bytearray(b"x") * (2 * LARGE_BYTES), bytearray(2000)) for _ in range(100)]
between = [small for _, small in pictures]
full = resident()
del pictures
print(full - resident())
"""


class Leaf:
    """Two that hold each other: only the collector finds that nobody holds both."""

    def __init__(self) -> None:
        self.other: Leaf | None = None


class Page(Leaf):
    """Says on which thread it ended."""

    ended_on: ClassVar[list[int]] = []

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def make_and_drop_much() -> None:
    for _ in range(20_000):
        pair = [[], []]
        pair[0].append(pair)


@pytest.fixture(autouse=True)
def left_as_it_was() -> Iterator[None]:
    yield
    as_found()


def forgotten_pair() -> weakref.ref[Leaf]:
    one, two = Leaf(), Leaf()
    one.other, two.other = two, one
    return weakref.ref(one)


def test_what_has_settled_is_not_looked_through_while_somebody_works() -> None:
    dead = forgotten_pair()
    settle()
    gc.collect()
    assert dead() is not None


def test_what_had_settled_and_is_needed_no_more_goes_when_nobody_is_there() -> None:
    dead = forgotten_pair()
    settle()
    tidy()
    assert dead() is None
    assert gc.get_freeze_count() > 0


def test_what_was_put_away_ends_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    """Wherever the interpreter would have looked for it: another thread makes many more objects."""
    Page.ended_on.clear()
    collector = Collector()
    collector.start()
    for _ in range(50):
        one, two = Page(), Page()
        one.other, two.other = two, one
        del one, two
        busy = threading.Thread(target=make_and_drop_much)
        busy.start()
        busy.join()
    assert Page.ended_on == []
    qtbot.waitUntil(lambda: len(Page.ended_on) == 100)
    collector.stop()
    assert set(Page.ended_on) == {threading.get_ident()}


def test_an_app_that_is_closed_leaves_nothing_out() -> None:
    settle()
    as_found()
    assert gc.get_freeze_count() == 0


def test_the_source_of_what_is_imported_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    read_no_sources()
    assert linecache.cache == {}
    for name in ("seen_by_nobody", "seen_by_nobody_either"):
        module = tmp_path / f"{name}.py"
        module.write_text("import PySide6.QtCore  # what is looked for\n", encoding="utf-8")
        import_module(name)
        assert str(module) not in linecache.cache


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory a process holds")
def test_pictures_that_are_let_go_leave_no_holes() -> None:
    done = subprocess.run([sys.executable, "-c", PIECES], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 90 * 2 * LARGE_BYTES
