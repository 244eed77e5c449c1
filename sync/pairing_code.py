"""The pairing code: what a person carries from the hub to a device, as a QR code or typed.

    scanned   PAIR1 + Crockford base 32 of: secret, 128 bits of the fingerprint, port, addresses, CRC-16
    typed     192.168.1.20:7443 ABCD-EFGH-JKMN-PQRS-TVWX
              the twenty characters hold the secret, 20 bits of the fingerprint and a CRC-16

Both hold the same secret of 64 bits. In the scanned form 128 bits of the fingerprint are the trust anchor.
The typed form is kept short: there the two ends prove to each other that they know the secret, over the
certificate that each of them sees (pairing_proof.py); its 20 bits only tell "wrong hub" from "wrong code".

The CRC finds every wrong character and every swapped pair, so a slip of the finger is told from a code that
the hub does not know.
"""

import binascii
import ipaddress
from dataclasses import dataclass
from enum import StrEnum

from sync import base32
from sync.address import Address, ip, read_address

PREFIX = "PAIR1"
FAMILY = "PAIR"
SECRET_BYTES = 8
PINNED_BYTES = 16
HINT_DIGITS = 5
TYPED_LENGTH = 20
GROUP = 4
CRC_BITS = 16
_NUMBER_BYTES = 11

_SEPARATORS = str.maketrans("", "", " -\t\r\n\u00a0\u2010\u2011\u2013")


class Problem(StrEnum):
    """Why a text is not a pairing code."""

    EMPTY = "empty"
    NOT_A_PAIRING_CODE = "not_a_pairing_code"
    MISTYPED = "mistyped"
    INCOMPLETE = "incomplete"
    BAD_ADDRESS = "bad_address"
    NEWER_VERSION = "newer_version"


@dataclass(frozen=True, slots=True)
class PairingCode:
    secret: bytes
    fingerprint: str
    """The first hex digits of the SHA-256 of the hub's certificate: 32 scanned, 5 typed."""
    addresses: tuple[Address, ...] = ()


def scanned(secret: bytes, fingerprint: str, addresses: tuple[Address, ...]) -> str:
    """The text of the QR code, in the alphabet of its alphanumeric mode."""
    port = addresses[0].port
    pinned = bytes.fromhex(fingerprint)[:PINNED_BYTES]
    hosts = b"".join(_pack_host(address.host) for address in addresses if address.port == port)
    payload = secret + pinned + port.to_bytes(2) + hosts
    return PREFIX + base32.encode(payload + binascii.crc_hqx(payload, 0).to_bytes(2))


def typed(secret: bytes, fingerprint: str) -> str:
    """The same secret as twenty characters in groups of four; the address is typed before it."""
    number = int.from_bytes(secret) << (4 * HINT_DIGITS) | int(fingerprint[:HINT_DIGITS], 16)
    letters = base32.letters(number << CRC_BITS | _crc(number), TYPED_LENGTH)
    return "-".join(letters[at : at + GROUP] for at in range(0, TYPED_LENGTH, GROUP))


def read(text: str) -> PairingCode | Problem:
    """What a person scanned or typed. Case, blanks and hyphens do not count; O is 0, I and L are 1."""
    words = text.upper().split()
    if not words:
        return Problem.EMPTY
    if words[0].startswith(FAMILY):
        return _read_scanned("".join(words).translate(_SEPARATORS))
    if not any(mark in words[0] for mark in ".:"):
        return _read_typed("".join(words), ())
    address = read_address(words[0])
    return Problem.BAD_ADDRESS if address is None else _read_typed("".join(words[1:]), (address,))


def _read_scanned(text: str) -> PairingCode | Problem:
    if not text.startswith(PREFIX):
        newer = text[len(FAMILY) : len(FAMILY) + 1].isdigit()
        return Problem.NEWER_VERSION if newer else Problem.NOT_A_PAIRING_CODE
    body = base32.decode(text[len(PREFIX) :])
    if body is None or binascii.crc_hqx(body[:-2], 0).to_bytes(2) != body[-2:]:
        return Problem.MISTYPED
    return _unpack(body[:-2])


def _unpack(payload: bytes) -> PairingCode | Problem:
    secret, rest = payload[:SECRET_BYTES], payload[SECRET_BYTES:]
    pinned, rest = rest[:PINNED_BYTES], rest[PINNED_BYTES:]
    port, rest = int.from_bytes(rest[:2]), rest[2:]
    hosts = _unpack_hosts(rest)
    if not hosts:
        return Problem.INCOMPLETE
    return PairingCode(secret, pinned.hex(), tuple(Address(host, port) for host in hosts))


def _read_typed(text: str, addresses: tuple[Address, ...]) -> PairingCode | Problem:
    letters = text.translate(_SEPARATORS)
    code = base32.number(letters)
    if code is None or len(letters) > TYPED_LENGTH:
        return Problem.NOT_A_PAIRING_CODE
    if len(letters) < TYPED_LENGTH:
        return Problem.INCOMPLETE
    number = code >> CRC_BITS
    if _crc(number) != code & ((1 << CRC_BITS) - 1):
        return Problem.MISTYPED
    hint = number & ((1 << 4 * HINT_DIGITS) - 1)
    secret = (number >> 4 * HINT_DIGITS).to_bytes(SECRET_BYTES)
    return PairingCode(secret, f"{hint:0{HINT_DIGITS}x}", addresses)


def _crc(number: int) -> int:
    return binascii.crc_hqx(number.to_bytes(_NUMBER_BYTES), 0)


def _pack_host(host: str) -> bytes:
    """One length byte and the address: 4 and 16 bytes are IP addresses, names carry the high bit."""
    numeric = ip(host)
    if numeric is not None:
        packed = ipaddress.ip_address(numeric).packed
        return bytes([len(packed)]) + packed
    name = host.encode("ascii")
    return bytes([0x80 | len(name)]) + name


def _unpack_hosts(data: bytes) -> list[str]:
    hosts: list[str] = []
    while data:
        length = data[0] & 0x7F
        raw, data, is_name = data[1 : 1 + length], data[1 + length :], data[0] & 0x80
        if len(raw) != length or (not is_name and length not in (4, 16)):
            return []
        hosts.append(raw.decode("ascii", "replace") if is_name else str(ipaddress.ip_address(raw)))
    return hosts
