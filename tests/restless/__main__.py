"""Somebody restless touches whatever there is, on a slow tablet, while others are at work elsewhere.

Nothing may complain, stick or break. A seed repeats what she does, not to the millisecond.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from clienteling.demo.chain import Chain
from tests.restless.two_tablets import together
from tests.restless.walk import Found, unseen
from tests.screens.visits import furnished

LONGEST_S = 300


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.restless", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="begin with this one")
    parser.add_argument("--steps", type=int, default=60, help="the length of a walk (60)")
    parser.add_argument("--together", action="store_true", help="two tablets with a hub that comes and goes")
    asked = parser.parse_args()
    until = time.monotonic() + 60 * asked.minutes
    seed = asked.seed
    wrong = 0
    print(f"seed {seed}, {asked.minutes:g} minutes", flush=True)
    with TemporaryDirectory(prefix="restless-") as folder, ExitStack() as held:
        if asked.together:
            Chain(Path(folder)).command("load-demo")
        else:
            held.enter_context(furnished(Path(folder)))
        walks = together if asked.together else walked
        while time.monotonic() < until:
            for found in walks(Path(folder), seed, asked.steps):
                wrong += 1
                print(f"\nseed {seed}: {found.what}\n  " + "\n  ".join(found.before), flush=True)
            seed += 1
    print(f"{seed - asked.seed} walks, {wrong} things went wrong")
    return 1 if wrong else 0


def walked(folder: Path, seed: int, steps: int) -> Iterator[Found]:
    """What went wrong on that walk."""
    command = [sys.executable, "-m", "tests.restless.walk", str(folder), str(seed), str(steps)]
    try:
        done = subprocess.run(
            command, env=unseen(folder), stdout=subprocess.PIPE, text=True, timeout=LONGEST_S, check=False
        )
    except subprocess.TimeoutExpired:
        yield Found(f"it did not end within {LONGEST_S} s", [])
        return
    for line in done.stdout.splitlines():
        yield msgspec.json.decode(line.encode(), type=Found)
    if done.returncode != 0:
        yield Found(f"the process ended with {done.returncode}", [])


if __name__ == "__main__":
    sys.exit(main())
