"""From a write on one tablet to its committed change on another, through a hub process over TLS.

Where the time goes, milliseconds from the write's beginning, of the quickest tenth with the files in memory
(the bare way then takes 0.5): saved 0.9, the sync thread has taken it up 1.2, it is noted as sent 1.4, the
hub's process has it 2.0, its handler 2.4, a worker 2.7, who asks is known 3.0, judged 3.3, committed 3.6, in
the stream 4.0, the other tablet's listener has it 4.5, its sync thread 5.0, applied 6.0, committed 6.4. No
step stands out: five threads of three processes begin one after the other, each with cold caches; in a loop
the same steps take a third of that.

The bare way goes between two writes, on the same disk, in the same journal mode, with as many full syncs (the
writer's and the hub's: the other tablet's commit waits for no disk). Its 95th percentile is the disk's, and
moves from run to run with what else the machine does; the medians are told beside.
"""

import random
import secrets
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sync.device.trusted.keys import DATABASE_KEY, DATABASE_KEY_BYTES, FileKeys
from sync.device.trusted.pairing import pair, remember
from tests.bench.bare_way import BareWay
from tests.bench.figure import Figure, percentile
from tests.bench.tablet_process import TabletProcess
from tests.hub.serving.hub_process import HubProcess

WRITES = 500
WARM_UP = 20
PAUSE_S = (0.005, 0.03)


def measure() -> Figure:
    with TemporaryDirectory(prefix="clienteling-bench-") as folder:
        here = Path(folder)
        hub = HubProcess(here / "hub")
        hub.start()
        tablets = [TabletProcess(_paired(here / name, hub)) for name in ("writer", "reader")]
        bare = BareWay(here / "bare", hub.house.identity)
        try:
            for tablet in tablets:
                tablet.hears("live")
            both = [_one(*tablets, bare) for _ in range(WRITES + WARM_UP)][WARM_UP:]
        finally:
            bare.close()
            for tablet in tablets:
                tablet.close()
            hub.close()
    values, limits = zip(*both, strict=True)
    return Figure(
        name="live",
        value=percentile(values, 95),
        unit="ms",
        limit=percentile(limits, 95),
        n=WRITES,
        note=(
            f"p95; p50 {percentile(values, 50):.1f}, of the limit {percentile(limits, 50):.1f}; "
            "limit: one TLS round trip and two full-sync commits"
        ),
    )


def _one(writer: TabletProcess, reader: TabletProcess, bare: BareWay) -> tuple[float, float]:
    """Milliseconds from the write's beginning to the other tablet's Changes, and of the bare way."""
    writer.write()
    began = writer.hears("began")
    came = reader.hears("came")
    if came.ids != began.ids:
        raise RuntimeError("another record came than was written")
    time.sleep(random.uniform(*PAUSE_S))
    bare_ms = bare.go()
    time.sleep(random.uniform(*PAUSE_S))
    return (came.at - began.at) / 1e6, bare_ms


def _paired(folder: Path, hub: HubProcess) -> Path:
    folder.mkdir()
    keys = FileKeys(folder / "keys.json")
    keys.put(DATABASE_KEY, secrets.token_hex(DATABASE_KEY_BYTES))
    remember(keys, pair(hub.code(), folder.name))
    return folder
