"""The demo with a display: a tablet to try, and another one behind it."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

PATIENCE_S = 300.0
CLOSED_S = 60.0


def devices(data: Path) -> str:
    """What the hub says of its tablets; nothing before it has begun."""
    asked = [sys.executable, "-m", "clienteling", "hub", "devices", "--data", str(data)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


@pytest.mark.slow
def test_two_tablets_are_paired_until_somebody_closes_the_shop(tmp_path: Path) -> None:
    unseen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "DISPLAY": ":nowhere"}
    command = [sys.executable, "-m", "clienteling", "demo", "--out", str(tmp_path / "out")]
    here = {**os.environ, **unseen, "TMPDIR": str(tmp_path)}
    shop = subprocess.Popen(command, env=here, start_new_session=True)
    try:
        until, listed = time.monotonic() + PATIENCE_S, ""
        while not ("Tablet 1" in listed and "Tablet 2" in listed):
            assert time.monotonic() < until
            assert shop.poll() is None
            time.sleep(0.5)
            listed = "".join(devices(data) for data in tmp_path.glob("clienteling-demo-*/hub"))
        shop.send_signal(signal.SIGTERM)
        shop.wait(CLOSED_S)
        assert shop.returncode >= 0
    finally:
        with suppress(ProcessLookupError):  # told while it pairs, it may leave the hub behind
            os.killpg(shop.pid, signal.SIGKILL)
        shop.wait()
    assert list(tmp_path.glob("clienteling-demo-*")) == []
