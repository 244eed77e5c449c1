import socket
import threading

import pytest

from clienteling.hub.terminal_code import matrix
from sync.address import Address
from sync.device.link.client import HttpHub
from sync.device.trusted.pairing import pair
from sync.device.trusted.pinning import Pin
from sync.errors import Code, CodeUnreadable, FingerprintMismatch, HubRefused, HubUnreachable, NotPaired
from sync.hub.trust.pairing import LIFE_MS, TRIES
from sync.pairing_code import Problem, scanned, typed
from tests.by_camera import codes_in
from tests.hub.serving.hub_process import HubProcess, hub_command

OTHER_FINGERPRINT = "12" * 32


def hello(pairing):
    client = HttpHub(Pin(pairing.hub_id), pairing.addresses, pairing.credential)
    try:
        return client.hello()
    finally:
        client.close()


def refused(text: str) -> Code:
    with pytest.raises(HubRefused) as caught:
        pair(text, "Till 1")
    return caught.value.code


def test_a_scanned_code_makes_a_trusted_device(hub: HubProcess):
    pairing = pair(hub.code(scope="roma"), "Till 1")
    assert (pairing.hub_id, pairing.hub_name, pairing.scope) == (hub.fingerprint, "Hub", "roma")
    assert pairing.addresses == (hub.address,)
    said = hello(pairing)
    assert (said.epoch, said.scope, said.hub_name) == (hub.house.store.epoch, "roma", "Hub")
    assert pairing.device_id in [device.id for device in hub.house.devices.all()]


def test_a_typed_code_pins_the_whole_fingerprint(hub: HubProcess):
    offer = hub.house.pairings.offer("milano", hub.house.now())
    text = f"{hub.address} {typed(offer.secret, hub.fingerprint).lower()}"
    pairing = pair(text, "Till 1")
    assert pairing.hub_id == hub.fingerprint
    assert hello(pairing).scope == "milano"


def test_a_typed_code_may_leave_the_address_to_discovery(hub: HubProcess):
    offer = hub.house.pairings.offer("milano", hub.house.now())
    text = typed(offer.secret, hub.fingerprint)
    with pytest.raises(NotPaired):
        pair(text, "Till 1")
    assert pair(text, "Till 1", (hub.address,)).addresses == (hub.address,)


def test_the_address_that_answers_is_the_first_from_then_on(hub: HubProcess):
    pairing = pair(hub.code("127.0.0.2", "127.0.0.1"), "Till 1")
    assert pairing.addresses == (hub.address, Address("127.0.0.2", hub.port))


def test_a_code_that_the_hub_does_not_know(hub: HubProcess):
    assert refused(scanned(b"whatever", hub.fingerprint, (hub.address,))) is Code.PAIRING_UNKNOWN


def test_a_code_serves_once(hub: HubProcess):
    text = hub.code()
    pair(text, "Till 1")
    assert refused(text) is Code.PAIRING_USED


def test_a_code_lasts_ten_minutes(hub: HubProcess):
    assert refused(hub.code(now=hub.house.now() - LIFE_MS)) is Code.PAIRING_EXPIRED


def test_another_hub_at_the_address_gets_nothing(hub: HubProcess):
    offer = hub.house.pairings.offer("milano", hub.house.now())
    for text in (
        scanned(offer.secret, OTHER_FINGERPRINT, (hub.address,)),
        f"{hub.address} {typed(offer.secret, OTHER_FINGERPRINT)}",
    ):
        with pytest.raises(FingerprintMismatch):
            pair(text, "Till 1")
    assert pair(scanned(offer.secret, hub.fingerprint, (hub.address,)), "Till 1").scope == "milano"


def test_a_slip_of_the_finger_never_reaches_the_hub(hub: HubProcess):
    with pytest.raises(CodeUnreadable) as caught:
        pair(hub.code()[:-1], "Till 1")
    assert caught.value.problem is Problem.MISTYPED


def test_nobody_at_the_address():
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        nobody = Address("127.0.0.1", reserved.getsockname()[1])
        with pytest.raises(HubUnreachable):
            pair(scanned(b"whatever", OTHER_FINGERPRINT, (nobody,)), "Till 1")


def test_somebody_at_the_address_who_is_no_hub():
    def hang_up() -> None:
        for _ in range(2):
            server.accept()[0].close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=hang_up)
        thread.start()
        text = scanned(b"whatever", OTHER_FINGERPRINT, (Address("127.0.0.1", server.getsockname()[1]),))
        for _ in range(2):
            with pytest.raises(HubUnreachable):
                pair(text, "Till 1")
        thread.join()


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_device_needs_a_name_that_fits_a_list(hub: HubProcess, name: str):
    with pytest.raises(HubRefused) as caught:
        pair(hub.code(), name)
    assert caught.value.code is Code.MALFORMED


def test_whoever_guesses_has_to_wait(own_hub: HubProcess):
    wrong = scanned(b"whatever", own_hub.fingerprint, (own_hub.address,))
    codes = [refused(wrong) for _ in range(TRIES + 1)]
    assert codes == [Code.PAIRING_UNKNOWN] * TRIES + [Code.TOO_MANY_ATTEMPTS]
    assert refused(own_hub.code()) is Code.TOO_MANY_ATTEMPTS


def test_the_code_in_the_terminal_is_the_one_that_pairs(hub: HubProcess):
    """`clienteling hub pair` beside the running hub: read from its half blocks as a camera would."""
    shown = hub_command("pair", "--data", hub.data, "--store", "roma")
    assert shown.returncode == 0, shown.stderr
    assert "Roma Monti" in shown.stdout
    assert str(hub.address) in shown.stdout
    pairing = pair(_scan([line for line in shown.stdout.splitlines() if _is_code(line)]), "Till 1")
    assert pairing.scope == "roma"


def test_the_code_may_be_printed_for_a_machine(hub: HubProcess):
    printed = hub_command("pair", "--data", hub.data, "--text")
    assert pair(printed.stdout.strip(), "Till 1").scope == "milano"


def test_a_code_in_the_terminal_is_not_larger_than_a_terminal(hub: HubProcess):
    text = hub.code("192.168.100.200", "192.168.100.201", "10.20.30.40", "10.20.30.41")
    assert len(matrix(text)) <= 49


def _is_code(line: str) -> bool:
    return bool(line) and set(line) <= set(" ▀▄█")


def _scan(lines: list[str]) -> str:
    from PIL import Image

    rows = []
    for line in lines:
        rows.append([0 if block in "▀█" else 255 for block in line])
        rows.append([0 if block in "▄█" else 255 for block in line])
    image = Image.new("L", (len(rows[0]), len(rows)))
    image.putdata([pixel for row in rows for pixel in row])
    (code,) = codes_in(image.resize((image.width * 6, image.height * 6), Image.Resampling.NEAREST))
    return code
