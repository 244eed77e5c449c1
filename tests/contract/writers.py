"""Many who write to one database at once, each a process of its own.

`python -m tests.contract.writers DATABASE NAME COUNT` waits for a line, pushes so often as one device, and
prints as JSON what was answered.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count

from sync.clock import Stamp
from sync.instants import wall_clock
from sync.wire import Push, PushedRecord, Status
from tests.contract.meeting import opened
from tests.sync.pushed import write

NEW_SHARE = 0.7
SHARED = [f"shared{n}" for n in range(12)]
"""Persons that everybody changes."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one of them was answered."""

    visits: frozenset[str]
    changes: int


@contextmanager
def writing(database: str, names: Sequence[str], pushes: int) -> Iterator[list[subprocess.Popen[str]]]:
    """All begin when all are ready."""
    with ExitStack() as running:
        started = [running.enter_context(_started(database, name, pushes)) for name in names]
        for process in started:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in started:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        yield started


def written(process: subprocess.Popen[str]) -> Written:
    out, _ = process.communicate()
    assert process.returncode == 0
    told = json.loads(out)
    return Written(frozenset(told["visits"]), told["changes"])


def _started(database: str, name: str, pushes: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.contract.writers", database, name, str(pushes)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def main(database: str, name: str, pushes: int) -> None:
    """One to three writes at a time: new visits, and changes of persons that the others change too."""
    dice, numbers, made = random.Random(name), count(1), list[PushedRecord]()
    with opened(database) as store:
        print("ready", flush=True)  # noqa: T201
        sys.stdin.readline()
        for _ in range(pushes):
            records = [_one(dice, name, next(numbers)) for _ in range(dice.randint(1, 3))]
            reply = store.apply(name, Push(epoch=store.epoch, records=records))
            assert {v.status for v in reply.verdicts} == {Status.APPLIED}
            made += records
    visits = [record.id for record in made if record.collection == "visit"]
    print(json.dumps({"visits": visits, "changes": len(made) - len(visits)}))  # noqa: T201


def _one(dice: random.Random, name: str, number: int) -> PushedRecord:
    if dice.random() < NEW_SHARE:
        return write(number, "visit", f"{name}v{number}", at=number)
    stamp = str(Stamp(wall_clock(), dice.randint(0, 999), name))
    return write(number, "person", dice.choice(SHARED), stamp=stamp, new=False, name=f"{name}{number}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
