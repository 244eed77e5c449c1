"""The packages of `package-lock.json`, fetched once into build/: what `npm ci` makes of it.

The lock names no addresses: npm takes them from the registry that it is set up with. `overrides` in
package.json is for an optional part that is never loaded here and that not every registry has whole.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
BUILD = Path(__file__).parents[2] / "build" / "conformance"
NEEDED = "CLIENTELING_TEST_NODE"
"""In the environment: these tests may not be left out."""
WITHIN_S = 300
_FILES = ("package.json", "package-lock.json")


class Missing(Exception):
    """Why the packages are not there, in plain words."""


class NoNode(Missing):
    """There is nothing to run them with."""


def installed() -> Path:
    """The directory from which scripts find the packages. Raises Missing."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise NoNode("Node.js is not installed; on Debian: apt-get install nodejs npm")
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _FILES)).hexdigest()
    ready = BUILD / "ready"
    if not ready.exists() or ready.read_text() != wanted:
        _install()
        ready.write_text(wanted)
    for script in (HERE / "senders").glob("*.mjs"):
        shutil.copy(script, BUILD)
    return BUILD


def _install() -> None:
    BUILD.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        shutil.copy(HERE / name, BUILD)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        command,
        cwd=BUILD,
        env=os.environ | {"NO_UPDATE_NOTIFIER": "1"},
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        check=False,
    )
    if done.returncode != 0:
        raise Missing(f"npm could not fetch the packages: {done.stderr.strip()[:300]}")
