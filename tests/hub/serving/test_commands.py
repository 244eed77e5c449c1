"""`clienteling hub …` as a person starts it: what goes wrong is said in one line, without a traceback."""

import json
import socket
import stat
import threading
import time
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from clienteling.hub import serving, settings
from clienteling.hub.cli import app
from sync.device.link.client import HttpHub
from sync.device.trusted.pairing import pair
from sync.device.trusted.pinning import Pin
from sync.errors import Code, HubRefused, HubUnreachable
from sync.fingerprint import for_people
from sync.hub.trust.certificates import create, load
from sync.wire import Greeting
from tests.hub.serving.hub_process import HubProcess, hub_command, until

A_MOMENT_S = 25.0
"""Less than the half minute for which TLS waits for a goodbye; a busy machine has taken nine seconds."""


def invoked(*arguments: str | Path, typed: str = "") -> Result:
    """The command in this process: all the same but the start of an interpreter."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


def serve_fails(data: Path, *options: str) -> str:
    """The message of a hub that does not start."""
    ended = invoked("serve", "--data", data, "--host", "127.0.0.1", "--port", "0", *options)
    assert ended.exit_code == 1
    assert ended.stderr.count("\n") == 1
    return ended.stderr


def test_a_hub_with_open_streams_and_idle_connections_stops_at_once_when_told_to(own_hub: HubProcess):
    pairing = pair(own_hub.code(), "Till 1")
    client = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    heard, ended = threading.Event(), threading.Event()

    def listen() -> None:
        try:
            for _ in client.bells("", 0):
                heard.set()
        except HubUnreachable:
            pass
        ended.set()

    listener = threading.Thread(target=listen)
    listener.start()
    assert heard.wait(A_MOMENT_S)
    idle = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    idle.hello()
    began = time.monotonic()
    assert own_hub.stop() == 0
    assert time.monotonic() - began < A_MOMENT_S
    assert ended.wait(A_MOMENT_S)
    listener.join()
    client.close()
    idle.close()
    assert own_hub.log.read_text() == ""
    assert not own_hub.ready.exists()
    assert not (own_hub.data / serving.FILE).exists()


def test_what_is_private_is_for_the_hubs_user_only(hub: HubProcess):
    for name in ("hub.toml", "identity.pem", "hub.sqlite", "hub.sqlite-wal"):
        assert stat.S_IMODE((hub.data / name).stat().st_mode) == 0o600


def test_the_ready_file_says_where(hub: HubProcess):
    said = json.loads(hub.ready.read_text())
    assert said["host"] == "127.0.0.1"
    assert said["port"] == hub.port
    assert said["fingerprint"] == hub.fingerprint


def test_a_port_that_another_program_uses(tmp_path):
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        taken = reserved.getsockname()[1]
        ended = hub_command("serve", "--data", tmp_path, "--host", "127.0.0.1", "--port", str(taken))
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert f"127.0.0.1:{taken}" in ended.stderr
    assert "--port" in ended.stderr


def test_a_host_that_is_not_this_machines(tmp_path):
    assert "no address 192.0.2.1" in serve_fails(tmp_path, "--host", "192.0.2.1")


def test_a_data_directory_that_is_none(tmp_path):
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in serve_fails(tmp_path / "file")


def test_a_damaged_database_is_left_as_it_is(tmp_path):
    damaged = b"this is no database " * 1_000
    (tmp_path / "hub.sqlite").write_bytes(damaged)
    message = serve_fails(tmp_path)
    assert "damaged" in message
    assert "backup" in message
    assert (tmp_path / "hub.sqlite").read_bytes() == damaged


def test_a_damaged_identity_is_left_as_it_is(tmp_path):
    (tmp_path / "identity.pem").write_text("nonsense")
    assert "identity.pem" in serve_fails(tmp_path)
    assert (tmp_path / "identity.pem").read_text() == "nonsense"


def test_a_wrong_setting_names_file_and_key(tmp_path):
    (tmp_path / "hub.toml").write_text('[hub]\nport = "high"\n')
    message = serve_fails(tmp_path)
    assert str(tmp_path / "hub.toml") in message
    assert "port" in message


def test_a_mistyped_directory_gets_no_hub_of_its_own(tmp_path):
    nowhere = tmp_path / "hbu"
    for words in (("pair",), ("devices",), ("revoke", "d"), ("code", "anna@example.it")):
        ended = invoked(words[0], "--data", nowhere, *words[1:])
        assert ended.exit_code == 1
        assert f"no hub in {nowhere}" in ended.stderr
        assert not nowhere.exists()


def test_pairing_needs_a_store(tmp_path):
    settings.load_or_create(tmp_path)
    ended = invoked("pair", "--data", tmp_path)
    assert ended.exit_code == 1
    assert "no shop yet" in ended.stderr


def test_a_store_that_there_is_not(hub: HubProcess):
    ended = invoked("pair", "--data", hub.data, "--store", "napoli")
    assert ended.exit_code == 1
    assert "napoli" in ended.stderr
    assert "milano" in ended.stderr


def test_where_no_store_is_named_the_first_is_taken_and_the_others_are_told(hub: HubProcess):
    ended = invoked("pair", "--data", hub.data)
    assert "Milano Brera" in ended.stdout
    assert "--store roma" in ended.stderr
    assert "--store" not in invoked("pair", "--data", hub.data, "--store", "roma").stderr


def test_a_code_shown_while_the_hub_is_stopped_says_so(tmp_path):
    stopped = HubProcess(tmp_path)
    stopped.close()
    ended = invoked("pair", "--data", tmp_path)
    assert ended.exit_code == 0
    assert "not running" in ended.stderr
    left_over = serving.Serving("127.0.0.2", 9, "ab" * 32, 1)
    serving.write(tmp_path / serving.FILE, left_over)
    assert "not running" in invoked("pair", "--data", tmp_path).stderr


def test_devices_are_listed_and_revoked(hub: HubProcess):
    pairing = pair(hub.code(), "Till 7")
    assert "Till 7" in invoked("devices", "--data", hub.data).stdout
    assert invoked("revoke", "--data", hub.data, pairing.device_id).exit_code == 0
    again = invoked("revoke", "--data", hub.data, pairing.device_id)
    assert again.exit_code == 1
    assert pairing.device_id in again.stderr
    until(lambda: not hub.house.devices.trusts(pairing.device_id))


def test_the_list_says_what_each_tablet_owes_and_whether_it_is_trusted(hub: HubProcess):
    pairing = pair(hub.code(), "Till 8")
    client = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    client.hello(Greeting(owes=4321, set_aside=765))
    client.close()
    listed = invoked("devices", "--data", hub.data).stdout
    assert "4321" in listed
    assert "765" in listed


def test_a_tablet_is_wiped_after_saying_what_is_lost(hub: HubProcess):
    pairing = pair(hub.code(), "Till 9")
    client = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    client.hello(Greeting(owes=3))
    refused = invoked("wipe", "--data", hub.data, pairing.device_id, typed="n\n")
    assert refused.exit_code == 1
    assert "3 changes" in refused.stdout
    assert not client.hello().wipe
    assert invoked("wipe", "--data", hub.data, pairing.device_id, typed="y\n").exit_code == 0
    assert client.hello().wipe
    assert "already" in invoked("wipe", "--data", hub.data, pairing.device_id, "--yes").stderr
    assert invoked("wipe", "--data", hub.data, pairing.device_id, "--withdraw").exit_code == 0
    assert not client.hello().wipe
    assert invoked("wipe", "--data", hub.data, pairing.device_id, "--withdraw").exit_code == 1
    assert invoked("wipe", "--data", hub.data, pairing.device_id, "--yes").exit_code == 0
    client.hello(Greeting(wiped=True))
    with pytest.raises(HubRefused) as caught:
        client.hello()
    assert caught.value.code is Code.UNAUTHENTICATED
    client.close()
    assert "everything already" in invoked("wipe", "--data", hub.data, pairing.device_id).stderr
    assert "no tablet" in invoked("wipe", "--data", hub.data, "nobody").stderr


def test_a_certificate_is_prepared_told_and_used(own_hub: HubProcess):
    pairing = pair(own_hub.code(), "Till 1")
    client = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    assert invoked("certificate", "use", "--data", own_hub.data).exit_code == 1
    assert invoked("certificate", "renew", "--data", own_hub.data).exit_code == 0
    (told,) = client.hello().next_hub_ids
    assert told != own_hub.fingerprint
    assert "0 of 1" in invoked("certificate", "show", "--data", own_hub.data).stdout
    refused = invoked("certificate", "use", "--data", own_hub.data, typed="n\n")
    assert refused.exit_code == 1
    assert "Till 1" in refused.stdout
    client.pin.announced = (told,)
    client.hello()
    assert "1 of 1" in invoked("certificate", "show", "--data", own_hub.data).stdout
    chosen = invoked("certificate", "use", "--data", own_hub.data)
    assert chosen.exit_code == 0
    assert "restart" in chosen.stdout
    own_hub.stop()
    own_hub.start()
    assert client.hello().next_hub_ids == []
    assert client.pin.fingerprint == told
    client.close()


def test_a_stopped_hubs_certificate_is_exchanged_at_once(tmp_path):
    stopped = HubProcess(tmp_path)
    stopped.close()
    (tmp_path / "own.pem").write_bytes(create("hub.example.org"))
    given = invoked("certificate", "renew", "--data", tmp_path, "--pem", tmp_path / "own.pem")
    assert given.exit_code == 0
    assert invoked("certificate", "use", "--data", tmp_path).exit_code == 0
    shown = load(tmp_path / "own.pem").fingerprint
    assert load(tmp_path / "identity.pem").fingerprint == shown
    assert for_people(shown) in invoked("certificate", "show", "--data", tmp_path).stdout


def test_a_certificate_that_is_none_is_named(tmp_path):
    HubProcess(tmp_path).close()
    (tmp_path / "own.pem").write_text("nonsense")
    for pem in ("own.pem", "nowhere.pem"):
        ended = invoked("certificate", "renew", "--data", tmp_path, "--pem", tmp_path / pem)
        assert ended.exit_code == 1
        assert ended.stderr.count("\n") == 1
