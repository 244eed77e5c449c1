"""The hub over HTTPS, pinned to the fingerprint of the pairing."""

import http
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec
import urllib3

from sync.address import Address
from sync.compression import ENCODING, WORTHWHILE, BodyTooLarge, NotCompressed, compress, decompress
from sync.device.trusted.pairing import Pairing
from sync.device.trusted.pinning import Pin, PinnedPools
from sync.digest import read_difference, read_page
from sync.errors import Code, EpochChanged, FingerprintMismatch, HubRefused, HubUnreachable
from sync.ready import make_ready
from sync.snapshot.info import SnapshotInfo
from sync.trusting import PairReply, PairRequest, Renewal
from sync.wire import (
    SAYS_NOTHING,
    Bell,
    Buckets,
    Comparison,
    Confirmation,
    Difference,
    Fetch,
    Fetched,
    Greeting,
    Hello,
    Message,
    Noted,
    Page,
    Push,
    PushReply,
    QueuedPush,
    Refusal,
)

M = TypeVar("M", bound=msgspec.Struct)

PATH = "/sync/v1"
CONNECT_S = 2.5
READ_S = 20.0
ANSWER_S = 120.0
"""A whole answer has to be here by then, however slowly it trickles."""
FIRST_BELL_S = 8.0
LIVE_READ_S = 50.0
"""More than twice the hub's keep-alive: a stream that is silent for longer is dead."""
WAIT_READ_S = 35.0
"""More than the hub keeps a device waiting."""
LARGEST_ANSWER = 128 << 20
MOST_ADDRESSES = 8
LONGEST_WAIT_S = 600
"""No hub makes a device wait for longer."""

_PIECE = 1 << 16
_HEADERS = {"Accept-Encoding": ENCODING, "User-Agent": "sync"}

Answer = urllib3.BaseHTTPResponse


class HubSilent(HubUnreachable):
    """It was reached, and then gave no sign of life for longer than it ever does."""


