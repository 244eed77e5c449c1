"""A paired device that means harm, and somebody who is no device at all, against a real hub over TLS."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import zstandard

from sync.device.link.client import HttpHub, open_hub
from sync.device.trusted.pairing import Pairing, pair
from sync.errors import Code, FingerprintMismatch, HubRefused
from sync.fingerprint import fingerprint
from sync.hub.http.bodies import LARGEST_BODY
from sync.hub.trust.pairing import TRIES
from sync.pairing_code import read
from sync.pairing_proof import Role, new_nonce, prove
from sync.trusting import PairRequest
from sync.wire import Greeting, Push, PushedRecord, Status
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.wire_client import refusal, request

SOON_S = 20.0
ZSTD = {"Content-Encoding": "zstd"}


@pytest.fixture(scope="module")
def wicked(hub: HubProcess) -> Pairing:
    return pair(hub.code(), "Till 13")


@contextmanager
def calling(pairing: Pairing) -> Iterator[HttpHub]:
    hub = open_hub(pairing)
    try:
        yield hub
    finally:
        hub.close()


def note(dseq: int, record_id: str, body: str = "Scarpe nere") -> PushedRecord:
    return PushedRecord(
        dseq=dseq,
        collection="note",
        id=record_id,
        fields={"body": body, "at": 1},
        stamp="018f00000000-0000-abc",
        new=True,
    )


# --- JSON ---------------------------------------------------------------------------------------------


def pushed(hub: HubProcess, fields: str, record_id: str = "n") -> tuple[int, bytes]:
    """One write whose fields are that JSON, by a device made for it."""
    pairing = pair(hub.code(), "Till 13")
    record = (
        f'{{"dseq":1,"collection":"note","id":"{record_id}","fields":{fields},"stamp":"018f00000000-0000-a"}}'
    )
    body = f'{{"epoch":"{hub.house.store.epoch}","records":[{record}]}}'
    return request(hub, "POST", "/sync/v1/push", body.encode(), credential=pairing.credential)


@pytest.mark.parametrize(
    "fields",
    [
        '{"extra":' + "[" * 60 + "]" * 60 + "}",
        '{"extra":' + '{"a":' * 900 + "1" + "}" * 901,
        '{"body":"a\\u0000b","at":1}',
        '{"at":9223372036854775808}',
        '{"at":-9223372036854775809}',
        '{"at":1e308}',
        '{"at":1e400}',
        '{"extra":1' + "0" * 5_000 + "}",
        '{"body":["Scarpe"],"at":1}',
    ],
)
def test_a_record_that_would_hurt_its_readers_is_refused_by_itself(hub, fields):
    status, answer = pushed(hub, fields, f"hurt-{hash(fields)}")
    assert status == 200, answer
    (verdict,) = msgspec.json.decode(answer)["verdicts"]
    assert (verdict["status"], verdict["code"]) == ("rejected", "invalid_record")


@pytest.mark.parametrize(
    "fields",
    [
        '{"extra":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"extra":' + '{"a":' * 100_000 + "1" + "}" * 100_001,
        '{"body":"\\ud800"}',
        '{"body":"\\udc00\\ud800"}',
        '{"\\ud800":1}',
        '{"extra":NaN}',
        '{"extra":-Infinity}',
        '{"extra":1,}',
        '{"body":"' + "\x01" + '"}',
    ],
)
def test_what_is_no_json_is_malformed(hub, fields):
    status, answer = pushed(hub, fields)
    assert (status, msgspec.json.decode(answer)["code"]) == (400, "malformed")


@pytest.mark.parametrize("path", ["/push", "/compare", "/pair"])
@pytest.mark.parametrize(
    "body", [b"[" * 1_000_000, b'{"epoch":' * 100_000, b'{"epoch":"' + b"\\u0000" * 100_000]
)
def test_nesting_without_end_is_malformed_everywhere(hub, wicked, path, body):
    assert refusal(hub, "POST", path, body, credential=wicked.credential) == (400, "malformed")


def test_of_a_key_said_twice_all_readers_take_the_last(hub):
    status, answer = pushed(hub, '{"body":"first","body":"last","at":1}', "twice")
    assert (status, msgspec.json.decode(answer)["verdicts"][0].get("status")) == (200, "applied")
    with calling(pair(hub.code(), "Till 2")) as reader:
        bodies = [r.fields["body"] for r in reader.pull("", 0, 5_000).records if r.id == "twice"]
    assert bodies == ["last"]


def test_a_text_of_fifteen_megabytes_is_too_large_plain_and_packed(hub, wicked):
    body = b'{"epoch":"%s","records":[{"x":"%s"}]}' % (hub.house.store.epoch.encode(), b"a" * (15 << 20))
    packed = zstandard.compress(body)
    assert refusal(hub, "POST", "/push", packed, credential=wicked.credential, headers=ZSTD)[0] == 413
    with pytest.raises((ConnectionError, ssl.SSLError, AssertionError)):
        assert refusal(hub, "POST", "/push", body, credential=wicked.credential)[0] != 413


# --- decompression ------------------------------------------------------------------------------------


def bombs() -> Iterator[bytes]:
    yield zstandard.ZstdCompressor(level=19).compress(bytes(1 << 30))
    yield zstandard.compress(bytes(LARGEST_BODY)) * 64
    long_window = zstandard.ZstdCompressionParameters.from_level(3, window_log=27, enable_ldm=True)
    yield zstandard.ZstdCompressor(compression_params=long_window).compress(bytes(200 << 20))
    yield zstandard.compress(zstandard.compress(bytes(100 << 20)) * 2_000)


def resident(hub: HubProcess) -> int:
    """Bytes of memory that the hub has taken at most."""
    assert hub.process is not None
    lines = Path(f"/proc/{hub.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM"))


def test_bombs_are_refused_in_little_memory(own_hub):
    pairing = pair(own_hub.code(), "Till 13")
    before = resident(own_hub)
    for bomb in bombs():
        codes = {"too_large", "malformed"}
        assert (
            refusal(own_hub, "POST", "/push", bomb, credential=pairing.credential, headers=ZSTD)[1] in codes
        )
    assert resident(own_hub) - before < 16 * LARGEST_BODY


# --- connections --------------------------------------------------------------------------------------


def tls(hub: HubProcess) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(socket.create_connection(("127.0.0.1", hub.port), 20))


def is_cut(sock: ssl.SSLSocket) -> bool:
    sock.settimeout(0.001)
    try:
        return sock.recv(100_000) == b""
    except (TimeoutError, ssl.SSLWantReadError):
        return False
    except OSError:
        return True


def trickle(sock: ssl.SSLSocket) -> bool:
    """One more byte; True when the hub has hung up."""
    try:
        sock.sendall(b"a")
    except OSError:
        return True
    return is_cut(sock)


@pytest.mark.slow
def test_whoever_sends_a_byte_at_a_time_is_cut_off_and_keeps_nobody_waiting(impatient_hub):
    pairing = pair(impatient_hub.code(), "Till 1")
    head = f"POST /sync/v1/push HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {pairing.credential}\r\n"
    begun = {
        "says nothing": "",
        "never ends its head": "GET /sync/v1/hello HTTP/1.1\r\nX: ",
        "never ends its body": head + "Content-Length: 100000\r\n\r\n{",
        "pays in small chunks": head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nffff\r\n",
    }
    with ExitStack() as stack:
        slow = {(words, n): stack.enter_context(tls(impatient_hub)) for words in begun for n in range(40)}
        for (words, _), sock in slow.items():
            sock.sendall(begun[words].encode())
        deadline = time.monotonic() + SOON_S
        with calling(pairing) as device:
            while slow and time.monotonic() < deadline:
                device.hello()
                slow = {
                    k: s for k, s in slow.items() if not (is_cut(s) if k[0] == "says nothing" else trickle(s))
                }
    assert sorted({words for words, _ in slow}) == []


def flood(sock: ssl.SSLSocket, part: bytes) -> None:
    """Send until one is cut off: a quick machine takes gigabytes in the moment until somebody looks."""
    deadline = time.monotonic() + SOON_S
    while time.monotonic() < deadline:
        sock.sendall(part)


def test_a_body_without_end_is_cut_off(own_hub):
    pairing = pair(own_hub.code(), "Till 1")
    head = f"POST /sync/v1/push HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {pairing.credential}\r\n"
    with tls(own_hub) as sock:
        sock.sendall((head + "Transfer-Encoding: chunked\r\n\r\n").encode())
        with pytest.raises(OSError):
            flood(sock, b"10000\r\n" + bytes(1 << 16) + b"\r\n")
    with calling(pairing) as device:
        assert device.hello().last_dseq == 0


def test_a_head_of_many_megabytes_is_cut_off(own_hub):
    with tls(own_hub) as sock:
        sock.sendall(b"GET /health HTTP/1.1\r\n")
        with pytest.raises(OSError):
            flood(sock, b"X: " + b"a" * 10_000 + b"\r\n")
    assert request(own_hub, "GET", "/health")[0] == 200


# --- being somebody else ------------------------------------------------------------------------------


def test_one_device_cannot_speak_for_another(hub):
    """Its number, its answers and its records are its own, whatever another one sends."""
    honest, other = pair(hub.code(), "Till 1"), pair(hub.code(), "Till 2")
    epoch = hub.house.store.epoch
    with calling(honest) as mine, calling(other) as theirs:
        own = mine.push(Push(epoch=epoch, records=[note(1, "honest-1"), note(2, "honest-2")]))
        assert [verdict.status for verdict in own.verdicts] == [Status.APPLIED] * 2
        with pytest.raises(HubRefused) as gap:
            theirs.push(Push(epoch=epoch, records=[note(3, "honest-3")]))
        assert gap.value.code is Code.SEQUENCE_GAP
        replayed = theirs.push(Push(epoch=epoch, records=[note(1, "honest-1"), note(2, "honest-2", "Falso")]))
        assert replayed.verdicts[0].status is Status.DUPLICATE
        assert (mine.hello().last_dseq, theirs.hello().last_dseq) == (2, 2)
        again = mine.push(Push(epoch=epoch, records=[note(2, "honest-2")]))
        assert again.verdicts[0].status is Status.DUPLICATE
        said = {r.id: r.fields["body"] for r in mine.pull("", 0, 5_000).records if r.id.startswith("honest")}
    assert said == {"honest-1": "Scarpe nere", "honest-2": "Scarpe nere"}


def test_a_credential_is_good_for_its_own_device_only(hub):
    one, other = pair(hub.code(), "Till 1"), pair(hub.code(), "Till 2")
    crossed = f"{one.device_id}.{other.credential.partition('.')[2]}"
    assert refusal(hub, "GET", "/hello", credential=crossed) == (401, "unauthenticated")


def test_a_device_writes_neither_what_only_the_hub_writes_nor_what_is_nobodys(hub, wicked):
    epoch = hub.house.store.epoch
    with calling(wicked) as device:
        start = device.hello().last_dseq
        writes = [
            PushedRecord(
                dseq=start + n, collection=name, id="x", fields={}, stamp="018f00000000-0000-a", new=True
            )
            for n, name in enumerate(("associate", "store", "sync_device", "sync_credential", "nothing"), 1)
        ]
        verdicts = device.push(Push(epoch=epoch, records=writes)).verdicts
    codes = [verdict.code for verdict in verdicts]
    assert codes == [Code.NOT_WRITABLE] * 2 + [Code.UNKNOWN_COLLECTION] * 3


def test_a_device_confirms_a_wipe_for_itself_only_and_only_when_asked(hub, wicked):
    victim = pair(hub.code(), "Till 5")
    hub.house.devices.ask_to_wipe(victim.device_id, hub.house.now())
    with calling(wicked) as device:
        assert not device.hello(Greeting(wiped=True)).wipe
    assert request(hub, "GET", "/sync/v1/hello", credential=wicked.credential)[0] == 200
    assert refusal(hub, "POST", "/push", b"{}", credential=victim.credential) == (403, "device_wiped")
    with calling(victim) as device:
        assert device.hello().wipe


# --- pairing ------------------------------------------------------------------------------------------


def asked(hub: HubProcess, secret: bytes, seen: str = "") -> PairRequest:
    nonce = new_nonce()
    proof = prove(secret, Role.DEVICE, seen or hub.fingerprint, nonce)
    return PairRequest(proof=proof, nonce=nonce, device_name="Till 13")


def test_a_code_that_was_read_over_somebodys_shoulder_makes_no_second_device(own_hub):
    code = own_hub.code()
    mine = pair(code, "Till 1")
    with pytest.raises(HubRefused) as used:
        pair(code, "Till 13")
    assert used.value.code is Code.PAIRING_USED
    with calling(mine) as device:
        device.hello()
    assert [each.name for each in own_hub.house.devices.all()] == ["Till 1"]


def test_what_was_sent_to_a_false_hub_is_worth_nothing_at_the_true_one(own_hub):
    code = read(own_hub.code())
    false = fingerprint(b"another certificate")
    stolen = msgspec.json.encode(asked(own_hub, code.secret, seen=false))
    assert refusal(own_hub, "POST", "/pair", stolen) == (403, "pairing_unknown")
    assert own_hub.house.devices.all() == []


def test_guessing_a_code_is_stopped(own_hub):
    code = read(own_hub.code())
    answers = [
        refusal(own_hub, "POST", "/pair", msgspec.json.encode(asked(own_hub, bytes([n] * 8))))
        for n in range(TRIES + 1)
    ]
    assert answers == [(403, "pairing_unknown")] * TRIES + [(429, "too_many_attempts")]
    right = msgspec.json.encode(asked(own_hub, code.secret))
    assert refusal(own_hub, "POST", "/pair", right) == (429, "too_many_attempts")


def test_a_hub_with_another_certificate_is_told_nothing(hub, own_hub):
    """The tablet of one hub, led to the address of the other."""
    mine = pair(hub.code(), "Till 1")
    with calling(replace(mine, addresses=(own_hub.address,))) as device, pytest.raises(FingerprintMismatch):
        device.hello()
    assert own_hub.log.read_text() == ""


# --- asking too much ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_whoever_asks_without_end_is_told_how_long_to_wait_and_others_go_on(impatient_hub):
    greedy, modest = pair(impatient_hub.code(), "Till 13"), pair(impatient_hub.code(), "Till 1")
    refused = threading.Event()
    waits: list[int] = []

    def ask() -> None:
        with calling(greedy) as device:
            for _ in range(1_000):
                if refused.is_set():
                    return
                try:
                    device.blob("0" * 64)
                except HubRefused as refusal:
                    if refusal.code is Code.TOO_MANY_REQUESTS:
                        waits.append(refusal.wait_s)
                        refused.set()

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits
    assert min(waits) >= 1
    with calling(modest) as device:
        device.hello()
    until(lambda: request(impatient_hub, "GET", "/sync/v1/hello", credential=greedy.credential)[0] == 200)
