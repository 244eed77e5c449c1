"""Asking, keeping and taking where several hub processes share one PostgreSQL."""

import pytest

from clienteling.customers.tables import identifier
from clienteling.hub import settings
from clienteling.hub.app import create_hub
from clienteling.hub.commands.sources import show
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from clienteling.hub.sources.poller import HELD_MS, Poller
from clienteling.timeline.tables import event
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import NOW, rows
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake
from tests.hub.sources.test_woocommerce import order, person


@pytest.fixture
def hub(tmp_path, postgresql):
    file = settings.load_or_create(tmp_path).data / settings.FILE
    file.write_text(file.read_text().replace('database = ""', f'database = "{postgresql.database()}"'))
    hub = create_hub(settings.load(tmp_path), now=lambda: NOW)
    yield hub
    hub.close()


@pytest.fixture
def source(shop):
    shop.answer = Fake(shop, customers=[person(n) for n in range(1, 151)], orders=[order(1, 1), order(2, 2)])
    said = {"url": shop.url, "consumer_key": KEY, "consumer_secret": SECRET}
    return section.read("shop", {"kind": "woocommerce", **said})


def test_two_processes_share_the_work_and_everything_is_taken_once(hub, source, shop, tmp_path):
    now = [NOW]
    intakes = [Intake(hub.store, [source], keyed) for _ in range(2)]
    one, other = [Poller(hub.store, intake.sources, intake.kept, lambda: now[0]) for intake in intakes]
    assert one.turn()
    assert not other.turn()  # the first one is at it
    now[0] += HELD_MS + 1  # and has stopped without a word
    while other.turn():
        pass
    pages = [asked.query["page"] for asked in shop.asked if asked.path.endswith("/customers")]
    assert pages == ["1", "2"]
    for intake in intakes:
        intake.keep(source.id, "orders", b"{}")
        intake.work()
    assert {row.state for row in rows(hub.store, raw_payload)} == {"done"}
    assert len(rows(hub.store, identifier, kind="user")) == 150
    assert len(rows(hub.store, event)) == 2
    with hub.store.write() as writer:
        assert raws.replay(writer, source.id, 0) > 150
    intakes[0].work()
    with hub.store.write() as writer:
        assert raws.forget_bodies(writer, NOW + 10 * HELD_MS) > 150
    assert len(rows(hub.store, event)) == 2
    show(tmp_path)
    for part in (one, other, *intakes):
        part.close()
