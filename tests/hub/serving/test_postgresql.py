"""A hub on PostgreSQL: two processes of it, and a server that goes away under load."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.hub import lifespan, serving, settings
from clienteling.interactions.tables import interaction
from sync.device import engine
from sync.device.states import Kind
from sync.pairing_code import PairingCode, read
from tests.hub.serving.hub_process import HubProcess, hub_command, until
from tests.hub.serving.tablet import Tablet
from tests.postgresql import Cluster

NEVER_S = 3_600.0
"""Between two hellos, where a test is about being called."""


class Beside(HubProcess):
    """One more process of a hub that is there."""

    def __init__(self, first: HubProcess) -> None:
        self.data = first.data
        self.program = first.program
        self.ready = first.data / "ready-beside.json"
        self.log = first.data / "hub-beside.log"
        self.house = first.house
        self.port = 0
        self.process = None


def on(server: Cluster, data: Path) -> HubProcess:
    data.mkdir()
    (data / settings.FILE).write_text(f'[hub]\ndatabase = "{server.database()}"\n')
    return HubProcess(data)


@pytest.fixture
def two(postgresql, tmp_path) -> Iterator[tuple[HubProcess, HubProcess]]:
    first = on(postgresql, tmp_path / "hub")
    second = Beside(first)
    for process in (first, second):
        process.start()
    yield first, second
    for process in (second, first):
        process.close()


def at_the_hub(hub: HubProcess) -> list[str]:
    with hub.house.store.read() as connection:
        return sorted(connection.execute(sa.select(interaction.c.id)).scalars())


def test_two_processes_serve_one_shop(two, paired):
    first, second = two
    one, other = paired(first, "one"), paired(second, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    recorded = [*one.record(3), *other.record(3)]
    until(lambda: one.recorded() == other.recorded() == at_the_hub(first) == sorted(recorded))
    first.kill()
    recorded += other.record(2)
    one.becomes(Kind.OFFLINE)
    recorded += one.record(2)
    first.start()
    until(lambda: one.recorded() == other.recorded() == at_the_hub(first) == sorted(recorded))


def test_each_process_leaves_its_note_and_a_pairing_code_names_the_first(two):
    first, second = two
    notes = serving.running(first.data)
    assert {note.port for note in notes} == {first.port, second.port}
    shown = hub_command("pair", "--data", first.data, "--text", "--store", "milano")
    code = read(shown.stdout.strip())
    assert isinstance(code, PairingCode)
    assert {address.port for address in code.addresses} == {first.port}
    second.stop()
    assert [note.port for note in serving.running(first.data)] == [first.port]


def test_what_is_said_when_the_server_is_away(own_postgresql, tmp_path):
    hub = on(own_postgresql, tmp_path / "hub")
    hub.close()
    own_postgresql.stop()
    said = hub_command("devices", "--data", hub.data)
    assert said.returncode == 1
    assert "PostgreSQL gives no answer" in said.stderr
    assert "Traceback" not in said.stderr
    own_postgresql.start()
    assert hub_command("devices", "--data", hub.data).returncode == 0


def test_the_server_restarts_under_load_and_nothing_is_lost(own_postgresql, tmp_path, paired):
    _load(own_postgresql, on(own_postgresql, tmp_path / "hub"), paired, own_postgresql.restart)


def test_the_server_is_killed_under_load_and_nothing_is_lost(own_postgresql, tmp_path, paired):
    def kill() -> None:
        own_postgresql.kill()
        own_postgresql.start()

    _load(own_postgresql, on(own_postgresql, tmp_path / "hub"), paired, kill)


def test_a_tablet_is_called_to_be_wiped_though_the_server_was_away(
    own_postgresql, tmp_path, paired, monkeypatch
):
    monkeypatch.setattr(engine, "POLL_S", NEVER_S)
    hub = on(own_postgresql, tmp_path / "hub")
    hub.start()
    try:
        one = paired(hub, "one")
        one.becomes(Kind.LIVE)
        own_postgresql.stop()
        until(lambda: lifespan.__name__ in hub.log.read_text())  # it looked while nobody answered
        own_postgresql.start()
        one.record()
        until(lambda: not one.replica.pending())
        hub.house.devices.ask_to_wipe(one.device_id, hub.house.now())
        one.becomes(Kind.WIPED)
    finally:
        hub.close()


def _load(server: Cluster, hub: HubProcess, paired, interrupt: Callable[[], None]) -> None:
    hub.start()
    try:
        one, other = paired(hub, "one"), paired(hub, "other")
        one.becomes(Kind.LIVE)
        other.becomes(Kind.LIVE)
        with told_of(hub, one, other):
            recorded = one.record(600)
            for _ in range(2):
                recorded += other.record(20)
                interrupt()
                recorded += one.record(20)
            until(lambda: one.replica.pending() == other.replica.pending() == 0, 60)
            until(lambda: one.recorded() == other.recorded() == sorted(recorded), 60)
            assert at_the_hub(hub) == sorted(recorded)
            one.becomes(Kind.LIVE)
    finally:
        hub.close()


@contextmanager
def told_of(hub: HubProcess, *tablets: Tablet) -> Iterator[None]:
    """How they stood, where something did not happen in time."""
    try:
        yield
    except AssertionError as error:
        for tablet in tablets:
            error.add_note(f"{tablet.replica.pending()} wait at {tablet.engine.state}")
        error.add_note(hub.log.read_text()[-8_000:])
        raise
