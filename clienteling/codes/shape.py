"""A customer code as characters.

    CC1 + 144 characters (26 bytes of claim, 64 of signature) + 4 check characters = 151

The 32 characters are `0-9A-Z` without Q, W, Y and Z, the letters that change place between the keyboards
of Europe: a scanner that types them is read the same on an Italian, an English and a German layout. With
no punctuation either, the whole fits QR's alphanumeric mode: version 6 (41 modules) at level M.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from clienteling.codes.values import Claim, Flaw

FAMILY = "CC"
VERSION = "1"
LENGTH = 151

_START = FAMILY + VERSION
_ALPHABET = b"0123456789ABCDEFGHIJKLMNOPRSTUVX"
_RFC_4648 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITE = bytes.maketrans(_RFC_4648, _ALPHABET)
AS_RFC_4648 = str.maketrans(_ALPHABET.decode(), _RFC_4648.decode())
_CHECK_LENGTH = 4
CLAIM_LENGTH = 26
_WHOLE = re.compile(rf"(?=({_START}[{_ALPHABET.decode()}]{{{LENGTH - len(_START)}}}))")
_BEGINNING = re.compile(rf"(?<![0-9A-Z]){FAMILY}([0-9A-Z])[0-9A-Z]{{16,}}")
_DAY_ZERO = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A claim with its signature, both as bytes; the check characters agreed."""

    signed: bytes
    signature: bytes
    claim: Claim


def message(claim: Claim) -> bytes:
    """The bytes that are signed: the text's start, lest another version borrow them, and the claim."""
    return _START.encode() + pack(claim)


def write(claim: Claim, signature: bytes) -> str:
    text = _START + characters(pack(claim) + signature)
    return text + check(text)


def characters(packed: bytes) -> str:
    """Five bytes in eight of the 32 characters."""
    return base64.b32encode(packed).translate(_WRITE).decode()


def find(text: str) -> Sealed | Flaw:
    """The code in a text, bare or anywhere in a web address; upper and lower case are one."""
    if not text.isascii():
        text = text.encode("ascii", "replace").decode()
    text = text.upper()
    whole = [match[1] for match in _WHOLE.finditer(text)]
    agreeing = [code for code in whole if check(code[:-_CHECK_LENGTH]) == code[-_CHECK_LENGTH:]]
    if agreeing:
        return _open(agreeing[0])
    return Flaw.MISREAD if whole else _flaw(text)


def is_version(text: str, start: str) -> bool:
    """Whether a code that begins so stands in the text, whole or not."""
    beginning = _BEGINNING.search(text.upper())
    return beginning is not None and beginning[0].startswith(start)


def _flaw(text: str) -> Flaw:
    beginning = _BEGINNING.search(text)
    if beginning is None:
        return Flaw.FOREIGN
    if beginning[1] != VERSION:
        return Flaw.NEWER
    return Flaw.MISREAD if len(beginning[0]) == LENGTH else Flaw.INCOMPLETE


def _open(code: str) -> Sealed:
    raw = base64.b32decode(code[len(_START) : -_CHECK_LENGTH].translate(AS_RFC_4648))
    packed, signature = raw[:CLAIM_LENGTH], raw[CLAIM_LENGTH:]
    return Sealed(_START.encode() + packed, signature, unpack(packed))


def pack(claim: Claim) -> bytes:
    return b"".join(
        (
            claim.key_number.to_bytes(1),
            bytes.fromhex(claim.retailer).rjust(4, b"\0"),
            UUID(claim.customer_id).bytes,
            claim.serial.to_bytes(3),
            ((claim.expires_on - _DAY_ZERO).days if claim.expires_on else 0).to_bytes(2),
        )
    )


def unpack(packed: bytes) -> Claim:
    days = int.from_bytes(packed[24:26])
    return Claim(
        key_number=packed[0],
        retailer=packed[1:5].hex(),
        customer_id=str(UUID(bytes=packed[5:21])),
        serial=int.from_bytes(packed[21:24]),
        expires_on=_DAY_ZERO + timedelta(days=days) if days else None,
    )


def check(text: str) -> str:
    """CRC-16 (CCITT) in four characters: finds every slip in one character and in two neighbours."""
    value = binascii.crc_hqx(text.encode(), 0xFFFF)
    return "".join(chr(_ALPHABET[value >> shift & 31]) for shift in (15, 10, 5, 0))
