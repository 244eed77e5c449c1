"""TLS to the one hub that was paired: its certificate is known by fingerprint, no authority is asked."""

import functools
import socket
import ssl
import threading
import weakref
from typing import Any

from urllib3 import HTTPConnectionPool, PoolManager
from urllib3.connection import HTTPSConnection

from sync.errors import FingerprintMismatch, HubUnreachable
from sync.fingerprint import fingerprint

CONNECTIONS = 4
"""Kept to one address: a second one serves what is fetched ahead."""


class Pin:
    """What the hub's fingerprint begins with. The first certificate that fits is the only one thereafter."""

    def __init__(self, expected: str, announced: tuple[str, ...] = ()) -> None:
        self._expected = expected.lower()
        self.announced = announced
        """Further certificates, in full, that the hub itself has said it may show."""

    @property
    def fingerprint(self) -> str:
        """The whole of it after the first connection."""
        return self._expected

    def check(self, certificate: bytes) -> None:
        """Raises FingerprintMismatch."""
        shown = fingerprint(certificate)
        known = self._expected and shown.startswith(self._expected)
        if not known and shown not in self.announced:
            raise FingerprintMismatch(f"the certificate is {shown}, not {self._expected}…")
        self._expected = shown


class Lines:
    """The sockets of one client, from before they are connected, so that another thread can cut them."""

    def __init__(self) -> None:
        self._open: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._cut = threading.Event()

    def add(self, sock: socket.socket) -> None:
        """Raises HubUnreachable where the lines are cut already."""
        self._open.add(sock)
        if self._cut.is_set():
            sock.close()
            raise HubUnreachable("closed")

    def patience(self, seconds: float) -> None:
        """So long may the other side be silent from now on, on every line that is open."""
        for sock in list(self._open):
            if sock.fileno() >= 0:
                sock.settimeout(seconds)

    def cut(self) -> None:
        """Every wait for an answer ends now, and none begins any more."""
        self._cut.set()
        for sock in list(self._open):
            _shut(sock)


class PinnedConnection(HTTPSConnection):
    """Nothing is sent before the certificate was compared."""

    def __init__(self, *args: Any, pin: Pin, lines: Lines, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pin = pin
        self._lines = lines
        self._dialling: socket.socket | None = None
        self._gathered: list[bytes] | None = None

    def request(self, *args: Any, **kwargs: Any) -> None:
        """Head and body in one piece: what is small is one packet then, and the hub wakes up once for it."""
        self._gathered = []
        try:
            super().request(*args, **kwargs)
        finally:
            gathered, self._gathered = self._gathered, None
        super().send(b"".join(gathered))

    def send(self, data: Any) -> None:
        """Bytes, as all bodies here are."""
        if self._gathered is None:
            super().send(data)
        else:
            self._gathered.append(data)

    def connect(self) -> None:
        try:
            super().connect()
        finally:
            if self._dialling is not None:
                self._dialling.close()
        shown = self.sock.getpeercert(binary_form=True) if isinstance(self.sock, ssl.SSLSocket) else None
        try:
            self._lines.add(self.sock)
            self._pin.check(shown or b"")
        except (FingerprintMismatch, HubUnreachable):
            self.close()
            raise
        self.is_verified = True

    def _new_conn(self) -> socket.socket:
        """As the base class connects, but a socket can be cut while it is being connected.

        TLS takes the socket over, so a duplicate stands for it until the handshake is done.
        """
        failure = OSError("the name has no address")
        found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        for family, kind, protocol, _, address in found:
            sock = socket.socket(family, kind, protocol)
            try:
                self._dial(sock, address)
            except OSError as error:
                sock.close()
                failure = error
            except HubUnreachable:
                sock.close()
                raise
            else:
                return sock
        raise failure

    def _dial(self, sock: socket.socket, address: Any) -> None:
        self._lines.add(sock)
        for option in self.socket_options or ():
            sock.setsockopt(*option)
        if isinstance(self.timeout, int | float):
            sock.settimeout(self.timeout)
        sock.connect(address)
        self._dialling = sock.dup()
        self._lines.add(self._dialling)


class PinnedPools(PoolManager):
    """Connections that are kept for the next request; no proxy, no redirect, no repetition."""

    def __init__(self, pin: Pin) -> None:
        self._pin = pin
        self.lines = Lines()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the fingerprint is compared, which is stricter
        super().__init__(maxsize=CONNECTIONS, ssl_context=context, retries=False)

    def _new_pool(self, *args: Any, **kwargs: Any) -> HTTPConnectionPool:
        pool = super()._new_pool(*args, **kwargs)
        pool.ConnectionCls = functools.partial(PinnedConnection, pin=self._pin, lines=self.lines)
        return pool


def _shut(sock: socket.socket) -> None:
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        return  # it was closed already
