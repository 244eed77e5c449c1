import hashlib
import socket
import threading
import time

import pytest
import uvicorn
from litestar import Litestar

from clienteling.hub.intake.segment_routes import segment_router
from clienteling.hub.intake.webhook_routes import webhook_router
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from tests.hub.little_house import open_house

WEB = section.read("web", {"kind": "segment", "write_key": "wk-web", "server_key": "sk-web"})
SOURCES = (
    WEB,
    section.read("app", {"kind": "segment", "write_key": "wk-app", "trust_user_id": False}),
    section.read(
        "meta",
        {
            "kind": "meta",
            "app_secret": "app-secret",
            "verify_token": "verify-token",
            "page_name": "Sara, assistenza clienti",
        },
    ),
)


def keyed(kind: str, name: str) -> str:
    """As a hub hashes, with a key that everybody knows."""
    return hashlib.sha256(f"{kind}\0{name}".encode()).hexdigest()


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def intake(store):
    """Not started: a test says itself when the kept payloads are worked through."""
    intake = Intake(store, SOURCES, keyed)
    yield intake
    intake.close()


class Door:
    """A real socket that stays open while the hub behind it changes from test to test."""

    def __init__(self) -> None:
        self.behind: Litestar | None = None
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._server = uvicorn.Server(uvicorn.Config(self, log_config=None, lifespan="off", ws="none"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listening]})
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread.start()

    async def __call__(self, scope, receive, send) -> None:
        assert self.behind is not None
        await self.behind(scope, receive, send)

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listening.close()


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
def address(door, intake, looked):
    """Where the connectors' routes answer."""
    door.behind = Litestar(
        [segment_router(intake), webhook_router(intake, lambda *wanted: looked.append(wanted))],
        openapi_config=None,
        logging_config=None,
    )
    return door.address


@pytest.fixture
def eventually():
    def wait(true, seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, "it did not happen in time"
            threading.Event().wait(0.01)

    return wait