class HttpHub:
    """HubApi over HTTPS. For one user, whose calls may overlap; `abort` and `hint` are anybody's to call."""

    def __init__(self, pin: Pin, addresses: tuple[Address, ...], credential: str = "") -> None:
        make_ready(Message)
        self.pin = pin
        self._addresses = addresses
        self._hint: Address | None = None
        self._pools = PinnedPools(pin)
        self.credential = credential
        self._aborted = False

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Where the hub may be, the last good one first."""
        return self._addresses

    def hint(self, address: Address) -> None:
        """Perhaps the hub is there: tried first, once, and kept only if it is."""
        self._hint = address

    def hello(self, greeting: Greeting = SAYS_NOTHING) -> Hello:
        known = msgspec.structs.replace(greeting, knows=next(iter(self.pin.announced), ""))
        return self._message("GET", "/hello", Hello, params=msgspec.to_builtins(known))

    def renew(self) -> Renewal:
        """A new credential; the present one is good until that is first used."""
        return self._message("POST", "/renew", Renewal)

    def push(self, push: Push | QueuedPush) -> PushReply:
        return self._message("POST", "/push", PushReply, body=push)

    def pull(self, epoch: str, after: int, limit: int, floor: int = 0) -> Page:
        query = {"epoch": epoch, "after": after, "limit": limit, "floor": floor}
        return self._read("GET", "/feed", read_page, params=query)

    def buckets(self, epoch: str, collection: str) -> Buckets:
        query = {"epoch": epoch, "collection": collection}
        return self._message("GET", "/digest", Buckets, params=query)

    def compare(self, comparison: Comparison) -> Difference:
        return self._read("POST", "/compare", read_difference, body=comparison)

    def fetch(self, group: str) -> Fetched:
        return self._message("POST", "/fetch", Fetched, body=Fetch(group=group))

    def confirm(self, confirmation: Confirmation) -> None:
        self._message("POST", "/confirm", Noted, body=confirmation)

    def blob(self, digest: str) -> bytes:
        return self._request("GET", f"/blobs/{digest}")

    def snapshot(self, schema: str, have: str = "") -> SnapshotInfo:
        return self._message("GET", "/snapshot", SnapshotInfo, params={"schema": schema, "have": have})

    def snapshot_bytes(self, name: str, start: int) -> Generator[bytes]:
        headers = {"Range": f"bytes={start}-", "If-Range": f'"{name}"'}
        with self._send("GET", f"/snapshot/{name}", headers=headers) as response:
            _raise_refusal(response, b"" if _is_ok(response) else _read(response))
            if not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
                raise HubUnreachable("the hub's answer begins elsewhere")
            yield from _parts(response)

    def pair(self, request: PairRequest) -> PairReply:
        return self._message("POST", "/pair", PairReply, body=request)

    def greet(self) -> None:
        """Connect, so that the certificate is known. That a stranger's hello is refused does not matter."""
        try:
            self._request("GET", "/hello")
        except HubRefused:
            return

    def bells(self, epoch: str, after: int) -> Iterator[Bell]:
        """The live stream from a cursor on, until it ends or HubUnreachable is raised.

        The hub says something at once. A stream on which nothing comes so soon is kept back by somebody
        between the two, and raises.
        """
        query = {"epoch": epoch, "after": after, "replies": "true"}
        response = self._send("GET", "/live", params=query, timeout=(CONNECT_S, FIRST_BELL_S))
        with response:
            _raise_refusal(response, b"" if _is_ok(response) else _read(response))
            for bell in _bells(response):
                self._pools.lines.patience(LIVE_READ_S)
                yield bell

    def wait(self, epoch: str, after: int) -> Bell:
        """The next bell after a cursor; one that says nothing new when the hub had none for a while."""
        query = {"epoch": epoch, "after": after}
        return self._message("GET", "/wait", Bell, params=query, timeout=(CONNECT_S, WAIT_READ_S))

    def abort(self) -> None:
        """End every wait now and for good."""
        self._aborted = True
        self._pools.lines.cut()

    def close(self) -> None:
        self._pools.clear()

    def _message(self, method: str, path: str, kind: type[M], **request: Any) -> M:
        return self._read(method, path, lambda content: msgspec.json.decode(content, type=kind), **request)

    def _read(self, method: str, path: str, read: Callable[[bytes], M], **request: Any) -> M:
        content = self._request(method, path, **request)
        try:
            return read(content)
        except msgspec.DecodeError as error:
            raise HubUnreachable(f"the hub's answer to {path} makes no sense: {error}") from error

    def _request(self, method: str, path: str, body: msgspec.Struct | None = None, **request: Any) -> bytes:
        content, headers = _encode(body) if body is not None else (None, {})
        with self._send(method, path, data=content, headers=headers, **request) as response:
            answer = _read(response)
            _raise_refusal(response, answer)
            return answer

    def _send(self, method: str, path: str, **request: Any) -> Answer:
        """The first address that answers; what was wrong with the others is told only when none does."""
        hint, self._hint = self._hint, None
        failure: HubUnreachable | FingerprintMismatch = HubUnreachable("no address of the hub is known")
        for address in dict.fromkeys((hint, *self._addresses) if hint else self._addresses):
            if self._aborted:
                raise HubUnreachable("closed")
            try:
                response = self._send_to(address, method, path, **request)
            except FingerprintMismatch as mismatch:
                failure = failure if address == hint else mismatch
            except HubUnreachable as unreachable:
                failure = failure if isinstance(failure, FingerprintMismatch) else unreachable
            else:
                self._answered(address)
                return response
        raise failure

    def _answered(self, address: Address) -> None:
        others = tuple(other for other in self._addresses if other != address)
        self._addresses = (address, *others)[:MOST_ADDRESSES]

    def _send_to(
        self,
        address: Address,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: tuple[float, float] | None = None,
    ) -> Answer:
        connect_s, read_s = timeout or (CONNECT_S, READ_S)
        query = f"?{urlencode(params, doseq=True)}" if params else ""
        try:
            return self._pools.request(
                method,
                f"https://{address}{PATH}{path}{query}",
                body=data,
                headers={**_HEADERS, **self._authorization(), **(headers or {})},
                timeout=urllib3.Timeout(connect=connect_s, read=read_s),
                redirect=False,
                retries=False,
                preload_content=False,
            )
        except urllib3.exceptions.ReadTimeoutError as error:
            raise HubSilent(f"{address} gives no answer") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise HubUnreachable(f"{address} gives no answer") from error

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.credential}"} if self.credential else {}


