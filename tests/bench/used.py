"""What processes use while something goes on: processor time and memory, looked at once a second (Linux)."""

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Self

LOOK_EVERY_S = 1.0
WINDOW_S = 60.0
WINDOWS = 6
"""At least so many, however short it is: it cannot be called flat from fewer."""
COMPARED = 2
"""So many of the first windows against as many of the last."""
_TICKS_S = os.sysconf("SC_CLK_TCK")
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Course:
    """One window after the other: a minute each where it goes on for long enough."""

    window_s: float
    values: Sequence[float]

    @property
    def early(self) -> float:
        return mean(self.values[:COMPARED])

    @property
    def late(self) -> float:
        return mean(self.values[-COMPARED:])

    def __str__(self) -> str:
        return f"each {self.window_s:.0f} s: {' '.join(f'{value:.0f}' for value in self.values)}"


def windows(seconds: float) -> tuple[int, float]:
    """How many, and how long."""
    count = max(WINDOWS, int(seconds / WINDOW_S))
    return count, seconds / count


@dataclass(frozen=True, slots=True)
class _Look:
    at_s: float
    cpu_s: float
    memory_mb: float


class Used:
    """By some processes together with what they started, from the beginning of the block to its end."""

    def __init__(self, *processes: int) -> None:
        self._processes = processes
        self._looks: list[_Look] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def cpu(self) -> Course:
        """Percent of one core."""
        parts = self._parts()
        return Course(self._window_s, [100 * _rate(part) for part in parts])

    def memory(self) -> Course:
        """Megabytes resident at the end of each window."""
        return Course(self._window_s, [part[-1].memory_mb for part in self._parts()])

    def cpu_s(self) -> float:
        return self._looks[-1].cpu_s - self._looks[0].cpu_s

    @property
    def _window_s(self) -> float:
        return windows(self._looks[-1].at_s - self._looks[0].at_s)[1]

    def _parts(self) -> list[list[_Look]]:
        """Each begins with the look that ended the one before."""
        first, last = self._looks[0].at_s, self._looks[-1].at_s
        count, length = windows(last - first)
        ends = [first + length * number for number in range(count + 1)]
        at = [min(range(len(self._looks)), key=lambda i: abs(self._looks[i].at_s - end)) for end in ends]
        return [self._looks[a : b + 1] for a, b in pairwise(at)]

    def _run(self) -> None:
        self._looks.append(self._look())
        while not self._stop.wait(LOOK_EVERY_S):
            self._looks.append(self._look())

    def _look(self) -> _Look:
        all_of = [each for process in self._processes for each in _with_children(process)]
        return _Look(time.monotonic(), sum(map(_cpu_s, all_of)), sum(map(_memory_mb, all_of)))


def _rate(looks: Sequence[_Look]) -> float:
    return (looks[-1].cpu_s - looks[0].cpu_s) / (looks[-1].at_s - looks[0].at_s)


def _with_children(process: int) -> list[int]:
    said = (_PROC / f"{process}/task/{process}/children").read_text()
    return [process, *map(int, said.split())]


def _cpu_s(process: int) -> float:
    """With that of its children who have ended."""
    try:
        fields = (_PROC / f"{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS_S


def _memory_mb(process: int) -> float:
    """Without what it shares with others through files: a server's own buffers, a program's code."""
    try:
        pages = (_PROC / f"{process}/statm").read_text().split()
    except FileNotFoundError:
        return 0.0
    return (int(pages[1]) - int(pages[2])) * _PAGE_MB
