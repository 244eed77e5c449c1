"""`clienteling demo`: with a display a shop to try, without one the story, played and checked."""

import os
import signal
import sys
import tempfile
from pathlib import Path

from clienteling.demo.chain import Chain, ChainTrouble
from clienteling.hub.demo.giulia import GIULIA


def run(*, headless: bool, out: Path) -> int:
    """0 when it went as it should, 1 when a step did not hold."""
    out.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the hub is stopped too
    with tempfile.TemporaryDirectory(prefix="clienteling-demo-") as folder:
        chain = Chain(Path(folder))
        try:
            print("Filling a small chain: three shops, twelve people, 2,000 customers…", flush=True)
            staff = chain.command("load-demo")
            if headless or not has_display():
                return play(chain, Path(folder), out)
            return try_it(chain, Path(folder), out, staff)
        except ChainTrouble as trouble:
            print(trouble, file=sys.stderr)
            return 1
        finally:
            chain.stop()


def has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def play(chain: Chain, folder: Path, out: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false;default.warning=false")
    from clienteling.demo.played import play_story

    return play_story(chain, folder, out)


def try_it(chain: Chain, folder: Path, out: Path, staff: str) -> int:
    from clienteling.demo.window import open_shop

    picture = out / "giulia-code.png"
    code = chain.command("code", GIULIA.email, "--text").strip()
    chain.command("code", GIULIA.email, "--png", str(picture))
    print(staff)
    print(f"Giulia's code, to hold before the camera: {picture}")
    print(chain.command("code", GIULIA.email))
    print(f"…or to type into the field at the top:\n{code}\n", flush=True)
    return open_shop(chain, folder)
