"""A pass cut at its statements and at every commit, on device and hub: counted once, then one by one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sync.one_pass import again, finished, prepare, still_right
from tests.sync.power import Moment, PowerCut, Supply, supplied
from tests.sync.shop import Shop, go

ENDS = ("hub", "a")
STRIDES = {("a", Moment.STATEMENT): 4}
"""A device's pass has some two hundred statements: every fourth here, any of them in `make soak`."""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    directory = tmp_path_factory.mktemp("points") / "prepared"
    prepare(directory)
    return directory


def one_pass(shop: Shop, end: str, supply: Supply) -> None:
    tablet = shop.device("a")
    with supplied(shop.engines[end], supply):
        go(tablet, shop.hub("a"))


def points(prepared: Path, directory: Path, end: str, moment: Moment) -> range:
    shop = again(prepared, directory / "counted")
    supply = Supply()
    one_pass(shop, end, supply)
    shop.close()
    return range(1, supply.passed[moment] + 1, STRIDES.get((end, moment), 1))


@pytest.mark.parametrize("moment", Moment)
@pytest.mark.parametrize("end", ENDS)
def test_a_pass_cut_at_any_point_is_finished_by_the_next(prepared, tmp_path, end, moment):
    cuts = points(prepared, tmp_path, end, moment)
    assert len(cuts) >= 5
    for cut in cuts:
        shop = again(prepared, tmp_path / str(cut))
        with pytest.raises(PowerCut):
            one_pass(shop, end, Supply(moment, cut))
        shop.open_hub()
        tablet = shop.device("a")
        still_right(shop, tablet)
        finished(shop, tablet)
        shop.close()


def test_a_process_killed_at_any_commit_is_finished_by_the_next(prepared, tmp_path):
    """Hub and tablet in one process, ended by SIGKILL before and after each commit of either."""
    command = [sys.executable, "-m", "tests.sync.kill_at_each", prepared, tmp_path / "killed"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 20
