"""The engine beside a real hub: it sleeps, wakes, notices what leads nowhere, and lets go within a moment."""

import socket
import time
from dataclasses import replace

import pytest

from sync.address import Address
from sync.device import engine, nap
from sync.device.link import client, live
from sync.device.states import Kind
from sync.device.trusted.pairing import pair
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.middle import Cable, Keeper
from tests.hub.serving.test_two_tablets import A_MOMENT_S, at_the_hub

NEVER_S = 3_600.0


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """Its own: these tests write at it."""
    process = HubProcess(tmp_path_factory.mktemp("hub"))
    process.start()
    yield process
    process.close()


@pytest.fixture
def cable(hub):
    with Cable(hub.address) as cable:
        yield cable


@pytest.fixture
def keeper(hub):
    with Keeper(hub) as keeper:
        yield keeper


@pytest.fixture
def through(hub, tablet):
    """A tablet that reaches the hub by another address."""
    return lambda name, address: tablet(name, replace(pair(hub.code(), name), addresses=(address,)))


def listening(tablet) -> None:
    """Its stream is open: the first bell has come."""
    until(lambda: tablet.engine._contact is not None and tablet.engine._contact._listener._hub is not None)


def write_at_the_hub(hub: HubProcess, name: str) -> None:
    with hub.house.store.write() as writer:
        writer.insert("store", {"id": name, "name": name})


def holds(tablet, name: str) -> bool:
    with tablet.replica.read() as connection:
        return connection.exec_driver_sql("SELECT 1 FROM store WHERE id = ?", (name,)).scalar() is not None


def test_a_sleeping_tablet_keeps_no_connection_and_meets_the_hub_when_it_wakes(hub, through, cable):
    tablet = through("one", cable.address)
    tablet.becomes(Kind.LIVE)
    listening(tablet)
    tablet.engine.sleep()
    tablet.becomes(Kind.ASLEEP)
    until(lambda: cable.open == 0)
    tablet.record()
    write_at_the_hub(hub, "asleep")
    assert tablet.engine.state.kind is Kind.ASLEEP
    assert cable.open == 0
    tablet.engine.wake()
    tablet.becomes(Kind.LIVE)
    assert holds(tablet, "asleep")
    assert tablet.replica.pending() == 0


def test_sleeping_and_waking_in_a_hurry_ends_awake(hub, paired):
    tablet = paired(hub, "one")
    for _ in range(20):
        tablet.engine.sleep()
        tablet.engine.wake()
    (visit,) = tablet.record()
    until(lambda: visit in at_the_hub(hub))
    tablet.becomes(Kind.LIVE)


def test_a_machine_that_was_suspended_takes_new_connections(hub, through, cable, monkeypatch):
    """What was open before the sleep may be dead without knowing it: it does not wait for the time-out."""
    monkeypatch.setattr(engine, "LOOK_UP_S", 0.05)
    tablet = through("one", cable.address)
    tablet.becomes(Kind.LIVE)
    listening(tablet)
    cable.swallow()
    before = cable.opened
    monkeypatch.setattr(nap, "STOPPED_S", -1.0)
    until(lambda: cable.opened > before)
    monkeypatch.undo()
    write_at_the_hub(hub, "suspended")
    until(lambda: holds(tablet, "suspended"))


def test_a_stream_that_falls_silent_is_noticed_and_waiting_takes_its_place(hub, through, keeper, monkeypatch):
    monkeypatch.setattr(client, "LIVE_READ_S", 0.5)
    monkeypatch.setattr(engine, "POLL_S", NEVER_S)
    tablet = through("one", keeper.address)
    until(lambda: keeper.count("/wait") > 0)
    assert keeper.count("/live") == 1
    write_at_the_hub(hub, "silent")
    until(lambda: holds(tablet, "silent"), A_MOMENT_S)
    (visit,) = tablet.record()
    until(lambda: visit in at_the_hub(hub), A_MOMENT_S)


def test_somebody_who_keeps_streams_back_is_noticed(hub, through, keeper, monkeypatch):
    monkeypatch.setattr(client, "FIRST_BELL_S", 0.5)
    monkeypatch.setattr(engine, "POLL_S", NEVER_S)
    keeper.keeps_streams = True
    tablet = through("one", keeper.address)
    until(lambda: keeper.count("/wait") > 0)
    write_at_the_hub(hub, "kept-back")
    until(lambda: holds(tablet, "kept-back"), A_MOMENT_S)
    assert keeper.count("/live") == 1


