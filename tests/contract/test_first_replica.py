"""A device takes over what the hub has made ready, and holds what another one pulls."""

import pytest

from sync.device.database import open_encrypted
from sync.device.passes import run_pass
from sync.device.progress import Phase, Progress
from sync.device.replica import Replica
from sync.device.told import held
from sync.errors import Code, HubRefused
from sync.wire import EVERYTHING
from tests.contract.hub_process import until
from tests.contract.meeting import Meeting
from tests.sync.shop import KEY, REGISTRY, metadata, person, product, rows, visit


@pytest.fixture
def fresh(tmp_path):
    made: list[Replica] = []

    def make(name: str) -> Replica:
        engine = open_encrypted(tmp_path / name, KEY)
        metadata.create_all(engine)
        made.append(Replica(engine, REGISTRY))
        return made[-1]

    yield make
    for replica in made:
        replica.engine.dispose()


def lay_ready(hub: Meeting) -> None:
    """Made here, or by the hub's process, which makes its own from time to time and may just be at it."""

    def is_ready() -> str:
        hub.snapshots.refresh()
        return hub.snapshots.schema(EVERYTHING)

    until(is_ready)


def test_a_snapshot_over_this_way_is_what_a_pull_over_it_gives(hub: Meeting, fresh):
    with hub.store.write() as writer:
        writer.insert_many("product", [{"title": f"Bag {n}"} for n in range(300)])
    pulled, taken = fresh("pulled"), fresh("taken")
    run_pass(pulled, hub.device().api, lambda _: None)
    lay_ready(hub)
    with hub.store.write() as writer:
        writer.insert("product", {"title": "Late"})
    steps: list[Progress] = []
    run_pass(taken, hub.device().api, steps.append)
    run_pass(pulled, hub.device().api, lambda _: None)
    assert Phase.SNAPSHOT in {step.phase for step in steps}
    assert taken.cursor() == pulled.cursor()
    for table in (product, person, visit):
        assert rows(taken, table) == rows(pulled, table)
    with taken.read() as mine, pulled.read() as theirs:
        assert held.tallies(mine) == held.tallies(theirs)


def test_bytes_come_from_where_they_are_asked_for(hub: Meeting):
    with hub.store.write() as writer:
        writer.insert("product", {"title": "Bag"})
    lay_ready(hub)
    api = hub.device().api
    info = api.snapshot(api.hello().snapshot)
    body = hub.snapshots.path(EVERYTHING, info.name).read_bytes()
    for start in (0, 1, info.size // 2, info.size - 1):
        assert b"".join(api.snapshot_bytes(info.name, start)) == body[start:]


def test_what_is_not_given_out_is_not_found(hub: Meeting):
    api = hub.device().api
    for ask in (lambda: api.snapshot("another"), lambda: list(api.snapshot_bytes("0" * 32, 0))):
        with pytest.raises(HubRefused) as refusal:
            ask()
        assert refusal.value.code is Code.NOT_FOUND
