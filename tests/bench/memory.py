"""What the app holds in memory at work, on a big chain, against an empty Qt Quick Controls window."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure
from tests.bench.million import big_tablet

RUNS = 3
CARDS = 40
HERE = Path(__file__).parent


def measure() -> Figure:
    """MiB at most, of whole processes: forty cards, then ten thousand lines of one timeline."""
    with big_tablet() as big:
        others = [her for her, _ in big.tablet.codes[1:CARDS]]
        at_work = [str(HERE / "at_work.py"), str(big.tablet.folder), *others, big.busiest]
        app = [_peak_mib(at_work) for _ in range(RUNS)]
    bare = [_peak_mib([str(HERE / "bare_window.py")]) for _ in range(RUNS)]
    return Figure(
        name="memory",
        value=median(app),
        unit="MiB",
        limit=median(bare),
        n=RUNS,
        note=f"resident at most, {big.customers:,} customers; limit: a bare Controls window",
    )


def _peak_mib(command: list[str]) -> float:
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        [sys.executable, *command], env=environment, check=True, capture_output=True, text=True
    )
    return float(done.stdout.split()[-1])
