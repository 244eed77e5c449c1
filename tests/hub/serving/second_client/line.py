"""*Transport and trust*: TLS that believes one certificate, calls and refusals, pairing."""

import hashlib
import hmac
import http.client
import ipaddress
import json
import secrets
import ssl
from binascii import crc_hqx
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import zstandard

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SILENCE_S = 50.0
PACKED_FROM = 1_000
Message = dict[str, Any]


class Away(Exception):
    """Whatever was sent may have had its effect, and is sent again."""


class Refused(Exception):
    def __init__(self, status: int, refusal: Message) -> None:
        super().__init__(f"{status} {refusal['code']}: {refusal['message']}")
        self.status, self.code = status, refusal["code"]


@dataclass
class Line:
    """*HTTPS*, *Credentials*, *A new certificate*."""

    host: str
    port: int
    pinned: str = ""
    credential: str = ""
    next_ids: list[str] = field(default_factory=list)

    @contextmanager
    def open(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Iterator[Any]:
        """Nothing is sent before the certificate is known to be the hub's."""
        if self.credential:
            headers["Authorization"] = f"Bearer {self.credential}"
        try:
            with self.reached() as (connection, shown):
                if shown not in (self.pinned, *self.next_ids):
                    raise Away("another certificate")
                self.pinned = shown
                connection.request(method, f"/sync/v1{path}", body, headers)
                with connection.getresponse() as answer:
                    yield answer
        except (OSError, http.client.HTTPException) as error:
            raise Away(str(error)) from error

    @contextmanager
    def reached(self) -> Iterator[tuple[http.client.HTTPSConnection, str]]:
        """With the fingerprint of the certificate that is shown."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        connection = http.client.HTTPSConnection(self.host, self.port, timeout=SILENCE_S, context=context)
        with closing(connection):
            connection.connect()
            certificate = connection.sock.getpeercert(binary_form=True)
            yield connection, hashlib.sha256(certificate).hexdigest()

    def get(self, path: str, **query: object) -> str:
        return self._call("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, message: Message | None = None) -> str:
        return self._call("POST", path, None if message is None else json.dumps(message).encode())

    def _call(self, method: str, path: str, body: bytes | None = None) -> str:
        headers = {"Accept-Encoding": "zstd"}
        if body is not None and len(body) > PACKED_FROM:
            body, headers["Content-Encoding"] = zstandard.compress(body), "zstd"
        with self.open(method, path, body, **headers) as answer:
            content = answer.read()
        if answer.headers["Content-Encoding"] == "zstd":
            content = zstandard.ZstdDecompressor().decompressobj().decompress(content)
        if answer.status >= http.client.BAD_REQUEST:
            raise Refused(answer.status, json.loads(content))
        return content.decode()


@dataclass(frozen=True)
class Code:
    """What a person carries: a secret and with which digits the hub's fingerprint begins."""

    secret: bytes
    begins: str
    host: str
    port: int


def read_code(text: str) -> Code:
    """*Pairing*."""
    return _scanned(text.removeprefix("PAIR1")) if text.startswith("PAIR1") else _typed(*text.split())


def _scanned(letters: str) -> Code:
    size = len(letters) * 5 // 8
    content = (_number(letters) >> len(letters) * 5 - size * 8).to_bytes(size, "big")
    _check(content[:-2], int.from_bytes(content[-2:], "big"))
    address = content[27 : 27 + (content[26] & 0x7F)]
    host = address.decode() if content[26] & 0x80 else str(ipaddress.ip_address(address))
    return Code(content[:8], content[8:24].hex(), host, int.from_bytes(content[24:26], "big"))


def _typed(address: str, letters: str) -> Code:
    number, crc = divmod(_number(letters.replace("-", "")), 1 << 16)
    _check(number.to_bytes(11, "big"), crc)
    host, _, port = address.rpartition(":")
    return Code((number >> 20).to_bytes(8, "big"), f"{number & 0xFFFFF:05x}", host.strip("[]"), int(port))


def _check(content: bytes, crc: int) -> None:
    if crc_hqx(content, 0) != crc:
        raise ValueError("a slip of the pen")


def _number(letters: str) -> int:
    value = 0
    for letter in letters.upper().translate(str.maketrans("OIL", "011")):
        value = value * 32 + LETTERS.index(letter)
    return value


def pair(text: str, name: str, nonce: str = "") -> Line:
    """*Pairing*: neither side believes the other without its proof over the certificate that was seen."""
    code, nonce = read_code(text), nonce or secrets.token_urlsafe(24)
    line = Line(code.host, code.port)
    with line.reached() as (_, seen):
        if not seen.startswith(code.begins):
            raise Away("another hub")
    line.pinned = seen
    request = {"proof": _proof(code, "device", seen, nonce), "nonce": nonce, "device_name": name}
    reply = json.loads(line.post("/pair", request))
    if not hmac.compare_digest(reply["proof"], _proof(code, "hub", seen, nonce)):
        raise Away("it could not prove that it is the hub")
    line.credential = reply["credential"]
    return line


def _proof(code: Code, side: str, seen: str, nonce: str) -> str:
    return hmac.digest(code.secret, f"sync pairing, {side}: {seen} {nonce}".encode(), "sha256").hex()
