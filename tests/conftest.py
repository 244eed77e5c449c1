"""No display is needed: Qt draws into memory, unless the environment says otherwise."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.postgresql import NEEDED, Cluster, programs

WINDOWS_AT_ONCE = 16
"""So many that are over lie in memory before they are cleared away, which takes a moment."""
_windows = count(1)

OTHERS_IN_A_SLOW_ONE = 20
"""So many take about as long as one that is marked as slow."""


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than there are cores: a quarter of the time is spent waiting for a window, a hub or a disk."""
    cores = yield
    return cores + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A worker takes whole files, as they come: long ones first, or in the end all wait for one."""
    if hasattr(config, "workerinput"):
        lengths: Counter[str] = Counter()
        for item in items:
            lengths[item.location[0]] += OTHERS_IN_A_SLOW_ONE if item.get_closest_marker("slow") else 1
        items.sort(key=lambda item: -lengths[item.location[0]])


def pytest_collection_finish() -> None:
    """What was imported stays: nobody has to look through it for garbage again and again."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Qt's objects end on the thread of the window alone: while there are any, no other thread collects."""
    if not has_window(item):
        return (yield)
    gc.disable()
    result = yield
    over = nextitem is None or not has_window(nextitem)
    if over or next(_windows) % WINDOWS_AT_ONCE == 0:
        gc.collect()
    if over:
        gc.enable()
    return result


def has_window(item: pytest.Item) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


class PatientBot(QtBot):
    """Gives up later than after five seconds, which are not much on a busy machine."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:  # noqa: N802 -- Qt's
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """One server for all tests that want a database of their own."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture
def own_postgresql() -> Iterator[Cluster]:
    """A server for one test that stops or kills it."""
    with running_cluster() as cluster:
        yield cluster


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    found = programs()
    if found is None and NEEDED in os.environ:
        pytest.fail("PostgreSQL is not installed, and may not be left out here")
    if found is None:
        pytest.skip("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    cluster = Cluster(found)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.close()
