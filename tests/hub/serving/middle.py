"""What stands between a tablet and its hub: a cable that swallows, and a proxy that keeps answers back."""

import http.client
import http.server
import socket
import ssl
import threading
from contextlib import suppress
from typing import Self

from sync.address import Address
from sync.hub.trust.certificates import server_context
from tests.hub.serving.hub_process import HubProcess

PIECE = 1 << 16


class Cable:
    """Passes bytes on both ways, until it is told to swallow them: nobody is told, nothing closes."""

    def __init__(self, to: Address) -> None:
        self._to = to
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = Address("127.0.0.1", self._listening.getsockname()[1])
        self._pairs: list[_Pair] = []
        self._swallows_new = False
        self._thread = threading.Thread(target=self._accept)

    @property
    def opened(self) -> int:
        return len(self._pairs)

    @property
    def open(self) -> int:
        return sum(pair.open for pair in self._pairs)

    def swallow(self, *, new_ones_too: bool = False) -> None:
        self._swallows_new = new_ones_too
        for pair in self._pairs:
            pair.swallows = True

    def heal(self) -> None:
        """What was swallowed stays so; new connections pass."""
        self._swallows_new = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()
        for pair in self._pairs:
            pair.close()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._listening.accept()
            except OSError:
                return
            there = socket.create_connection((self._to.host, self._to.port))
            self._pairs.append(_Pair(here, there, swallows=self._swallows_new))


class _Pair:
    def __init__(self, here: socket.socket, there: socket.socket, *, swallows: bool) -> None:
        self.swallows = swallows
        self.open = True
        self._ends = here, there
        self._threads = [
            threading.Thread(target=self._pass, args=ends) for ends in ((here, there), (there, here))
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            end.close()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if not self.swallows:
                    target.sendall(piece)
        self.open = False
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        keeper = self.server.keeper
        keeper.heard.append(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        above = keeper.connection()
        with suppress(OSError, http.client.HTTPException, ValueError):
            above.request(self.command, self.path, body, dict(self.headers))
            answer = above.getresponse()
            if answer.getheader("content-type", "").startswith("text/event-stream"):
                self._stream(answer)
            else:
                self._whole(answer, answer.read())
        above.close()

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Silence."""

    def _whole(self, answer: http.client.HTTPResponse, body: bytes) -> None:
        self.send_response(answer.status)
        for name in ("content-type", "content-encoding"):
            if value := answer.getheader(name):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, answer: http.client.HTTPResponse) -> None:
        self.close_connection = True
        if self.server.keeper.keeps_streams:
            answer.read()
            return
        self.send_response(answer.status)
        self.send_header("content-type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        while piece := answer.read1(PIECE):
            self.wfile.write(piece)
            self.wfile.flush()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    keeper: "Keeper"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up in the middle is part of the tests."""


class Keeper:
    """A proxy under the hub's own certificate. It passes answers on when they are whole, as some do.

    Streams pass piece by piece unless it `keeps_streams`.
    """

    def __init__(self, hub: HubProcess) -> None:
        self.keeps_streams = False
        self.heard: list[str] = []
        self._hub = hub
        self._above: list[http.client.HTTPSConnection] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.keeper = self
        context = server_context(hub.house.identity)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.address = Address("127.0.0.1", self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def connection(self) -> http.client.HTTPSConnection:
        """To the hub itself."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        above = http.client.HTTPSConnection("127.0.0.1", self._hub.port, context=context)
        self._above.append(above)
        return above

    def count(self, path: str) -> int:
        return sum(f"/sync/v1{path}" == heard.partition("?")[0] for heard in self.heard)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        for connection in self._above:
            sock = connection.sock
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
