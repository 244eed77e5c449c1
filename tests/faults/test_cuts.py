"""A transfer that is cut in every ten kilobytes of it, on the way to a tablet with nothing yet."""

import secrets

import pytest

from tests.faults.cutter import Cutter
from tests.faults.tablet_process import TabletProcess
from tests.hub.serving.hub_process import HubProcess, until

STEP = 10_000
BETWEEN = "127.0.0.2"
pytestmark = pytest.mark.slow


def test_a_first_replica_that_is_cut_in_every_ten_kilobytes_arrives_whole(tmp_path):
    hub = HubProcess(tmp_path / "hub")
    hub.start()
    visits = [{"kind": "visit", "at": at, "summary": secrets.token_hex(100)} for at in range(600)]
    with hub.house.store.write() as writer:
        wanted = set(writer.insert_many("interaction", visits))
    cutter = Cutter(BETWEEN, hub.port, STEP)
    tablet = TabletProcess(tmp_path / "tablet.sqlite", hub, (BETWEEN,))
    try:
        tablet.write(50)
        until(lambda: wanted <= set(tablet.told()["here"]), 60)
        until(lambda: tablet.told()["pending"] == 0, 60)
        with hub.house.store.read() as connection:
            rows = connection.exec_driver_sql("select id from interaction").scalars().all()
        assert set(rows) == set(tablet.told()["here"]) == wanted | tablet.saved
        assert cutter.cuts >= 6
    finally:
        tablet.kill()
        cutter.close()
        hub.close()
