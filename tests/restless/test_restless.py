"""The walks go on for as long as somebody lets them (`make restless`); a short one is walked here."""

from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from clienteling.demo.chain import Chain
from tests.restless.__main__ import walked
from tests.restless.heard import listening
from tests.restless.two_tablets import together
from tests.screens.visits import furnished

SEED, STEPS = 7, 40


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_whoever_touches_whatever_there_is_breaks_nothing(tmp_path: Path) -> None:
    with furnished(tmp_path):
        assert list(walked(tmp_path, SEED, STEPS)) == []


@pytest.mark.slow
def test_two_of_them_with_a_hub_that_comes_and_goes_hold_the_same_afterwards(tmp_path: Path) -> None:
    Chain(tmp_path).command("load-demo")
    assert list(together(tmp_path, SEED, STEPS)) == []


def test_what_goes_wrong_is_heard() -> None:
    heard: list[str] = []
    with listening(heard.append):
        qWarning("Main.qml:1: TypeError")
    assert heard == ["Qt: Main.qml:1: TypeError"]
