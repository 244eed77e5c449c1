"""A hub whose disk has no room left: refused in plain words, and nothing is half done."""

import msgspec
import pytest
import sqlalchemy as sa
from litestar.testing import TestClient

from clienteling.hub.app import create_app, create_hub
from clienteling.interactions.tables import interaction
from sync.hub.trust.devices import enrol
from sync.sqlite import immediate
from sync.wire import Refusal
from tests.hub.little_house import settled


@pytest.fixture
def house(tmp_path):
    house = create_hub(settled(tmp_path))
    yield house
    house.close()


def fill(house) -> None:
    """From here on no connection may make the file larger."""

    def no_room(raw, *_):
        raw.execute("pragma max_page_count = 1")  # SQLite takes the present size where that is more

    sa.event.listen(house.engine, "checkout", no_room)


def test_a_push_to_a_full_disk_is_refused_and_leaves_no_trace(house):
    with immediate(house.engine) as connection:
        enrolled = enrol(connection, name="Till 1", scope="milano", now=house.now())
    records = [
        {
            "dseq": n,
            "collection": "interaction",
            "id": f"0190a000-0000-7000-8000-{n:012}",
            "fields": {"kind": "visit", "at": n, "why_not": "x" * 4_000},
            "stamp": house.store.clock.stamp(),
        }
        for n in range(1, 200)
    ]
    body = msgspec.json.encode({"epoch": house.store.epoch, "records": records})
    fill(house)
    headers = {"Authorization": f"Bearer {enrolled.credential}"}
    with TestClient(create_app(house)) as client:
        answer = client.post("/sync/v1/push", content=body, headers=headers)
        hello = client.get("/sync/v1/hello", headers=headers)
    assert answer.status_code == 507
    refusal = msgspec.json.decode(answer.content, type=Refusal)
    assert refusal.code == "storage_full"
    assert "full" in refusal.message
    assert hello.status_code == 200
    assert hello.json()["last_dseq"] == 0
    with house.store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(interaction)) == 0
