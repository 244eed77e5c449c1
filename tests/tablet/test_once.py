"""What is touched again before it is written is on its way already."""

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.once import Once


@pytest.fixture
def once(signed_in: App) -> Once:
    return Once(signed_in.root.shop._floor)


def test_a_second_wish_before_the_first_is_done_is_none(once: Once, qtbot: QtBot) -> None:
    done: list[str] = []
    once.write(lambda _: "first", done.append)
    once.write(lambda _: "second", done.append)
    qtbot.waitUntil(lambda: done == ["first"])
    once.write(lambda _: "third", done.append)
    qtbot.waitUntil(lambda: done == ["first", "third"])


def test_after_a_failure_it_may_be_wished_again(once: Once, signed_in: App, qtbot: QtBot) -> None:
    def fail(_: object) -> str:
        raise RuntimeError

    done: list[str] = []
    once.write(fail, done.append)
    qtbot.waitUntil(lambda: signed_in.toasts.text.startswith("That did not work"))
    once.write(lambda _: "again", done.append)
    qtbot.waitUntil(lambda: done == ["again"])
