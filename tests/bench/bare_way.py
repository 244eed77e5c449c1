"""The plainest way from one database to another: a commit, a TLS round trip, a commit."""

import secrets
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from pathlib import Path

import sqlcipher3

from sync.hub.trust.certificates import Identity, load, server_context

BYTES = 600


class BareWay:
    def __init__(self, folder: Path, identity: Identity) -> None:
        folder.mkdir()
        self._there = _table(sqlite3.connect(folder / "plain.db", isolation_level=None))
        here = sqlcipher3.dbapi2.connect(str(folder / "encrypted.db"), isolation_level=None)
        here.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
        self._here = _table(here)
        command = [sys.executable, "-m", __name__, str(identity.path)]
        self._echo = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._echo.stdout is not None
        self._line = _connect(int(self._echo.stdout.readline()))

    def go(self) -> float:
        """Milliseconds for one record."""
        began = time.perf_counter()
        body = secrets.token_bytes(BYTES)
        self._there.execute("INSERT INTO bare (body) VALUES (?)", (body,))
        self._line.sendall(body)
        came = b""
        while len(came) < BYTES:
            came += self._line.recv(BYTES)
        self._here.execute("INSERT INTO bare (body) VALUES (?)", (came,))
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        self._line.close()
        self._echo.wait(10)
        self._there.close()
        self._here.close()


def _table(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Each statement commits by itself, on disk before it returns."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB)")
    return connection


def _connect(port: int) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    line = context.wrap_socket(socket.create_connection(("127.0.0.1", port)))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def _echo(identity: Path) -> None:
    """Give everything back to the one who connects, until he leaves."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        plain, _ = listening.accept()
        with server_context(load(identity)).wrap_socket(plain, server_side=True) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while body := line.recv(BYTES):
                line.sendall(body)


if __name__ == "__main__":
    _echo(Path(sys.argv[1]))
