"""Requests that no well-behaved device would make."""

import http.client
import socket
import ssl

import msgspec

from sync.wire import Refusal
from tests.hub.serving.hub_process import HubProcess

PATH = "/sync/v1"


def _connection(hub: HubProcess) -> http.client.HTTPSConnection:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection("127.0.0.1", hub.port, timeout=20, context=context)


def request(
    hub: HubProcess,
    method: str,
    path: str,
    body: bytes | None = None,
    *,
    credential: str = "",
    headers: dict[str, str] | None = None,
) -> tuple[int, bytes]:
    bearer = {"Authorization": f"Bearer {credential}"} if credential else {}
    connection = _connection(hub)
    try:
        connection.request(method, path, body, bearer | (headers or {}))
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def refusal(hub: HubProcess, method: str, path: str, body: bytes | None = None, **more) -> tuple[int, str]:
    """Status and code; fails where the answer is no refusal."""
    status, answer = request(hub, method, PATH + path, body, **more)
    return status, msgspec.json.decode(answer, type=Refusal).code.value


def announce_only(hub: HubProcess, credential: str, length: int) -> bytes:
    """The status line after a request whose body never comes."""
    connection = _connection(hub)
    try:
        connection.putrequest("POST", f"{PATH}/push")
        connection.putheader("Authorization", f"Bearer {credential}")
        connection.putheader("Content-Length", str(length))
        connection.endheaders()
        return str(connection.getresponse().status).encode()
    finally:
        connection.close()


def plain_http(hub: HubProcess) -> bytes:
    with socket.create_connection(("127.0.0.1", hub.port), 20) as sock:
        sock.sendall(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        try:
            return sock.recv(1000)
        except ConnectionResetError:
            return b""
