"""Random histories of writes, passes and faults until the time is over, each compared with what must hold."""

import argparse
import logging
import random
import sys
import time
import warnings
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from tests.soak.histories import batch, drop_files, keep_files_in_memory
from tests.soak.report import Soak
from tests.soak.served import on_server, server
from tests.sync.chain import Chain
from tests.sync.floors import Floors

MACHINES = (Chain, Floors)
SQLITE, POSTGRESQL = "sqlite", "postgresql"
TOLD_EVERY_S = 60.0


def main() -> int:
    asked = _asked()
    warnings.simplefilter("error")
    logging.getLogger("sync").setLevel(logging.CRITICAL)  # what is spoilt on purpose is healed and told
    soak = Soak(asked.seed)
    print(f"seed {soak.first_seed}, {asked.minutes:g} minutes", flush=True)
    keep_files_in_memory()
    try:
        with server() if asked.database == POSTGRESQL else nullcontext() as cluster:
            machines = [on_server(each, cluster) for each in MACHINES] if cluster else MACHINES
            _run(soak, asked, machines)
    except KeyboardInterrupt:
        print("stopped")
    finally:
        drop_files()
    soak.keep(Path("build/soak.json"))
    print(soak.show())
    return 1 if soak.failures else 0


def _run(soak: Soak, asked: argparse.Namespace, machines: Sequence[type[RuleBasedStateMachine]]) -> None:
    began = told = time.monotonic()
    while soak.seconds < asked.minutes * 60 and soak.batches < asked.batches:
        seed = soak.first_seed + soak.batches
        machine = machines[seed % len(machines)]  # so that the seed alone repeats a failure
        failure = batch(machine, seed, steps=asked.steps, shrink=asked.shrink)
        soak.batches += 1
        soak.seconds = time.monotonic() - began
        soak.happened = Chain.happened
        if failure is not None:
            soak.failures.append(failure)
            print(soak.told(failure), flush=True)
        if time.monotonic() - told > TOLD_EVERY_S:
            told = time.monotonic()
            print(soak.line(), flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="how long (60)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="begin with this one")
    parser.add_argument(
        "--batches", type=float, default=float("inf"), help="stop after so many tens of histories"
    )
    parser.add_argument("--steps", type=int, default=60, help="the longest history (60)")
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL), default=SQLITE, help="the hub's")
    parser.add_argument("--shrink", action="store_true", help="look for the shortest history that fails")
    return parser.parse_args()


sys.exit(main())
