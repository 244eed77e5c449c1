"""Histories in batches: each batch follows from its seed, so that what failed can be told and repeated."""

import io
import shutil
import tempfile
import traceback
from contextlib import redirect_stdout
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.soak.report import Failure

BATCH = 10
MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one."""


def batch(machine: type[RuleBasedStateMachine], number: int, *, steps: int, shrink: bool) -> Failure | None:
    """Runs ten histories of that seed; what failed comes back, with `shrink` in its shortest form."""
    seeded = seed(number)(type(machine.__name__, (machine,), {}))
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            run_state_machine_as_test(seeded, settings=_settings(steps, shrink=shrink))
    except Exception as error:  # noqa: BLE001 the report's boundary: the other histories go on
        notes = "\n".join(getattr(error, "__notes__", []))
        where = "".join(traceback.format_tb(error.__traceback__)[-3:])
        return Failure(number, f"{type(error).__name__}: {error}", f"{where}{said.getvalue()}{notes}")
    return None


def keep_files_in_memory() -> None:
    """No power is lost here for real, so nothing has to reach a disk: several times as many histories."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 1 << 28:
        tempfile.tempdir = tempfile.mkdtemp(dir=MEMORY, prefix="soak-")
        Path(tempfile.tempdir).chmod(0o711)  # PostgreSQL runs as somebody else


def drop_files() -> None:
    if tempfile.tempdir and Path(tempfile.tempdir).parent == MEMORY:
        shutil.rmtree(tempfile.tempdir, ignore_errors=True)


def _settings(steps: int, *, shrink: bool) -> settings:
    return settings(
        max_examples=BATCH,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
