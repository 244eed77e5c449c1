"""A code of somebody from another shop is scanned: the tablet asks the hub for her."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub import settings
from clienteling.tablet.asked import Answer, ask
from sync.device.states import Kind
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.tablet import Tablet


@pytest.fixture
def thrifty_hub(tmp_path) -> Iterator[HubProcess]:
    """Each tablet holds its own shop's customers."""
    file = tmp_path / "hub" / settings.FILE
    settings.load_or_create(file.parent)
    file.write_text(file.read_text().replace('hold = "everything"', 'hold = "shop"'))
    process = HubProcess(file.parent)
    process.start()
    yield process
    process.close()


def here(tablet: Tablet) -> set[str]:
    with tablet.replica.read() as connection:
        return set(connection.execute(sa.select(customer.c.id)).scalars())


def test_she_comes_when_she_is_asked_for_and_what_cannot_come_is_told_apart(thrifty_hub, paired):
    with thrifty_hub.house.store.write() as writer:
        writer.insert("customer", {"id": "anna", "given_name": "Anna", "home_store_id": "milano"})
        writer.insert("customer", {"id": "bea", "given_name": "Bea", "home_store_id": "roma"})
    tablet = paired(thrifty_hub, "one")
    tablet.becomes(Kind.LIVE)
    until(lambda: here(tablet) == {"anna"})
    assert ask(tablet.engine, "bea") is Answer.COMING
    until(lambda: here(tablet) == {"anna", "bea"})
    assert ask(tablet.engine, "nobody") is Answer.UNKNOWN
    thrifty_hub.stop()
    assert ask(tablet.engine, "carla") is Answer.AWAY
