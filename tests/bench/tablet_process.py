"""A tablet in a process of its own, without screens: its encrypted replica and its engine.

Argument: the folder, which holds the keys and the pairing. Input: a line makes one interaction. Output: a
line for each thing that happened, with the moment in nanoseconds of the machine's monotonic clock.
"""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from clienteling.tablet.opening.device import open_device
from sync.changes import Changes
from sync.device.engine import SyncEngine
from sync.device.states import Kind, State
from sync.instants import wall_clock
from tests.bench.sync_device import SWITCH_S

COLLECTION = "interaction"
ABOUT = "She tried the ankle boots in 39 and 40, liked the 39, and comes back with her sister. " * 3


@dataclass(frozen=True, slots=True)
class Said:
    what: str
    at: int
    ids: list[str]


class TabletProcess:
    """One such tablet, seen from the process that measures."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", __name__, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout

    def write(self) -> None:
        self._in.write("\n")
        self._in.flush()

    def hears(self, what: str) -> Said:
        """The next line of that kind."""
        for line in self._out:
            said = Said(**json.loads(line))
            if said.what == what:
                return said
        raise RuntimeError("the tablet has ended")

    def close(self) -> None:
        self._in.close()
        self._process.wait(10)


class _Tablet:
    def __init__(self, folder: Path) -> None:
        self._telling = Lock()
        opened = open_device(folder, wall_clock)
        self._replica = opened.replica
        self._engine = SyncEngine(
            opened.replica, opened.pairing, on_state=self._on_state, on_changes=self._on_changes
        )

    def run(self) -> None:
        self._engine.start()
        for _ in sys.stdin:
            self._write()
        self._engine.close()
        self._replica.engine.dispose()

    def _write(self) -> None:
        began = time.monotonic_ns()
        with self._replica.write() as writer:
            values = {"kind": "visit", "at": writer.now, "store_id": "milano", "summary": ABOUT}
            made = writer.insert(COLLECTION, values)
        self._tell("began", [made], began)
        self._tell("saved", [made])

    def _on_changes(self, changes: Changes) -> None:
        came = changes.records.get(COLLECTION)
        if came:
            self._tell("came", sorted(came))

    def _on_state(self, state: State) -> None:
        if state.kind is Kind.LIVE:
            self._tell("live", [])

    def _tell(self, what: str, ids: list[str], at: int | None = None) -> None:
        at = time.monotonic_ns() if at is None else at
        with self._telling:
            print(json.dumps({"what": what, "at": at, "ids": ids}), flush=True)


if __name__ == "__main__":
    sys.setswitchinterval(SWITCH_S)
    _Tablet(Path(sys.argv[1])).run()
