import pytest

from clienteling.hub import migrations
from clienteling.hub.demo.load import load
from clienteling.replicated import REGISTRY
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore

NOW = 1_795_363_200_000  # 2026-11-22 16:00 UTC, a Sunday afternoon in Milan
FEW = 160


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The demo's house with a few customers."""
    engine = open_hub(tmp_path_factory.mktemp("demo") / "hub.sqlite")
    migrations.upgrade(engine)
    store = HubStore(engine, REGISTRY, now=lambda: NOW)
    load(store, FEW)
    yield store
    engine.dispose()
