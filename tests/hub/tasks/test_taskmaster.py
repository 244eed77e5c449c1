"""The thread that puts down what the rules ask for, on a real hub's store."""

import time

from clienteling.hub.tasks.settings import TaskSettings
from clienteling.hub.tasks.taskmaster import Taskmaster
from clienteling.tasks.tables import task
from tests.hub.little_house import ANNA, NOW, open_house, rows

PATIENCE_S = 60
DAY = 86_400_000


def test_it_does_its_round_when_the_hub_starts_and_ends_when_it_stops(tmp_path):
    store = open_house(tmp_path)
    with store.write() as writer:
        writer.insert("consent", {"customer_id": ANNA, "purpose": "service", "granted": True, "at": 1})
        item = {"product_id": "nora", "price_cents": 40_000, "bought": True}
        sold = {"kind": "sale", "items": [item], "at": NOW - 14 * DAY, "store_id": "milano"}
        writer.insert("interaction", {"customer_id": ANNA, **sold})
    taskmaster = Taskmaster(store, TaskSettings(), lambda: NOW)
    taskmaster.start()
    until = time.monotonic() + PATIENCE_S
    while not rows(store, task) and time.monotonic() < until:
        time.sleep(0.01)
    taskmaster.close()
    assert [row.rule for row in rows(store, task)] == ["after_purchase"]
    assert not taskmaster._thread.is_alive()
    store.engine.dispose()
