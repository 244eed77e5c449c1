"""A chain of two shops with two months of figures behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.hub.store import HubStore
from tests.screens import shop_figures
from tests.tablet import giulia, tablets

DAYS = 62


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubStore]:
    store = tablets.copied_hub(tmp_path / "hub", two_shops)
    yield store
    store.engine.dispose()


def two_shops(folder: Path) -> sa.Engine:
    store = tablets.little_hub(folder)
    with store.write() as writer:
        writer.insert("store", {"id": giulia.ELSEWHERE, "name": "Torino Po", "time_zone": "Europe/Rome"})
    shop_figures.furnish(store, DAYS)
    return store.engine
