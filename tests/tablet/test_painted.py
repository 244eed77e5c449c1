"""What nobody waits for: it begins once the frame that is being made is on the screen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from clienteling.tablet.jobs import Failed, nothing
from clienteling.tablet.painted import Painted


class Noted:
    """What was begun, in order."""

    def __init__(self) -> None:
        self.begun: list[object] = []

    def run(
        self, work: Callable[[], object], _: Callable[..., None] = nothing, __: Failed | None = None
    ) -> None:
        self.begun.append(work())

    def close(self) -> None: ...


@pytest.fixture
def jobs() -> Noted:
    return Noted()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    window.resize(100, 100)
    window.show()
    qtbot.waitUntil(window.isExposed)
    yield window
    window.close()


def test_what_is_asked_for_while_a_frame_is_made_begins_after_it_and_in_order(
    jobs: Noted, window: QQuickWindow, qtbot: QtBot
) -> None:
    painted = Painted(jobs)
    painted.watch(window)
    painted.run(lambda: "picture")
    painted.run(lambda: "another")
    assert jobs.begun == []
    qtbot.waitUntil(lambda: jobs.begun == ["picture", "another"])
    painted.run(lambda: "next")
    qtbot.waitUntil(lambda: jobs.begun[2:] == ["next"])


def test_where_nothing_is_painted_nothing_waits(jobs: Noted, window: QQuickWindow, qtbot: QtBot) -> None:
    painted = Painted(jobs)
    painted.run(lambda: "without a window")
    window.hide()
    qtbot.waitUntil(lambda: not window.isExposed())
    painted.watch(window)
    painted.run(lambda: "out of sight")
    assert jobs.begun == ["without a window", "out of sight"]


def test_what_waits_when_the_window_closes_is_dropped(
    jobs: Noted, window: QQuickWindow, qtbot: QtBot
) -> None:
    painted = Painted(jobs)
    painted.watch(window)
    painted.run(lambda: "too late")
    painted.close()
    with qtbot.waitSignal(window.frameSwapped):
        window.update()
    assert jobs.begun == []
