import pytest

from tests.hub.importing.files import take, write
from tests.hub.little_house import open_house


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def imported(store, tmp_path):
    """A file of that text, taken."""

    def do(text, name="clienti.csv", **how):
        return take(store, write(tmp_path / name, text), **how)

    return do
