"""What nobody needs any more is looked for while nobody waits, and found then."""

import gc
import linecache
import weakref
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from clienteling.tablet.tidying import as_found, read_no_sources, settle, tidy


class Leaf:
    """Two that hold each other: only the collector finds that nobody holds both."""

    def __init__(self) -> None:
        self.other: Leaf | None = None


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
