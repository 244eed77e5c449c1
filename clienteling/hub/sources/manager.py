"""The line to a telephone exchange: Asterisk's manager interface over TCP or TLS.

https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/ ; the password itself is
never sent: the exchange gives a challenge, and what goes out is a hash of both.
"""

import contextlib
import hashlib
import socket
import ssl
from collections.abc import Iterator
from typing import Self

CONNECT_S = 10.0
QUIET_S = 30.0
"""After so long without a word the exchange is asked whether it is there."""
LONGEST_LINE = 16 * 1024
LONGEST_EVENT = 64 * 1024
_PIECE = 64 * 1024


class LineDown(Exception):
    """The exchange cannot be reached, or does not let us in; the message has no secret in it."""


class LoginRefused(LineDown):
    """Asking again with the same name and password will not help."""


class Manager:
    """One connection. `events` ends with LineDown, whatever ends it."""

    def __init__(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> None:
        try:
            plain = socket.create_connection((host, port), CONNECT_S)
        except OSError as error:
            raise LineDown(f"the exchange gives no answer ({type(error).__name__})") from error
        plain.settimeout(CONNECT_S)
        try:
            self._socket = plain if tls is None else tls.wrap_socket(plain, server_hostname=host)
        except OSError as error:
            plain.close()
            raise LineDown(f"no TLS with the exchange ({type(error).__name__})") from error
        self._unread = b""

    def log_in(self, username: str, password: str) -> None:
        """Raises LineDown. From here on the exchange tells what happens to calls."""
        if not self._line().startswith(b"Asterisk Call Manager"):
            raise LineDown("what answers there is no Asterisk manager")
        challenge = self._asked("Challenge", AuthType="MD5").get("Challenge", "")
        key = hashlib.md5((challenge + password).encode(), usedforsecurity=False).hexdigest()
        answer = self._asked("Login", AuthType="MD5", Username=username, Key=key, Events="call,cdr")
        if not challenge or answer.get("Response") != "Success":
            raise LoginRefused("the exchange does not accept this user name and password")
        self._socket.settimeout(QUIET_S)

    def ask(self, action: str, **fields: str) -> None:
        """The answer comes among the events."""
        lines = {"Action": action, **fields}
        request = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in lines.items())
        try:
            self._socket.sendall(f"{request}\r\n".encode())
        except OSError as error:
            raise LineDown(f"the line is down ({type(error).__name__})") from error

    def events(self) -> Iterator[dict[str, str]]:
        """Everything it says from now on. A silent line is asked once before it is given up."""
        asked = False
        while True:
            try:
                yield self._block()
                asked = False
            except TimeoutError:
                if asked:
                    raise LineDown("the exchange has gone silent") from None
                asked = True
                self.ask("Ping")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Wakes whoever is reading."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _asked(self, action: str, **fields: str) -> dict[str, str]:
        """Before the login nothing else is said."""
        self.ask(action, **fields)
        try:
            while "Response" not in (block := self._block()):
                pass
        except TimeoutError as error:
            raise LineDown("the exchange does not answer") from error
        return block

    def _block(self) -> dict[str, str]:
        """`Key: value` lines up to an empty one. Raises TimeoutError with what was read so far kept."""
        while b"\n\r\n" not in self._unread and b"\n\n" not in self._unread:
            if len(self._unread) > LONGEST_EVENT:
                raise LineDown("what the exchange says has no end")
            self._read()
        ends = (at + len(end) for end in (b"\n\r\n", b"\n\n") if (at := self._unread.find(end)) >= 0)
        end = min(ends)
        block, self._unread = self._unread[:end], self._unread[end:]
        return _fields(block)

    def _line(self) -> bytes:
        while b"\n" not in self._unread:
            if len(self._unread) > LONGEST_LINE:
                raise LineDown("what answers there is no Asterisk manager")
            try:
                self._read()
            except TimeoutError as error:
                raise LineDown("the exchange does not answer") from error
        line, _, self._unread = self._unread.partition(b"\n")
        return line

    def _read(self) -> None:
        try:
            piece = self._socket.recv(_PIECE)
        except TimeoutError:
            raise
        except OSError as error:
            raise LineDown(f"the line is down ({type(error).__name__})") from error
        if not piece:
            raise LineDown("the exchange has closed the line")
        self._unread += piece


def _fields(block: bytes) -> dict[str, str]:
    """A name said twice keeps its last value; what is no field is passed over."""
    lines = (line.partition(": ") for line in block.decode(errors="replace").splitlines())
    return {name.strip(): value.strip() for name, colon, value in lines if colon}


def _one_line(value: str) -> str:
    return value.replace("\r", "").replace("\n", "")
