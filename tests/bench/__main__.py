"""Runs the benchmarks: all, one by name, or a group by the beginning of its name."""

import gc
import importlib
import os
import pkgutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false;default.warning=false")

import tests.bench
from tests.bench.figure import Figure, keep, show

BESIDE = {"code_pictures", "at_sign_in", "at_work", "bare_way", "bare_window", "open_app", "tablet_process"}
SYNC = {f"sync_{name}" for name in ("device", "grown", "hub", "rows", "tablets")}
SUPPORT = (
    BESIDE | SYNC | {"__main__", "chain", "crowd", "figure", "hands", "million", "resident", "shop", "used"}
)
GROUP = "sync_"


def wanted(only: str) -> list[str]:
    names = sorted(m.name for m in pkgutil.iter_modules(tests.bench.__path__) if m.name not in SUPPORT)
    chosen = [n for n in names if n.startswith(only) or n.removeprefix(GROUP).startswith(only)]
    if not chosen:
        sys.exit(f"There is no benchmark called {only!r}. There are: {', '.join(names)}.")
    return chosen


def main() -> None:
    figures: list[Figure] = []
    for name in wanted(sys.argv[1] if len(sys.argv) > 1 else ""):
        print(f"{name} …", flush=True)
        measured = importlib.import_module(f"tests.bench.{name}").measure()
        gc.enable()  # an app leaves it to the thread of its window
        gc.collect()
        figures.extend([measured] if isinstance(measured, Figure) else measured)
    show(figures)
    keep(figures, Path("build/bench.json"))


main()
