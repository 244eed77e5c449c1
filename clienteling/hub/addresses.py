"""Under which addresses tablets reach this machine."""

import ipaddress

import ifaddr

from clienteling.hub.settings import HubSettings
from sync.address import Address

EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 (compared with, not listened on)
LOOPBACK = "127.0.0.1"
MOST = 4
"""More would make the pairing code too dense for a terminal."""


def reachable(settings: HubSettings, host: str, port: int) -> tuple[Address, ...]:
    """What the settings name, else where the hub listens, else this machine's IPv4 addresses."""
    if settings.addresses:
        return settings.addresses
    hosts = own_hosts() if host in EVERYWHERE else [host]
    return tuple(Address(each, port) for each in hosts[:MOST])


def own_hosts() -> list[str]:
    """IPv4 addresses of this machine that others may reach; loopback where there is no network."""
    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    usable = [host for host in found if not _is_local(host)]
    return sorted(set(usable), key=found.index) or [LOOPBACK]


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_local(host: str) -> bool:
    address = ipaddress.ip_address(host)
    return address.is_loopback or address.is_link_local
