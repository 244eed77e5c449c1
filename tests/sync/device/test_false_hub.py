"""Somebody at the hub's address who speaks TLS and HTTP and is not to be trusted."""

import contextlib
import http.server
import threading
from collections.abc import Iterator

import msgspec
import pytest

from sync.address import Address
from sync.compression import compress
from sync.device.link import client
from sync.device.link.client import HttpHub
from sync.device.trusted.pairing import pair
from sync.device.trusted.pinning import Pin
from sync.errors import Code, EpochChanged, FingerprintMismatch, HubRefused, HubUnreachable
from sync.hub.trust.certificates import load_or_create, server_context
from sync.pairing_code import typed
from sync.trusting import PairReply
from sync.wire import Push

ZSTD = {"Content-Encoding": "zstd"}
LYING = msgspec.json.encode(
    PairReply(
        proof="0" * 64, hub_id="", hub_name="Hub", device_id="d", credential="c", scope="milano", epoch="e"
    )
)


class FalseHub:
    """Gives the same answer to everything."""

    def __init__(self, fingerprint: str, address: Address) -> None:
        self.fingerprint = fingerprint
        self.address = address
        self.status = 200
        self.headers: dict[str, str] = {}
        self.body = b""
        self.length: int | None = None
        self.heard: list[str] = []


@pytest.fixture(scope="module")
def serving(tmp_path_factory) -> Iterator[FalseHub]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            false.heard.append(self.path)
            self.send_response(false.status)
            self.send_header("Content-Length", str(len(false.body) if false.length is None else false.length))
            for name, value in false.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(false.body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Silence."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hangs up in the middle is part of the tests."""

    identity = load_or_create(tmp_path_factory.mktemp("false") / "identity.pem", "Hub")
    with Server(("127.0.0.1", 0), Handler) as server:
        server.socket = server_context(identity).wrap_socket(server.socket, server_side=True)
        false = FalseHub(identity.fingerprint, Address("127.0.0.1", server.server_address[1]))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield false
        server.shutdown()
        thread.join()


@pytest.fixture
def false(serving) -> FalseHub:
    serving.__init__(serving.fingerprint, serving.address)
    return serving


@contextlib.contextmanager
def connected(false: FalseHub) -> Iterator[HttpHub]:
    hub = HttpHub(Pin(false.fingerprint), (false.address,), "credential")
    try:
        yield hub
    finally:
        hub.close()


def test_a_certificate_that_begins_as_the_code_says_is_not_enough(false):
    """Twenty bits can be met by trying; without the secret nothing is gained by it."""
    false.body = LYING
    with pytest.raises(FingerprintMismatch):
        pair(f"{false.address} {typed(b'whatever', false.fingerprint)}", "Till 1")
    assert false.heard == ["/sync/v1/hello", "/sync/v1/pair"]


@pytest.mark.parametrize(
    ("status", "headers", "body", "length"),
    [
        (200, {}, b"", None),
        (200, {}, b"<html>", None),
        (200, {}, b'{"epoch": 5}', None),
        (200, {}, b'{"epoch": "e"', 500),
        (200, ZSTD, b"no frame", None),
        (200, ZSTD, compress(b'{"epoch": "e"}')[:-4], None),
        (500, {}, b"<html>", None),
        (502, {}, b"", None),
        (404, {}, b'{"code": 5, "message": ""}', None),
    ],
)
def test_an_answer_that_makes_no_sense_is_no_answer(false, status, headers, body, length):
    false.status, false.headers, false.body, false.length = status, headers, body, length
    with connected(false) as hub, pytest.raises(HubUnreachable):
        hub.hello()


def test_nobody_is_followed_elsewhere(false):
    false.status, false.headers = 302, {"Location": f"https://{false.address}/elsewhere"}
    with connected(false) as hub, pytest.raises(HubUnreachable):
        hub.hello()
    assert false.heard == ["/sync/v1/hello"]


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_without_end_is_not_read_to_the_end(false, monkeypatch, packed):
    monkeypatch.setattr(client, "LARGEST_ANSWER", 10_000)
    false.body = compress(bytes(1_000_000)) if packed else bytes(1_000_000)
    false.headers = ZSTD if packed else {}
    with connected(false) as hub, pytest.raises(HubUnreachable):
        hub.hello()


def test_refusals_keep_their_code(false):
    false.status = 403
    false.body = b'{"code": "device_revoked", "message": "no", "unknown": 1}'
    with connected(false) as hub, pytest.raises(HubRefused) as caught:
        hub.hello()
    assert caught.value.code is Code.DEVICE_REVOKED


def test_another_epoch_is_told_with_its_name(false):
    false.status = 409
    false.body = b'{"code": "epoch_changed", "message": "", "epoch": "next"}'
    with connected(false) as hub, pytest.raises(EpochChanged) as caught:
        hub.push(Push(epoch="e", records=[]))
    assert caught.value.epoch == "next"


def test_a_live_stream_of_nonsense_ends(false):
    false.body = b": hello\n\ndata: nonsense\n\n"
    with connected(false) as hub, pytest.raises(HubUnreachable):
        list(hub.bells("e", 0))


def test_a_live_stream_that_is_refused_says_why(false):
    false.status, false.body = 401, b'{"code": "unauthenticated", "message": ""}'
    with connected(false) as hub, pytest.raises(HubRefused):
        list(hub.bells("e", 0))
