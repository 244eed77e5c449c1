"""Two restless people on two tablets of one shop, and a hub process that is stopped, killed and started.

Afterwards everything that was recorded is on the hub, and both tablets hold the same.
"""

import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import msgspec

from clienteling.demo.chain import Chain
from tests.restless.live_tablet import CONFIRMED, ENDED, HELD, READY, WALKED
from tests.restless.walk import Found, unseen

ASSOCIATES = ("sofia-marchetti", "priya-nair")
QUIET_S = (0.5, 6.0)
"""Between two things that happen to the hub."""
LONGEST_S = 600.0
SAME_S = 60.0
"""Until both hold the same, once all is confirmed."""
LOOK_S = 1.0


class Walker:
    """The process of one tablet."""

    def __init__(self, folder: Path, code: str, associate: str, seed: str, steps: str) -> None:
        self.found: list[Found] = []
        self._said: SimpleQueue[str] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.restless.live_tablet", folder, code, associate, seed, steps],
            env=unseen(folder.parent),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._process.kill()
        self._listening.join()
        with suppress(BrokenPipeError):
            self._process.communicate()

    @property
    def silent(self) -> bool:
        """It has not done what it was asked for."""
        return self._said.empty()

    def ask(self, what: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(what + "\n")
        self._process.stdin.flush()

    def hear(self, what: str) -> str:
        """What it says with it. Raises TimeoutError, also where it has ended instead."""
        try:
            word, _, rest = self._said.get(timeout=LONGEST_S).partition(" ")
        except Empty:
            word, rest = "nothing", ""
        if word != what:
            raise TimeoutError(
                f"a tablet said {word!r} and not {what!r}; it ended with {self._process.poll()}"
            )
        return rest

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                self.found.append(msgspec.json.decode(line, type=Found))
            else:
                self._said.put(line.strip())
        self._said.put("")


def together(folder: Path, seed: int, steps: int) -> Iterator[Found]:
    """What went wrong in that shop, whose demo's hub lies in the folder and is copied."""
    with TemporaryDirectory(prefix="restless-") as name, _shop(Path(name), Chain(folder).data) as chain:
        yield from _walked(chain, Path(name), random.Random(seed), (str(seed), str(steps)))


def _walked(chain: Chain, folder: Path, dice: random.Random, how: tuple[str, str]) -> Iterator[Found]:
    walkers: list[Walker] = []
    with ExitStack() as running:
        try:
            for associate in ASSOCIATES:
                begun = Walker(folder / associate, chain.pairing_code(), associate, *how)
                walkers.append(running.enter_context(begun))
                begun.hear(READY)
            _all(walkers, WALKED, lambda: _comes_and_goes(chain, walkers, dice))
            _all(walkers, CONFIRMED)
            yield from _the_same(walkers)
            _all(walkers, ENDED)
        except TimeoutError as late:
            yield Found(str(late), [])
        for walker in walkers:
            yield from walker.found


@contextmanager
def _shop(folder: Path, data: Path) -> Iterator[Chain]:
    chain = Chain(folder)
    shutil.copytree(data, chain.data)
    chain.start()
    try:
        yield chain
    finally:
        chain.stop()


def _comes_and_goes(chain: Chain, walkers: list[Walker], dice: random.Random) -> None:
    """The hub, until both have walked."""
    runs = True
    while any(walker.silent for walker in walkers):
        _rest(dice.uniform(*QUIET_S), walkers)
        if runs:
            dice.choice((chain.stop, chain.kill))()
        else:
            chain.start()
        runs = not runs
    if not runs:
        chain.start()


def _rest(seconds: float, walkers: list[Walker]) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and any(walker.silent for walker in walkers):
        time.sleep(LOOK_S / 10)


def _all(walkers: list[Walker], what: str, meanwhile: Callable[[], None] = lambda: None) -> list[str]:
    for walker in walkers:
        walker.ask(what)
    meanwhile()
    return [walker.hear(what) for walker in walkers]


def _the_same(walkers: list[Walker]) -> Iterator[Found]:
    until = time.monotonic() + SAME_S
    while True:
        one, other = (msgspec.json.decode(said, type=dict[str, str]) for said in _all(walkers, HELD))
        different = sorted(name for name in one if one[name] != other[name])
        if not different:
            return
        if time.monotonic() > until:
            yield Found(f"the two hold different rows of {', '.join(different)}", [])
            return
        time.sleep(LOOK_S)
