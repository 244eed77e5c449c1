import pytest

from tests.hub.little_house import open_house
from tests.hub.sources.fake_shop import FakeShop


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def shared_store(tmp_path, postgresql):
    """The same in a database of PostgreSQL."""
    store = open_house(tmp_path, postgresql)
    yield store
    store.engine.dispose()


@pytest.fixture
def shop():
    with FakeShop() as shop:
        yield shop