def test_a_poll_brings_what_nothing_tells_of(hub, through, keeper, monkeypatch):
    monkeypatch.setattr(client, "FIRST_BELL_S", NEVER_S)
    monkeypatch.setattr(engine, "POLL_S", 0.3)
    keeper.keeps_streams = True
    tablet = through("one", keeper.address)
    until(lambda: keeper.count("/live") > 0)
    write_at_the_hub(hub, "polled")
    until(lambda: holds(tablet, "polled"))


def test_streams_are_tried_again_after_a_while(hub, through, keeper, monkeypatch):
    monkeypatch.setattr(client, "FIRST_BELL_S", 0.5)
    monkeypatch.setattr(live, "STREAM_AGAIN_S", 0.3)
    keeper.keeps_streams = True
    through("one", keeper.address)
    until(lambda: keeper.count("/live") > 1)


def test_a_line_that_swallows_everything_means_offline_and_heals(hub, through, cable, monkeypatch):
    monkeypatch.setattr(client, "READ_S", 0.5)
    monkeypatch.setattr(client, "LIVE_READ_S", 0.5)
    tablet = through("one", cable.address)
    tablet.becomes(Kind.LIVE)
    cable.swallow(new_ones_too=True)
    tablet.record()
    tablet.becomes(Kind.OFFLINE)
    cable.heal()
    tablet.becomes(Kind.LIVE)
    until(lambda: tablet.replica.pending() == 0)


def test_many_writes_at_the_hub_are_few_looks_on_a_tablet(hub, paired, monkeypatch):
    looks = []
    once = engine.run_quick
    monkeypatch.setattr(engine, "run_quick", lambda *args: looks.append(args[2]) or once(*args))
    one, other = paired(hub, "one"), paired(hub, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    with one.replica.write() as writer:
        made = [writer.insert("interaction", {"kind": "visit", "at": at}) for at in range(1_000)]
    until(lambda: set(made) <= set(other.recorded()))
    assert len(looks) < 200


def test_ringing_while_a_pass_is_under_way_is_not_lost(hub, paired):
    one, other = paired(hub, "one"), paired(hub, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    made = []
    for _ in range(40):
        made += one.record()
        other.engine.nudge()
    until(lambda: set(made) <= set(other.recorded()))


class TestClosing:
    """Within a moment, whatever it is waiting for."""

    @staticmethod
    def closes(tablet) -> None:
        began = time.monotonic()
        tablet.engine.close()
        assert not tablet.engine._thread.is_alive()
        assert time.monotonic() - began < A_MOMENT_S

    def test_unpaired(self, tablet):
        self.closes(tablet("one", None))

    def test_live(self, hub, paired):
        one = paired(hub, "one")
        one.becomes(Kind.LIVE)
        listening(one)
        self.closes(one)

    def test_asleep(self, hub, paired):
        one = paired(hub, "one")
        one.becomes(Kind.LIVE)
        one.engine.sleep()
        one.becomes(Kind.ASLEEP)
        self.closes(one)

    def test_waiting_for_an_answer_that_does_not_come(self, through, cable):
        one = through("one", cable.address)
        one.becomes(Kind.LIVE)
        cable.swallow(new_ones_too=True)
        one.record()
        until(lambda: one.replica.ledger().sent == 1)
        self.closes(one)

    def test_while_it_is_being_connected(self, through):
        with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
            here = full.getsockname()
            fillers = [socket.socket() for _ in range(4)]
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(here)
            one = through("one", Address(*here))
            one.becomes(Kind.CONNECTING)
            self.closes(one)
            for filler in fillers:
                filler.close()

    def test_while_tls_is_agreed_with_somebody_who_says_nothing(self, through):
        with socket.create_server(("127.0.0.1", 0)) as mute:
            one = through("one", Address(*mute.getsockname()))
            heard, _ = mute.accept()
            with heard:
                assert heard.recv(1)
                self.closes(one)

    def test_offline(self, through):
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            address = Address(*nobody.getsockname())
        one = through("one", address)
        one.becomes(Kind.OFFLINE)
        self.closes(one)

    def test_before_it_began_and_twice(self, hub, paired):
        one = paired(hub, "one")
        self.closes(one)
        one.engine.close()
