"""Where the hub lets itself be sent for a picture: the internet, and the very server that the source is.

An address in what a shop tells is written by others. Without this, it could make the hub ask any machine
of its own network (server-side request forgery).
"""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

import msgspec

IPAddress = IPv4Address | IPv6Address
PORTS: Final = {"http": 80, "https": 443}
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 written as IPv6 (RFC 6052)."""


class Forbidden(Exception):
    """The message is a short constant sentence."""


class Origin(msgspec.Struct, frozen=True):
    scheme: str
    host: str
    port: int


class Destination(msgspec.Struct, frozen=True):
    origin: Origin
    target: str
    """Path and query."""
    addresses: tuple[str, ...]
    """Checked: to connect to one of these, and not to look the name up again."""


def origin(url: str) -> Origin:
    """Raises Forbidden for what is not HTTP."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Forbidden("Its address cannot be read.") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
        raise Forbidden("Its address is not one of the web.")
    return Origin(parts.scheme, parts.hostname.lower(), port or PORTS[parts.scheme])


def destination(url: str, home: Origin | None) -> Destination:
    """Looks the name up. Raises Forbidden; OSError where there is no such name.

    `home` is the source's own server: it may be anywhere, in the hub's network too.
    """
    there = origin(url)
    found = _looked_up(there)
    if there != home:
        found = [address for address in found if is_public(ip_address(address))]
    if not found:
        raise Forbidden("Its address leads into a private network.")
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(there, target, tuple(found))


def is_public(address: IPAddress) -> bool:
    """Whether it is the internet's; also of IPv4 that is wrapped in IPv6."""
    if isinstance(address, IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if within is None and address in _TRANSLATED:
            within = IPv4Address(int(address) & 0xFFFFFFFF)
        if address.teredo is not None:
            return False
        if within is not None:
            return is_public(within)
    return address.is_global and not address.is_multicast


def _looked_up(there: Origin) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(there.host, there.port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise Forbidden("Its address cannot be read.") from error
    return list(dict.fromkeys(str(sockaddr[0]).partition("%")[0] for *_, sockaddr in found))