def open_hub(pairing: Pairing, addresses: tuple[Address, ...] = ()) -> HttpHub:
    """The hub of a pairing, at its own addresses unless others are given."""
    pin = Pin(pairing.hub_id, pairing.next_hub_ids)
    return HttpHub(pin, addresses or pairing.addresses, pairing.credential)


def _encode(message: msgspec.Struct) -> tuple[bytes, dict[str, str]]:
    content = msgspec.json.encode(message)
    headers = {"Content-Type": "application/json"}
    if len(content) < WORTHWHILE:
        return content, headers
    return compress(content), headers | {"Content-Encoding": ENCODING}


def _read(response: Answer) -> bytes:
    parts, size, deadline = [], 0, time.monotonic() + ANSWER_S
    try:
        while part := response.read1(_PIECE, decode_content=False):
            size += len(part)
            if size > LARGEST_ANSWER or time.monotonic() > deadline:
                raise HubUnreachable("the hub's answer is too large or too slow")
            parts.append(part)
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise HubUnreachable("the hub's answer broke off") from error
    return _decoded(b"".join(parts), response.headers.get("Content-Encoding", ""))


def _parts(response: Answer) -> Generator[bytes]:
    try:
        while part := response.read1(_PIECE, decode_content=False):
            yield part
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise HubUnreachable("the hub's answer broke off") from error


def _decoded(content: bytes, encoding: str) -> bytes:
    if encoding != ENCODING:
        return content
    try:
        return decompress(content, LARGEST_ANSWER)
    except (BodyTooLarge, NotCompressed) as error:
        raise HubUnreachable("the hub's answer cannot be decompressed") from error


def _is_ok(response: Answer) -> bool:
    return response.status < http.HTTPStatus.MULTIPLE_CHOICES


def _raise_refusal(response: Answer, content: bytes) -> None:
    if _is_ok(response):
        return
    try:
        refusal = msgspec.json.decode(content, type=Refusal)
    except msgspec.DecodeError as error:
        raise HubUnreachable(f"status {response.status} without a reason") from error
    if refusal.code is Code.UNAVAILABLE:
        raise HubUnreachable(refusal.message)
    if refusal.code is Code.EPOCH_CHANGED:
        raise EpochChanged(refusal.epoch)
    raise HubRefused(refusal.code, refusal.message, _wait_s(response))


def _wait_s(response: Answer) -> int:
    text = response.headers.get("Retry-After", "")
    return min(int(text), LONGEST_WAIT_S) if text.isascii() and text.isdigit() and len(text) < 9 else 0  # noqa: PLR2004


def _bells(response: Answer) -> Iterator[Bell]:
    """Server-sent events: only lines of data matter here, the rest are signs of life."""
    buffered = b""
    try:
        for part in response.stream(decode_content=False):
            *lines, buffered = (buffered + part).split(b"\n")
            for line in lines:
                if line.startswith(b"data: "):
                    yield msgspec.json.decode(line.removeprefix(b"data: "), type=Bell)
    except (urllib3.exceptions.ReadTimeoutError, TimeoutError) as error:
        raise HubSilent("nothing was heard on the live stream") from error
    except (urllib3.exceptions.HTTPError, OSError, msgspec.DecodeError) as error:
        raise HubUnreachable("the live stream broke off") from error
