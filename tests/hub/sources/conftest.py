import contextlib

import pytest
from litestar import Litestar

from clienteling.hub.intake.webhook_routes import webhook_router
from clienteling.hub.intake.worker import Intake
from tests.hub.intake.conftest import Door, eventually, keyed
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


@pytest.fixture(scope="module")
def door():
    door = Door()
    yield door
    door.close()


@pytest.fixture
def looked():
    """What the poller is asked to look at."""
    return []


@pytest.fixture
def connected(store, door, looked):
    """An intake with these sources, not started, and the address where they send to."""
    with contextlib.ExitStack() as closing:

        def connect(*sources) -> tuple[Intake, str]:
            intake = Intake(store, sources, keyed)
            closing.callback(intake.close)
            router = webhook_router(intake, lambda *wanted: looked.append(wanted))
            door.behind = Litestar([router], openapi_config=None, logging_config=None)
            return intake, f"{door.address}/webhooks"

        yield connect
