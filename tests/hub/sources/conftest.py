import pytest

from tests.hub.intake.conftest import eventually
from tests.hub.little_house import open_house
from tests.hub.sources.fake_shop import FakeShop

__all__ = ["eventually"]


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def shop():
    with FakeShop() as shop:
        yield shop
