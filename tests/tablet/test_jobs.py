"""Work in order on one thread, its results on Qt's, and one place for what goes wrong."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.jobs import SerialJobs


class Heard:
    def __init__(self) -> None:
        self.problems: list[Exception] = []
        self.results: list[object] = []


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
