"""Where a hub may be reached."""

import ipaddress
from dataclasses import dataclass

DEFAULT_PORT = 7443
_LONGEST_NAME = 0x7F


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_address(text: str, default_port: int = DEFAULT_PORT) -> Address | None:
    """`host`, `host:port`, `[v6]:port` or a bare IPv6 address; None where it is none of them."""
    text = text.strip().lower()
    if (bare := ip(text)) is not None:
        return Address(bare, default_port)
    host, colon, port = text.rpartition(":")
    if not colon:
        host, port = text, str(default_port)
    host = ip(host.strip("[]")) or host
    return Address(host, int(port)) if _is_host(host) and _is_port(port) else None


def ip(text: str) -> str | None:
    """The address in its shortest form, None where it is a name."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None


def _is_host(host: str) -> bool:
    """An IP address, or a name of letters, digits, hyphens and dots short enough for the code."""
    if ip(host) is not None:
        return True
    labels = host.removesuffix(".").split(".")
    named = all(label and label.replace("-", "").isalnum() and label.isascii() for label in labels)
    return named and len(host) <= _LONGEST_NAME and not labels[-1].isdigit()


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len("65535") and 0 < int(text) < 1 << 16
