"""Some tablets of a fleet in one process: their encrypted replicas and engines, each writing once a second.

`python -m tests.bench.sync_tablets FOLDER`; the folder holds `pairings.json`. Says `ready` when all have met
the hub; reads for how many seconds they are to write; says how much they wrote; reads how much all wrote and
waits until it has come. Leaves in `told.json` when what was saved and where it came, in nanoseconds of the
machine's monotonic clock, and the processor time that the tablets took for it.
"""

import random
import sys
import threading
import time
from pathlib import Path

import msgspec

from sync.changes import Changes
from sync.device.database import open_encrypted
from sync.device.engine import SyncEngine
from sync.device.replica import Replica
from sync.device.states import Kind
from sync.device.trusted.pairing import Pairing
from tests.bench.sync_device import KEY, SWITCH_S
from tests.bench.sync_rows import REGISTRY, interactions, metadata

PAIRINGS, TOLD = "pairings.json", "told.json"
EVERY_S = 1.0
SETTLE_WITHIN_S = 300.0
MEET_WITHIN_S = 120.0


class Told(msgspec.Struct):
    """Of one tablet: the records that it saved and those that came, with the moment of each."""

    saved: dict[str, int] = {}
    came: dict[str, int] = {}


class Pool(msgspec.Struct):
    """All the tablets of one process."""

    told: list[Told]
    cpu_s: float


class _Tablet:
    def __init__(self, path: Path, pairing: Pairing, number: int) -> None:
        engine = open_encrypted(path, KEY)
        metadata.create_all(engine)
        self.told = Told()
        self._replica = Replica(engine, REGISTRY)
        self._number = number
        self.engine = SyncEngine(self._replica, pairing, on_changes=self._on_changes)

    def write(self, until: float) -> None:
        """Once a second from a moment of its own, as people do."""
        dice = random.Random(self._number)
        rows = interactions(10_000, self._number * 10_000)
        time.sleep(dice.random() * EVERY_S)
        while time.monotonic() < until:
            began = time.monotonic()
            with self._replica.write() as writer:
                made = writer.insert("interaction", next(rows))
            self.told.saved[made] = time.monotonic_ns()
            time.sleep(max(0.0, began + EVERY_S - time.monotonic()))

    def has(self, total: int) -> bool:
        return len(self.told.saved.keys() | self.told.came.keys()) >= total

    def _on_changes(self, changes: Changes) -> None:
        now = time.monotonic_ns()
        for record_id in changes.records.get("interaction", ()):
            self.told.came.setdefault(record_id, now)


def main() -> None:
    sys.setswitchinterval(SWITCH_S)
    folder = Path(sys.argv[1])
    pairings = msgspec.json.decode((folder / PAIRINGS).read_bytes(), type=dict[int, Pairing])
    tablets = [_Tablet(folder / f"{number}.db", pairing, number) for number, pairing in pairings.items()]
    for tablet in tablets:
        tablet.engine.start()
    give_up = time.monotonic() + MEET_WITHIN_S
    while any(tablet.engine.state.kind is not Kind.LIVE for tablet in tablets):
        if time.monotonic() > give_up:
            raise TimeoutError("a tablet has not met its hub")
        time.sleep(0.05)
    print("ready", flush=True)
    until = time.monotonic() + float(sys.stdin.readline())
    used = time.process_time()
    writing = [threading.Thread(target=tablet.write, args=(until,)) for tablet in tablets]
    for thread in writing:
        thread.start()
    for thread in writing:
        thread.join()
    print(sum(len(tablet.told.saved) for tablet in tablets), flush=True)
    _settle(tablets, int(sys.stdin.readline()))
    pool = Pool([tablet.told for tablet in tablets], time.process_time() - used)
    for tablet in tablets:
        tablet.engine.close()
    (folder / TOLD).write_bytes(msgspec.json.encode(pool))


def _settle(tablets: list[_Tablet], total: int) -> None:
    give_up = time.monotonic() + SETTLE_WITHIN_S
    while not all(tablet.has(total) for tablet in tablets):
        if time.monotonic() > give_up:
            raise TimeoutError("not everything came everywhere")
        time.sleep(0.5)


if __name__ == "__main__":
    main()
