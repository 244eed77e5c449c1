"""A disk that fails when it is told to make things durable: what was not durable is not called saved."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.shop import Shop, rows, visit

HERE = Path(__file__).parent


class Told:
    """The program, and the file that says whose fsync fails."""

    def __init__(self, directory: Path, library: Path) -> None:
        self._flag = directory / "fails"
        environment = {**os.environ, "LD_PRELOAD": str(library), "FSYNC_FAILS": str(self._flag)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.fsync_program", directory],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def ask(self, what: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def fails_for(self, name: str) -> None:
        self._flag.write_text(name)

    def heals(self) -> None:
        self._flag.unlink()

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.wait(20)


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("a C compiler on Linux is needed to make fsync fail")
    made = tmp_path_factory.mktemp("preloaded") / "failing_fsync.so"
    source = HERE / "failing_fsync.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.fixture
def told(tmp_path, library) -> Iterator[Told]:
    program = Told(tmp_path, library)
    yield program
    program.close()


def test_a_device_whose_disk_fails_says_that_nothing_was_saved_and_keeps_what_was(told, tmp_path):
    saved = [told.ask("save") for _ in range(3)]
    told.fails_for("a.db-wal")
    assert [told.ask("save") for _ in range(3)] == ["failed"] * 3
    told.heals()
    saved += [told.ask("save") for _ in range(3)]
    assert told.ask("pass") == "waiting:0"
    told.close()
    shop = Shop(tmp_path)
    assert "failed" not in saved
    assert set(saved) <= set(rows(shop.store, visit)) == set(rows(shop.device("a"), visit))
    shop.close()


def test_a_hub_whose_disk_fails_confirms_nothing_and_takes_it_later(told, tmp_path):
    saved = {told.ask("save") for _ in range(3)}
    told.fails_for("hub.db-wal")
    assert told.ask("pass") == "failed"
    told.heals()
    shop = Shop(tmp_path)
    assert shop.device("a").pending() == len(saved)
    shop.close()
    assert told.ask("pass") == "waiting:0"
    told.close()
    shop = Shop(tmp_path)
    assert set(rows(shop.store, visit)) == saved
    assert shop.store.hello("a").last_dseq == len(saved)
    shop.close()
