"""The demo's second tablet, in a process of its own: `python -m clienteling.demo.behind FOLDER CODE`.

Two apps in one process would share QML's types: a page that the first one reads when the second has read its
own may take them for another kind, and a leaf or a section of it stays away.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clienteling.demo.chain import ChainTrouble

PAIRED = "paired"


@contextmanager
def tablet_behind(folder: Path, code: str) -> Iterator[None]:
    """Nobody sees its window. Raises ChainTrouble where it cannot be paired."""
    unseen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    command = [sys.executable, "-m", "clienteling.demo.behind", str(folder), code]
    with subprocess.Popen(command, env=unseen, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or process.stdout.readline().strip() != PAIRED:
                raise ChainTrouble("the second tablet does not come up")
            yield
        finally:
            process.terminate()


def main(folder: str, code: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from clienteling.demo.tablets import LANDSCAPE, Tablet
    from clienteling.demo.window import until_told
    from clienteling.tablet.window import load_fonts

    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    tablet = Tablet("Tablet 2", Path(folder), "it", LANDSCAPE)
    try:
        tablet.pair_by_text(code)
        print(PAIRED, flush=True)
        until_told(application)
    finally:
        tablet.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
