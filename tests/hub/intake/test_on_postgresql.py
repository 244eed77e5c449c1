"""What is asked in the driver's own words is understood by the other database as well."""

import msgspec
import pytest

from clienteling.hub.identity.tables import waiting_event
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.timeline.tables import event
from tests.hub.intake.conftest import SOURCES, keyed
from tests.hub.little_house import ANNA, link, open_house, rows, user


@pytest.fixture
def store(tmp_path, postgresql):
    store = open_house(tmp_path, postgresql.database())
    yield store
    store.engine.dispose()


def viewed(message_id: str, **who: str) -> dict:
    said = {"sku": "NORA-BLACK-39", "price": 159.0}
    return {"type": "track", "event": "Product Viewed", "messageId": message_id, "properties": said} | who


def test_regulars_and_visitors_are_known_again_and_each_item_counts_once(store):
    link(store, ANNA, user("u1"))
    intake = Intake(store, SOURCES, keyed)
    first = [viewed("1", userId="u1"), viewed("2", anonymousId="somebody")]
    for batch in (first, [*first, viewed("3", userId="u1"), viewed("4", anonymousId="somebody")]):
        intake.keep("segment:web", "batch", msgspec.json.encode({"batch": batch}))
        intake.work()
    intake.close()
    assert {row.state for row in rows(store, raw_payload)} == {"done"}
    assert sorted((row.customer_id, row.source_id) for row in rows(store, event)) == [
        (ANNA, "1"),
        (ANNA, "3"),
    ]
    waits = rows(store, waiting_event)
    assert {row.source_id for row in waits} == {"2", "4"}
    assert len({row.stranger_id for row in waits}) == 1
