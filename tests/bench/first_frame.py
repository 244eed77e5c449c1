"""From process start to the app's first painted frame, against an empty Qt Quick Controls window."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure
from tests.bench.million import big_tablet
from tests.bench.shop import stocked_tablet

RUNS = 15
HERE = Path(__file__).parent


def measure() -> list[Figure]:
    """Milliseconds of wall time of whole processes, which end at their first frame; run in turn."""
    with stocked_tablet() as tablet, big_tablet() as big:
        small, large = str(tablet.folder), str(big.tablet.folder)
        bare = _in_turn(["open_app.py", small], ["bare_window.py"])
        frame = _in_turn(["open_app.py", large], ["open_app.py", small])
        people = _in_turn(["at_sign_in.py", large], ["at_sign_in.py", small])
    by_size = f"median, {big.customers:,} customers; limit: 2,000"
    return [
        Figure("first_frame", *bare, RUNS, "median; limit: a bare Controls window, same size and style"),
        Figure("first_frame_million", *frame, RUNS, by_size),
        Figure("sign_in_million", *people, RUNS, f"until people are listed, {by_size}"),
    ]


def _in_turn(one: list[str], other: list[str]) -> tuple[float, str, float]:
    """Value, unit and limit."""
    for command in (one, other):
        _milliseconds(command)
    pairs = [(_milliseconds(one), _milliseconds(other)) for _ in range(RUNS)]
    return median(a for a, _ in pairs), "ms", median(b for _, b in pairs)


def _milliseconds(command: list[str]) -> float:
    """Byte code is kept, as it is where the app is installed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(HERE.parents[1])
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, str(HERE / command[0]), *command[1:]],
        env=environment,
        check=True,
        capture_output=True,
    )
    return (time.perf_counter() - start) * 1000
