"""The merge rules and the clock: what must never go wrong has a test by example for each of its branches."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RULES = ("sync/merge.py", "sync/clock.py")
TESTS = ("test_merge.py", "test_merge_sets.py", "test_clock.py")
BY_EXAMPLE = "not hypothesis"
"""What a random history happens to meet proves nothing twice."""


def coverage(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "coverage", *words]
    there = {**os.environ, "COVERAGE_FILE": str(data), "PYTEST_ADDOPTS": ""}
    return subprocess.run(command, cwd=ROOT, env=there, capture_output=True, text=True, check=False)


def test_no_branch_of_the_merge_rules_and_the_clock_is_left_out(tmp_path):
    data = tmp_path / "coverage"
    tests = [str(HERE / name) for name in TESTS]
    only = ("--branch", f"--include={','.join(RULES)}")
    ran = coverage(data, "run", *only, "-m", "pytest", "-q", "-m", BY_EXAMPLE, *tests)
    assert ran.returncode == 0, ran.stdout
    told = coverage(data, "report", "--show-missing", "--fail-under=100", "--precision=2")
    assert told.returncode == 0, told.stdout
    assert all(name in told.stdout for name in RULES)
