"""A telephone exchange that speaks the manager protocol over real TCP: lets in by challenge, tells events."""

import contextlib
import hashlib
import socket
import ssl
import threading
from collections.abc import Iterable

PASSWORD = "m4nager"
CHALLENGE = "840415273"


class FakeExchange:
    greeting = b"Asterisk Call Manager/9.0.0\r\n"

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.channels: list[str] = []
        """Those that are there when somebody asks."""
        self.asked: list[str] = []
        """Every action that arrived, in its order."""
        self.lines_opened = 0
        self._line: socket.socket | None = None
        self._told = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def tell(self, events: Iterable[dict[str, str]], piece: int = 0) -> None:
        """To whoever is logged in; in pieces of so many bytes, wherever they cut."""
        text = b"".join(_block(event) for event in events)
        line = self.logged_in()
        for start in range(0, len(text), piece or len(text)):
            line.sendall(text[start : start + (piece or len(text))])

    def logged_in(self) -> socket.socket:
        assert self._told.wait(10), "nobody logged in"
        assert self._line is not None
        return self._line

    def drop_the_line(self) -> None:
        line = self.logged_in()
        self._told.clear()
        line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        if self._line is not None:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.lines_opened += 1
            with contextlib.suppress(OSError), self._dressed(line) as line:
                line.sendall(self.greeting)
                self._converse(line)
            self._told.clear()

    def _dressed(self, line: socket.socket) -> socket.socket:
        return line if self._tls is None else self._tls.wrap_socket(line, server_side=True)

    def _converse(self, line: socket.socket) -> None:
        unread = b""
        while piece := line.recv(65536):
            unread += piece
            while b"\r\n\r\n" in unread:
                block, _, unread = unread.partition(b"\r\n\r\n")
                said = dict(part.split(": ", 1) for part in block.decode().split("\r\n"))
                self.asked.append(said["Action"])
                self._answer(line, said)

    def _answer(self, line: socket.socket, said: dict[str, str]) -> None:
        match said["Action"]:
            case "Challenge":
                line.sendall(_block({"Response": "Success", "Challenge": CHALLENGE}))
            case "Login":
                key = hashlib.md5((CHALLENGE + PASSWORD).encode()).hexdigest()
                right = (said["Username"], said["Key"]) == ("clienteling", key)
                line.sendall(_block({"Response": "Success" if right else "Error", "Message": "x"}))
                line.sendall(_block({"Event": "FullyBooted", "Status": "Fully Booted"}) if right else b"")
            case "CoreShowChannels":
                shown = [{"Event": "CoreShowChannel", "Uniqueid": channel} for channel in self.channels]
                done = {"Event": "CoreShowChannelsComplete", "ListItems": str(len(shown))}
                line.sendall(b"".join(map(_block, [{"Response": "Success"}, *shown, done])))
                self._line = line
                self._told.set()


def _block(fields: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n"
