"""A PostgreSQL of the tests' own: made in a directory, reached by a socket there, gone afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import psycopg
import sqlalchemy as sa

USER = "postgres"
NEEDED = "CLIENTELING_TEST_POSTGRESQL"
"""In the environment: these tests may not be left out."""
WITHIN_S = 60
_SETTINGS = (
    *("-c", "listen_addresses="),
    *("-c", "shared_buffers=64MB"),
    *("-c", "max_connections=60"),
)


def programs() -> Path | None:
    """Where initdb and its like are: beside the one on PATH, or where Debian puts them, newest first."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in found), key=lambda path: int(path.parent.name), default=None)


class Cluster:
    """Run as the user `postgres` where the tests run as root: its programs refuse that."""

    def __init__(self, programs: Path, *, safe: bool = False) -> None:
        """`safe`: with fsync, for a test about what is on disk, or one that measures."""
        self._programs = programs
        self._user = USER if os.geteuid() == 0 else None
        self.directory = Path(tempfile.mkdtemp(prefix="postgresql-"))
        if self._user:
            shutil.chown(self.directory, self._user)
        self._data = self.directory / "data"
        self._settings = [*_SETTINGS, "-c", f"unix_socket_directories={self.directory}"]
        self._settings += [] if safe else ["-c", "fsync=off"]
        self._names = count(1)
        self._furnished: dict[Callable[[str], sa.Engine], str] = {}
        self._run("initdb", ["--pgdata", self._data, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"])

    @property
    def process(self) -> int:
        """The server's first one, whose children are the others."""
        return int((self._data / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        options = " ".join(self._settings)
        log = self.directory / "log"
        self._run("pg_ctl", ["start", "--pgdata", self._data, "--log", log, "--wait", "--options", options])

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", ["stop", "--pgdata", self._data, "--mode", mode, "--wait"])

    def kill(self) -> None:
        """All its processes at once: nothing more is written, who is connected hears nothing but the end."""
        first = self.process
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        pids = [first, *map(int, children)]
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + WITHIN_S
        while any(lives(pid) for pid in pids):
            assert time.monotonic() < deadline, "it does not end"
            time.sleep(0.01)
        # where nobody counts the dead, the next one would take them for alive
        for lock in (self._data / "postmaster.pid", *self.directory.glob(".s.PGSQL.*.lock")):
            lock.unlink()

    def restart(self) -> None:
        self.stop()
        self.start()

    def close(self) -> None:
        if (self._data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.directory)

    def database(self, name: str = "", like: str = "template1") -> str:
        """A new one, a copy of one that nobody is connected to, by its address."""
        name = name or f"shop{next(self._names)}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return f"postgresql://{USER}@/{name}?host={self.directory}"

    def copy_of(self, furnish: Callable[[str], sa.Engine]) -> str:
        """A new one as `furnish` leaves it, who does it once; by its address."""
        if furnish not in self._furnished:
            name = f"like{len(self._furnished)}"
            furnish(self.database(name)).dispose()
            self._furnished[furnish] = name
        return self.database(like=self._furnished[furnish])

    def drop(self, name: str) -> None:
        with self.connect() as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def connect(self, name: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(f"user={USER} dbname={name} host={self.directory}", autocommit=True)

    def _run(self, program: str, arguments: Sequence[str | Path]) -> None:
        line = [self._programs / program, *arguments]
        subprocess.run(
            line,
            user=self._user,
            cwd="/",
            check=True,
            timeout=WITHIN_S,
            stdout=subprocess.DEVNULL,
        )


def lives(pid: int) -> bool:
    """What is dead and waits only to be counted does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
