"""From process start to the app's first painted frame, against an empty Qt Quick Controls window."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure
from tests.bench.shop import stocked_tablet

RUNS = 15
HERE = Path(__file__).parent


def measure() -> Figure:
    """Milliseconds of wall time of whole processes, which end at their first frame; run in turn."""
    with stocked_tablet() as tablet:
        app = [str(HERE / "open_app.py"), str(tablet.folder)]
        bare = [str(HERE / "bare_window.py")]
        for command in (app, bare):
            _milliseconds(command)
        pairs = [(_milliseconds(app), _milliseconds(bare)) for _ in range(RUNS)]
    return Figure(
        name="first_frame",
        value=median(a for a, _ in pairs),
        unit="ms",
        limit=median(b for _, b in pairs),
        n=RUNS,
        note="median; limit: a bare Controls window, same size and style",
    )


def _milliseconds(command: list[str]) -> float:
    """Byte code is kept, as it is where the app is installed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(HERE.parents[1])
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000
