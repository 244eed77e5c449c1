import os
import signal
import subprocess
import sys
from pathlib import Path

from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from sync.wire import Push, Status
from tests.sync.pushed import write
from tests.sync.shop import REGISTRY, rows, visit

HUB = """
import sys
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from sync.wire import Push
from tests.sync.pushed import write
from tests.sync.shop import REGISTRY, metadata
engine = open_hub(sys.argv[1])
metadata.create_all(engine)
store = HubStore(engine, REGISTRY)
first = 1
while True:
    records = [write(dseq, at=dseq) for dseq in range(first, first + 40)]
    reply = store.apply("a", Push(epoch=store.epoch, records=records))
    print(reply.last_dseq, flush=True)
    first += 40
"""


def test_a_hub_killed_in_the_middle_of_pushes_keeps_what_it_answered_and_nothing_twice(tmp_path):
    path = tmp_path / "hub.db"
    command = [sys.executable, "-c", HUB, str(path)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        answered = [int(process.stdout.readline()) for _ in range(8)]
        os.kill(process.pid, signal.SIGKILL)
        answered += [int(line) for line in process.stdout if line.endswith("\n")]
    engine = open_hub(path)
    store = HubStore(engine, REGISTRY)
    last = store.hello("a").last_dseq
    assert last >= answered[-1]
    assert sorted(v["at"] for v in rows(store, visit).values()) == list(range(1, last + 1))
    again = store.apply("a", Push(epoch=store.epoch, records=[write(n, at=n) for n in range(1, last + 3)]))
    assert [v.status for v in again.verdicts[-3:]] == [Status.DUPLICATE, Status.APPLIED, Status.APPLIED]
    assert len(rows(store, visit)) == store.head == last + 2
    engine.dispose()
