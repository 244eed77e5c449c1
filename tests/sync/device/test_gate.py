import threading

import pytest

from sync.device.gate import Gate, GateBusy
from tests.sync.shop import rows, visit

SOON_S = 10.0


def is_closing(gate: Gate) -> bool:
    """Whoever is not in already would have to wait: seen as soon as that is so."""
    for _ in range(1_000):
        with gate._moved:
            if gate._moved.wait_for(lambda: gate._closed, 0.01):
                return True
    return False


def test_a_closed_gate_keeps_writers_out_until_it_opens(shop):
    tablet = shop.device("a")
    arrived = threading.Event()

    def write() -> None:
        arrived.set()
        with tablet.write() as writer:
            writer.insert("visit", {"at": 1})

    writing = threading.Thread(target=write)
    with tablet.file.gate.closed(SOON_S):
        writing.start()
        assert arrived.wait(SOON_S)
        assert writing.is_alive()
    writing.join(SOON_S)
    assert len(rows(tablet, visit)) == 1


def test_closing_waits_for_whoever_is_in_and_gives_up_in_time():
    gate, order = Gate(), []
    inside, leave = threading.Event(), threading.Event()

    def stay() -> None:
        with gate.entered():
            inside.set()
            leave.wait(SOON_S)
            order.append("left")

    staying = threading.Thread(target=stay)
    staying.start()
    assert inside.wait(SOON_S)
    with pytest.raises(GateBusy), gate.closed(0.01):
        order.append("never")
    leave.set()
    with gate.closed(SOON_S):
        order.append("closed")
    staying.join(SOON_S)
    assert order == ["left", "closed"]


def test_one_that_is_in_may_enter_again_while_somebody_waits_to_close():
    gate, order = Gate(), []

    def close() -> None:
        with gate.closed(SOON_S):
            order.append("closed")

    closing = threading.Thread(target=close)
    with gate.entered():
        closing.start()
        assert is_closing(gate)
        with gate.entered():
            order.append("inner")
    closing.join(SOON_S)
    assert order == ["inner", "closed"]


def test_two_replicas_of_one_file_share_their_gate(shop):
    tablet = shop.device("a")
    again = type(tablet)(tablet.engine, tablet.registry)
    assert again.file.gate is tablet.file.gate


def test_a_replicas_file_never_shows_its_key(shop):
    file = shop.encrypted("a").file
    assert file.key is not None
    assert file.key.hex() not in repr(file)
    assert str(file.key) not in repr(file)
