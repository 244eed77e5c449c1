from collections.abc import Iterator

import pytest

from tests.faults.lan import Lan, NamespacedHub, unavailable
from tests.faults.shop_floor import ShopFloor
from tests.faults.tablet_process import TabletProcess
from tests.faults.tablet_program import KEEP_ALIVE_S
from tests.hub.serving.hub_program import Patience


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[ShopFloor]:
    """One hub and two tablets for all tests of a module: each leaves them in agreement."""
    if reason := unavailable():
        pytest.skip(reason)
    directory = tmp_path_factory.mktemp("floor")
    lan = Lan(tablets=2)
    hub = NamespacedHub(directory / "hub", Patience(keep_alive_s=KEEP_ALIVE_S, wait_s=KEEP_ALIVE_S))
    hub.within(lan)
    hub.start()
    tablets = [
        TabletProcess(directory / f"{name}.sqlite", hub, (cable.hub_host, cable.other_host), name)
        for name, cable in zip(lan.tablets, lan.cables, strict=True)
    ]
    yield ShopFloor(lan, hub, tablets)
    for tablet in tablets:
        tablet.kill()
    hub.close()
    lan.close()


@pytest.fixture
def floor(running) -> ShopFloor:
    running.lan.plug_everything()
    running.agrees()
    return running
