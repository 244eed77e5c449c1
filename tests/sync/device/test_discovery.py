"""Announcing and finding, over multicast on the loopback interface."""

import queue

import pytest

from sync import local_network
from sync.address import Address
from sync.device.link.discovery import Discovery
from sync.hub.http.announce import Announcement
from sync.local_network import LocalNetwork, own_addresses
from tests.hub.serving.hub_process import until

LOOPBACK = ["127.0.0.1"]
SERVICE_TYPE = "_synctest._tcp"
WITHIN_S = 60.0
MINE, OTHER, NEXT = "ab" * 32, "cd" * 32, "ef" * 32


class Machine:
    """The addresses that it has just now."""

    def __init__(self) -> None:
        self.addresses = frozenset(LOOPBACK)

    def __call__(self) -> frozenset[str]:
        return self.addresses


class Counted:
    """A part that counts how often a new instance began."""

    def __init__(self) -> None:
        self.attached = 0
        self.here = 0

    def attach(self, _zeroconf: object) -> None:
        self.attached += 1
        self.here += 1

    def detach(self, _zeroconf: object) -> None:
        self.here -= 1


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def network(machine, monkeypatch) -> LocalNetwork:
    from zeroconf import Zeroconf

    try:
        Zeroconf(interfaces=LOOPBACK).close()
    except OSError as error:
        pytest.skip(f"this machine has no multicast on loopback: {error}")
    monkeypatch.setattr(local_network, "LOOK_S", 0.05)
    return LocalNetwork(LOOPBACK, machine)


@pytest.fixture
def announced(network):
    made = []

    def announce(fingerprint, port):
        made.append(
            Announcement(
                SERVICE_TYPE,
                name="Hub of St. Ambrose",
                fingerprint=fingerprint,
                hosts=lambda: LOOPBACK,
                port=port,
                network=network,
            )
        )

    yield announce
    for each in made:
        each.close()


def test_the_paired_hub_is_seen_and_no_other(announced, network):
    announced(OTHER, 7001)
    seen: queue.Queue[Address] = queue.Queue()
    discovery = Discovery(SERVICE_TYPE, lambda: (MINE,), seen.put, network)
    try:
        announced(MINE, 7002)
        assert seen.get(timeout=WITHIN_S) == Address("127.0.0.1", 7002)
    finally:
        discovery.close()
    assert all(address.port == 7002 for address in seen.queue)


def test_a_hub_with_the_certificate_that_it_had_announced_is_seen(announced, network):
    known = [MINE]
    seen: queue.Queue[Address] = queue.Queue()
    discovery = Discovery(SERVICE_TYPE, lambda: tuple(known), seen.put, network)
    try:
        announced(OTHER, 7001)
        known.append(NEXT)
        announced(NEXT, 7005)
        assert seen.get(timeout=WITHIN_S).port == 7005
    finally:
        discovery.close()


def test_on_another_network_the_hub_is_announced_and_found_again(announced, network, machine):
    announced(MINE, 7003)
    seen: queue.Queue[Address] = queue.Queue()
    discovery = Discovery(SERVICE_TYPE, lambda: (MINE,), seen.put, network)
    try:
        assert seen.get(timeout=WITHIN_S).port == 7003
        machine.addresses = frozenset({"127.0.0.1", "192.0.2.7"})
        assert seen.get(timeout=WITHIN_S).port == 7003
    finally:
        discovery.close()


def test_a_change_of_addresses_begins_anew_and_a_machine_without_any_waits(network, machine):
    part = Counted()
    network.join(part)
    until(lambda: part.attached == 1)
    machine.addresses = frozenset()
    until(lambda: part.here == 0)
    machine.addresses = frozenset(LOOPBACK)
    until(lambda: part.attached == 2)
    network.leave(part, wait=True)
    assert part.here == 0


def test_it_begins_anew_now_and_then(network, monkeypatch):
    monkeypatch.setattr(local_network, "AFRESH_S", 0.1)
    part = Counted()
    network.join(part)
    until(lambda: part.attached >= 3)
    network.leave(part, wait=True)
    assert part.here == 0


def test_whoever_comes_back_after_everybody_left_is_served(network):
    for _ in range(3):
        one, other = Counted(), Counted()
        network.join(one)
        network.join(other)
        until(lambda one=one, other=other: one.here == other.here == 1)
        network.leave(one, wait=True)
        network.leave(other, wait=True)
        assert one.here == other.here == 0


def test_a_machine_knows_its_own_addresses():
    assert "127.0.0.1" in own_addresses()
