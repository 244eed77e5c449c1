"""One suite over SQLite and PostgreSQL, with the hub in this process and over HTTPS in one of its own."""

from collections.abc import Iterator

import pytest

from tests.contract.hub_process import HubProcess
from tests.contract.meeting import Meeting, OverHttps, here, opened, snapshots_of


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request, tmp_path_factory) -> str:
    """An empty database, by its address."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("hub") / "hub.sqlite")
    cluster = request.getfixturevalue("postgresql")
    return cluster.database()


@pytest.fixture(scope="session", params=["in process", "over https"])
def hub(request, database, tmp_path_factory) -> Iterator[Meeting]:
    """The tests share it: each begins where the one before it ended."""
    folder = tmp_path_factory.mktemp("served")
    with opened(database) as store:
        snapshots = snapshots_of(store, folder)
        if request.param == "in process":
            yield Meeting(store, snapshots, here(store, snapshots))
            return
        with HubProcess(folder, database) as process, OverHttps(store) as devices:
            yield Meeting(store, snapshots, lambda: devices.new(process))
