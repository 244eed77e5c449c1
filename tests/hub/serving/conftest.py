from collections.abc import Callable, Iterator

import pytest

from sync.device.trusted.keys import KeyStore
from sync.device.trusted.pairing import Pairing, pair
from sync.instants import Now, wall_clock
from tests.hub.serving.hub_process import HubProcess
from tests.hub.serving.hub_program import Patience
from tests.hub.serving.tablet import Tablet


@pytest.fixture(scope="session")
def hub(tmp_path_factory) -> Iterator[HubProcess]:
    """One hub for the tests that leave it as it was."""
    process = HubProcess(tmp_path_factory.mktemp("hub"))
    process.start()
    yield process
    process.close()


@pytest.fixture
def own_hub(tmp_path) -> Iterator[HubProcess]:
    """A hub for one test that stops, kills or annoys it."""
    process = HubProcess(tmp_path / "own")
    process.start()
    yield process
    process.close()


@pytest.fixture
def impatient_hub(tmp_path) -> Iterator[HubProcess]:
    """One that bears with nobody for long."""
    process = HubProcess(tmp_path / "own", Patience(slow_start_s=3.0, burst=200, per_second=10))
    process.start()
    yield process
    process.close()


@pytest.fixture
def tablet(tmp_path) -> Iterator[Callable[..., Tablet]]:
    made: list[Tablet] = []

    def make(
        name: str, pairing: Pairing | None, keys: KeyStore | None = None, now: Now = wall_clock
    ) -> Tablet:
        made.append(Tablet(tmp_path / f"{name}.sqlite", pairing, keys, now))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def paired(tablet) -> Callable[[HubProcess, str], Tablet]:
    return lambda hub, name: tablet(name, pair(hub.code(), name))
