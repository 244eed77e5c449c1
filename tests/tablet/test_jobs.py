"""Work in order on one thread, its results on Qt's, and one place for what goes wrong."""

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue

import pytest
from PySide6.QtCore import QObject, Qt, Slot
from pytestqt.qtbot import QtBot

from clienteling.tablet.jobs import SerialJobs


class Heard:
    def __init__(self) -> None:
        self.problems: list[Exception] = []
        self.results: list[object] = []


class Page:
    """Asks for something and says on which thread it ended."""

    def __init__(self, ended_on: "SimpleQueue[int]") -> None:
        self.begun = threading.Event()
        self._ended_on = ended_on

    def __del__(self) -> None:
        self._ended_on.put(threading.get_ident())

    def read(self) -> None:
        self.begun.set()

    def read_in_vain(self) -> None:
        self.begun.set()
        raise LookupError("gone")

    def show(self, _: object) -> None:
        pass


class Slow(QObject):
    """Keeps the worker where it has just told what came of its work, until that is let go of here."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    @Slot(object)
    def wait(self, _: object) -> None:
        self.told.wait(60)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def jobs(qtbot: QtBot, heard: Heard):
    jobs = SerialJobs("test", heard.problems.append)
    yield jobs
    jobs.close()


def fail() -> None:
    raise LookupError("gone")


def test_work_is_done_elsewhere_and_told_here(jobs: SerialJobs, heard: Heard, qtbot: QtBot) -> None:
    told_on: list[int] = []

    def told(worked_on: int) -> None:
        told_on.extend((worked_on, threading.get_ident()))

    jobs.run(threading.get_ident, told)
    qtbot.waitUntil(lambda: len(told_on) == 2)
    assert told_on[0] != told_on[1] == threading.get_ident()
    assert heard.problems == []


def test_results_come_in_the_order_of_the_work(jobs: SerialJobs, heard: Heard, qtbot: QtBot) -> None:
    for number in range(50):
        jobs.run(lambda number=number: number, heard.results.append)
    qtbot.waitUntil(lambda: len(heard.results) == 50)
    assert heard.results == list(range(50))


def test_a_failure_goes_to_who_asked_for_it(jobs: SerialJobs, heard: Heard, qtbot: QtBot) -> None:
    jobs.run(fail, heard.results.append, heard.results.append)
    qtbot.waitUntil(lambda: len(heard.results) == 1)
    assert isinstance(heard.results[0], LookupError)
    assert heard.problems == []


def test_a_failure_that_nobody_asked_for_goes_to_the_one_handler(
    jobs: SerialJobs, heard: Heard, qtbot: QtBot
) -> None:
    jobs.run(fail, heard.results.append)
    jobs.run(lambda: "next", heard.results.append)
    qtbot.waitUntil(lambda: heard.results == ["next"])
    assert [type(problem) for problem in heard.problems] == [LookupError]


def test_a_failure_that_is_none_of_who_asked_goes_to_the_one_handler(
    jobs: SerialJobs, heard: Heard, qtbot: QtBot
) -> None:
    def failed(error: Exception) -> None:
        heard.results.append("heard")
        raise error

    jobs.run(fail, heard.results.append, failed)
    qtbot.waitUntil(lambda: len(heard.problems) == 1)
    assert heard.results == ["heard"]
    assert isinstance(heard.problems[0], LookupError)


def test_closing_tells_what_was_begun_and_takes_nothing_more(jobs: SerialJobs, heard: Heard) -> None:
    begun = threading.Event()
    let_go = threading.Event()

    def work() -> str:
        begun.set()
        let_go.wait(5)
        return "begun"

    jobs.run(work, heard.results.append)
    assert begun.wait(5)
    let_go.set()
    jobs.close()
    assert heard.results == ["begun"]
    jobs.run(lambda: "late", heard.results.append)
    assert heard.results == ["begun"]


@pytest.fixture
def ended_on() -> "SimpleQueue[int]":
    return SimpleQueue()


def ask(jobs: SerialJobs, page: Page) -> None:
    jobs.run(page.read, page.show)
    assert page.begun.wait(60)


def ask_in_vain(jobs: SerialJobs, page: Page) -> None:
    jobs.run(page.read_in_vain, page.show, page.show)
    assert page.begun.wait(60)


def ask_and_go_on(jobs: SerialJobs, page: Page) -> None:
    jobs.run(page.read)
    assert page.begun.wait(60)


def be_the_answer(jobs: SerialJobs, page: Page) -> None:
    jobs.run(partial(list, [page]))


@pytest.mark.parametrize("asked", [ask, ask_in_vain, be_the_answer])
def test_who_is_gone_when_the_answer_comes_ends_where_it_is_told(
    jobs: SerialJobs, ended_on: "SimpleQueue[int]", qtbot: QtBot, asked: Callable[[SerialJobs, Page], None]
) -> None:
    """Also where the other thread lets go last."""
    slow = Slow()
    jobs._finished.connect(slow.wait, Qt.ConnectionType.DirectConnection)
    asked(jobs, Page(ended_on))
    try:
        qtbot.waitUntil(lambda: not ended_on.empty())
    finally:
        slow.told.set()
    assert ended_on.get() == threading.get_ident()


@pytest.mark.parametrize("asked", [ask_and_go_on, ask_in_vain])
def test_who_is_gone_when_the_app_closes_ends_there(
    jobs: SerialJobs, ended_on: "SimpleQueue[int]", asked: Callable[[SerialJobs, Page], None]
) -> None:
    asked(jobs, Page(ended_on))
    jobs.close()
    assert ended_on.get(timeout=60) == threading.get_ident()
