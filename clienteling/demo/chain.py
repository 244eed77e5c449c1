"""The demo's hub: a real process on loopback, that can be stopped like a pulled cable and started again."""

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

START_S = 60.0
STOP_S = 10.0
STORE = "milano-brera"


class ChainTrouble(Exception):
    """The hub did not do what was asked; the text says what it printed."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int
    fingerprint: str

    @property
    def url(self) -> str:
        return f"https://{self.host}:{self.port}"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


class Chain:
    """A small chain's hub in a folder of its own, on one port of 127.0.0.1 for as long as it lives."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "hub"
        self._log = folder / "hub.log"
        self._ready = folder / "hub.ready"
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> str:
        """Run `clienteling hub …` on this hub's data and give back what it printed: in English anywhere."""
        done = subprocess.run(
            [sys.executable, "-m", "clienteling", "hub", words[0], "--data", str(self.data), *words[1:]],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        if done.returncode != 0:
            raise ChainTrouble(f"clienteling hub {words[0]}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def pairing_code(self, store: str = STORE) -> str:
        """What the pairing QR holds. It lasts ten minutes and serves once."""
        return self.command("pair", "--text", "--store", store).strip()

    def pairing_picture(self, store: str = STORE) -> Path:
        """The pairing QR, as it would be shown by the hub's screen."""
        import qrcode

        picture = self.data.parent / "pairing.png"
        qrcode.make(self.pairing_code(store)).save(str(picture))
        return picture

    def start(self) -> Address:
        self._ready.unlink(missing_ok=True)
        here = ["--host", "127.0.0.1", "--port", str(self._port), "--no-announce"]
        words = ["serve", "--data", str(self.data), *here, "--ready-file", str(self._ready)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "clienteling", "hub", *words],
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        return self._wait(self._process)

    def _wait(self, process: subprocess.Popen[bytes]) -> Address:
        deadline = time.monotonic() + START_S
        while not self._ready.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                raise ChainTrouble(f"the hub did not start: {self._log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.02)
        told = json.loads(self._ready.read_text())
        return Address("127.0.0.1", int(told["port"]), str(told["fingerprint"]))

    def stop(self) -> None:
        """Ask it to end, as a service manager does; end it for good when it does not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """No goodbye, as when the power goes."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
