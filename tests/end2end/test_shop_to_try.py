"""The demo with a display: a tablet to try, and another one behind it."""

import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.demo.chain import Chain
from clienteling.demo.window import open_shop

TICK_MS = 200


@pytest.fixture
def chain(tmp_path: Path):
    chain = Chain(tmp_path)
    chain.command("load-demo")
    yield chain
    chain.stop()


@pytest.mark.slow
def test_two_tablets_are_paired_until_the_window_is_closed(qapp: QGuiApplication, chain, tmp_path) -> None:
    listed: list[str] = []

    def look() -> None:
        listed.append(chain.command("devices"))
        if "Tablet 1" in listed[-1] and "Tablet 2" in listed[-1]:
            qapp.quit()

    timer = QTimer(interval=TICK_MS)
    timer.timeout.connect(look)
    timer.start()
    heard_by = signal.getsignal(signal.SIGTERM)
    assert open_shop(chain, tmp_path) == 0
    timer.stop()
    assert signal.getsignal(signal.SIGTERM) is heard_by
    assert "Tablet 1" in listed[-1]
    assert "Tablet 2" in listed[-1]
