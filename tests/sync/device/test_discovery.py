"""Announcing and finding, over multicast on the loopback interface."""

import queue

import pytest

from sync.address import Address
from sync.device.discovery import Discovery
from sync.hub.announce import Announcement

LOOPBACK = ["127.0.0.1"]
SERVICE_TYPE = "_synctest._tcp"
WITHIN_S = 20.0
MINE, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def announced():
    made = []

    def announce(fingerprint, port):
        made.append(
            Announcement(
                SERVICE_TYPE,
                name="Hub of St. Ambrose",
                fingerprint=fingerprint,
                hosts=LOOPBACK,
                port=port,
                interfaces=LOOPBACK,
            )
        )

    try:
        announce(OTHER, 7001)
    except OSError as error:
        pytest.skip(f"this machine has no multicast on loopback: {error}")
    yield announce
    for each in made:
        each.close()


def test_the_paired_hub_is_seen_and_no_other(announced):
    seen: queue.Queue[Address] = queue.Queue()
    discovery = Discovery(SERVICE_TYPE, MINE, seen.put, interfaces=LOOPBACK)
    try:
        announced(MINE, 7002)
        assert seen.get(timeout=WITHIN_S) == Address("127.0.0.1", 7002)
    finally:
        discovery.close()
    assert all(address.port == 7002 for address in seen.queue)
