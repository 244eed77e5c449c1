"""Cutting a client's connections from another thread, at every moment of their life."""

import socket
import threading

import pytest

from sync.address import Address
from sync.device.link.client import HttpHub
from sync.device.trusted.pinning import Pin
from sync.errors import FingerprintMismatch, HubUnreachable
from sync.fingerprint import fingerprint
from sync.hub.trust.certificates import load_or_create, server_context

WITHIN_S = 10.0


@pytest.fixture
def silent(tmp_path):
    """A hub of the right certificate that takes connections and never answers."""
    identity = load_or_create(tmp_path / "identity.pem", "Hub")
    context = server_context(identity)
    taken: list[socket.socket] = []
    shaken = threading.Event()

    def take() -> None:
        try:
            taken.append(context.wrap_socket(server.accept()[0], server_side=True))
        except OSError:
            return
        shaken.set()

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=take)
        thread.start()
        yield identity.fingerprint, Address("127.0.0.1", server.getsockname()[1]), shaken
        with socket.create_connection(server.getsockname()):
            pass
        thread.join(WITHIN_S)
    for each in taken:
        each.close()


def test_waiting_for_an_answer_ends_when_the_lines_are_cut(silent):
    pinned, address, shaken = silent
    hub, ended = HttpHub(Pin(pinned), (address,)), threading.Event()

    def wait() -> None:
        with pytest.raises(HubUnreachable):
            hub.hello()
        ended.set()

    thread = threading.Thread(target=wait)
    thread.start()
    assert shaken.wait(WITHIN_S)
    hub.abort()
    assert ended.wait(WITHIN_S)
    thread.join()
    hub.close()


def test_a_connection_that_is_just_being_opened_is_cut_too(silent):
    pinned, address, _ = silent
    hub = HttpHub(Pin(pinned), (address,))
    hub._pools.lines.cut()
    with pytest.raises(HubUnreachable):
        hub.hello()
    hub.close()


def test_no_wait_begins_after_the_end(silent):
    pinned, address, shaken = silent
    hub = HttpHub(Pin(pinned), (address,))
    hub.abort()
    with pytest.raises(HubUnreachable):
        hub.hello()
    assert not shaken.is_set()
    hub.close()


def test_a_pin_takes_the_first_certificate_that_fits_and_no_other_afterwards():
    first, second = b"certificate one", b"certificate two"
    pin = Pin(fingerprint(first)[:5].upper())
    pin.check(first)
    assert pin.fingerprint == fingerprint(first)
    with pytest.raises(FingerprintMismatch):
        pin.check(second)


def test_a_pin_of_nothing_fits_nothing():
    with pytest.raises(FingerprintMismatch):
        Pin("").check(b"certificate")
