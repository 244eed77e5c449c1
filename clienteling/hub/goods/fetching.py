"""One picture over HTTP: bounded in time, size and redirects, and only from where the hub may go."""

import ipaddress
import time
from collections.abc import Callable
from typing import Final
from urllib.parse import quote, urljoin

import msgspec
import requests.certs
import urllib3

from clienteling.hub.goods.destination import PORTS, Destination, Origin, destination

LARGEST: Final = 20 * 1024 * 1024
CONNECT_S: Final = 10.0
READ_S: Final = 10.0
LONGEST_S: Final = 60.0
MOST_REDIRECTS: Final = 4
_PIECE = 64 * 1024
_OK, _NOT_MODIFIED = 200, 304
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_SAFE = "/?#[]@!$&'()*+,;=:%-._~"


class Missing(Exception):
    """There is none for now; the message is a short constant sentence."""


class Mark(msgspec.Struct, frozen=True):
    """What the server said of the version that it gave (RFC 9110, 8.8)."""

    etag: str = ""
    changed: str = ""


class Fetched(msgspec.Struct, frozen=True):
    content: bytes | None
    """None where nothing has changed since `mark`."""
    mark: Mark


def fetch(
    url: str,
    known: Mark,
    *,
    home: Origin | None,
    ca: str = "",
    go_on: Callable[[], bool] = lambda: True,
) -> Fetched:
    """Raises Missing and Forbidden.

    `home` is the source's own server, `ca` the file by which that is trusted; `go_on` is asked on the way.
    """
    until = time.monotonic() + LONGEST_S
    for _ in range(MOST_REDIRECTS + 1):
        try:
            there = destination(url, home)
            answer = _asked(there, known, ca if there.origin == home else "")
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise Missing("Its server gives no answer.") from error
        try:
            if answer.status not in _ELSEWHERE:
                return _read(answer, lambda: go_on() and time.monotonic() < until)
            url = urljoin(url, answer.headers.get("location", ""))
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise Missing("Its server broke off.") from error
        finally:
            answer.close()
    raise Missing("It leads from address to address.")


def _asked(there: Destination, known: Mark, ca: str) -> urllib3.BaseHTTPResponse:
    """By the address that was checked: a name may lead elsewhere the next moment."""
    pool = _pool(there.origin, there.addresses[0], ca)
    headers = {"host": _host(there.origin), "user-agent": "clienteling", "accept": "image/*"}
    if known.etag:
        headers["if-none-match"] = known.etag
    elif known.changed:
        headers["if-modified-since"] = known.changed
    return pool.request(
        "GET", quote(there.target, safe=_SAFE), headers=headers, redirect=False, preload_content=False
    )


def _pool(there: Origin, address: str, ca: str) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=CONNECT_S, read=READ_S)
    if there.scheme == "http":
        return urllib3.HTTPConnectionPool(address, there.port, timeout=timeout, retries=False)
    return urllib3.HTTPSConnectionPool(
        address,
        there.port,
        timeout=timeout,
        retries=False,
        cert_reqs="CERT_REQUIRED",
        ca_certs=ca or requests.certs.where(),
        server_hostname=there.host,
        assert_hostname=there.host,
    )


def _host(there: Origin) -> str:
    name = f"[{there.host}]" if _is_v6(there.host) else there.host
    return name if there.port == PORTS[there.scheme] else f"{name}:{there.port}"


def _is_v6(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6  # noqa: PLR2004 - the version's number
    except ValueError:
        return False


def _read(answer: urllib3.BaseHTTPResponse, go_on: Callable[[], bool]) -> Fetched:
    mark = Mark(answer.headers.get("etag", "")[:200], answer.headers.get("last-modified", "")[:100])
    if answer.status == _NOT_MODIFIED:
        return Fetched(None, mark)
    if answer.status != _OK:
        raise Missing(f"Its server answers with status {answer.status}.")
    if answer.headers.get("content-type", "").startswith("text/"):
        raise Missing("What came is no picture but a page.")
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(_PIECE, decode_content=False):
        size += len(part)
        if size > LARGEST:
            raise Missing("It is larger than 20 MB.")
        if not go_on():
            raise Missing("It comes too slowly.")
        parts.append(part)
    return Fetched(b"".join(parts), mark)
