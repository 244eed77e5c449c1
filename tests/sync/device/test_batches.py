"""Many writes that waited: several batches, of which two are on their way at once."""

import threading

import pytest

from sync.errors import Code, HubRefused
from sync.hub.local import LocalHub
from tests.sync.shop import go, rows, visit

WITHIN_S = 30.0
"""What does not happen at all is given up then."""


@pytest.fixture
def tablet(shop, monkeypatch):
    """With three batches in its queue."""
    monkeypatch.setattr("sync.device.push.PUSH_RECORDS", 3)
    device = shop.device("a")
    with device.write() as writer:
        for moment in range(8):
            writer.insert("visit", {"at": moment})
    return device


def assert_all_there_once(shop, tablet) -> None:
    assert rows(shop.store, visit) == rows(tablet, visit)
    assert sorted(row["at"] for row in rows(shop.store, visit).values()) == list(range(8))
    assert shop.store.hello("a").last_dseq == 8
    assert tablet.pending() == tablet.set_aside() == 0


def test_the_next_batch_is_on_its_way_before_the_last_is_answered(shop, tablet):
    second = threading.Event()

    class Slow(LocalHub):
        def push(self, push):
            if push.records[0].dseq == 4:
                second.set()
            assert second.wait(WITHIN_S)
            return super().push(push)

    go(tablet, Slow(shop.store, "a"))
    assert_all_there_once(shop, tablet)


def test_a_batch_that_overtook_the_one_before_it_is_sent_once_more(shop, tablet):
    sent, refused = [], threading.Event()

    class Overtaking(LocalHub):
        def push(self, push):
            sent.append(push.records[0].dseq)
            if push.records[0].dseq == 1:
                assert refused.wait(WITHIN_S)
            try:
                return super().push(push)
            except HubRefused:
                refused.set()
                raise

        def hello(self, greeting):
            sent.append("hello")
            return super().hello(greeting)

    go(tablet, Overtaking(shop.store, "a"))
    assert sent.count("hello") == 1
    assert (sent.count(1), sent.count(4)) == (1, 2)
    assert_all_there_once(shop, tablet)


def test_a_batch_that_is_too_large_goes_in_parts_though_another_is_on_its_way(shop, tablet):
    class Narrow(LocalHub):
        def push(self, push):
            if len(push.records) > 2:
                raise HubRefused(Code.TOO_LARGE, "too large")
            return super().push(push)

    go(tablet, Narrow(shop.store, "a"))
    assert_all_there_once(shop, tablet)


def test_a_hub_that_counts_otherwise_is_said_hello(shop, tablet):
    """It has forgotten the first writes: no batch is taken, however often it is sent."""
    greeted = []

    class Forgetful(LocalHub):
        def hello(self, greeting):
            greeted.append(greeting)
            return super().hello(greeting)

        def push(self, push):
            if len(greeted) == 1:
                raise HubRefused(Code.SEQUENCE_GAP, "expected 1, not 9")
            return super().push(push)

    go(tablet, Forgetful(shop.store, "a"))
    assert len(greeted) == 2
    assert_all_there_once(shop, tablet)
