"""Forks a process for every commit of a pass and kills it there; prints how many were killed.

A program of its own: forking is safe here, where no other thread runs.
"""

import os
import signal
import sys
from pathlib import Path

from tests.sync.one_pass import again, finished, still_right
from tests.sync.power import Moment, Supply, supplied
from tests.sync.shop import go


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed(prepared: Path, directory: Path, end: str, supply: Supply) -> bool:
    child = os.fork()
    if child == 0:
        shop = again(prepared, directory)
        tablet = shop.device("a")
        with supplied(shop.engines[end], supply):
            go(tablet, shop.hub("a"))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        return False
    shop = again(directory, directory.with_suffix(".after"))
    tablet = shop.device("a")
    still_right(shop, tablet)
    finished(shop, tablet)
    shop.close()
    return True


def main(prepared: Path, directory: Path) -> None:
    count = 0
    directory.mkdir()
    for end in ("hub", "a"):
        for moment in (Moment.COMMIT, Moment.COMMITTED):
            at = 1
            while killed(prepared, directory / f"{end}-{moment.name}-{at}", end, Supply(moment, at, die)):
                at += 1
            count += at - 1
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
